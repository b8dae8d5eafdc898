-- Who engages whom in the strongest pod, and how fast?
-- The strongest is the accepted pod that chance explains least. One row a member who engages and a
-- member who is engaged. Likes often carry no time: the seconds are those of engagements that do.
WITH pod AS (
  SELECT as_of, platform, group_id
  FROM gold.coordinated_group
  WHERE as_of = (SELECT max(as_of) FROM gold.account_assessment) AND kind = 'pod'
  ORDER BY log10_chance, platform, group_id
  LIMIT 1
),
member AS (
  SELECT m.as_of, m.platform, m.group_id, m.account_id, m.handle
  FROM gold.coordinated_member m
  JOIN pod ON pod.as_of = m.as_of AND pod.platform = m.platform AND pod.group_id = m.group_id
  WHERE m.role = 'member'
),
act AS (
  SELECT
    giver.group_id,
    giver.handle AS who,
    taker.handle AS engages,
    giver.account_id AS who_id,
    taker.account_id AS engages_id,
    p.post_id,
    i.occurred_at - p.posted_at AS delay
  FROM silver.interaction i
  JOIN member giver ON giver.platform = i.platform AND giver.account_id = i.actor_id
  JOIN silver.post p
    ON p.platform = i.platform AND p.post_id = i.post_id AND p.as_of = giver.as_of
  JOIN member taker ON taker.platform = p.platform AND taker.account_id = p.account_id
  WHERE giver.account_id <> taker.account_id AND i.first_seen_on <= giver.as_of
),
timed AS (
  -- The one way to count seconds that Spark and DuckDB share.
  SELECT
    *,
    86400 * extract(DAY FROM delay) + 3600 * extract(HOUR FROM delay)
      + 60 * extract(MINUTE FROM delay) + floor(extract(SECOND FROM delay)) AS seconds
  FROM act
)
SELECT
  group_id,
  who,
  who_id,
  engages,
  engages_id,
  count(DISTINCT post_id) AS posts,
  count(*) AS engagements,
  count(seconds) AS engagements_timed,
  round(median(seconds) / 60, 1) AS minutes_median,
  round(min(seconds) / 60, 1) AS minutes_fastest
FROM timed
GROUP BY group_id, who, who_id, engages, engages_id
ORDER BY posts DESC, minutes_median NULLS LAST, who_id, engages_id

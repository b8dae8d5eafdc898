-- Which comments are copied?
-- Texts of 20 characters or more that at least two accounts wrote word for word, but for capitals and
-- outer spaces; first those that the same accounts write again and again, as templates are. A text that
-- many accounts wrote once each may be bought comments, or what everybody says: flagged_percent, of its
-- authors, helps to tell.
WITH written AS (
  SELECT i.platform, lower(trim(i.text)) AS comment, i.actor_id, i.post_id, p.account_id AS creator_id
  FROM silver.interaction i
  JOIN silver.post p ON p.platform = i.platform AND p.post_id = i.post_id
  WHERE p.as_of = (SELECT max(as_of) FROM gold.account_assessment)
    AND i.first_seen_on <= p.as_of
    AND i.kind = 'comment'
    AND length(trim(i.text)) >= 20
)
SELECT
  w.platform,
  w.comment,
  count(*) AS comments,
  count(DISTINCT w.actor_id) AS accounts,
  round(1.0 * count(*) / count(DISTINCT w.actor_id), 1) AS comments_per_account,
  count(DISTINCT w.post_id) AS posts,
  count(DISTINCT w.creator_id) AS creators,
  round(100.0 * count(DISTINCT CASE WHEN a.flagged THEN w.actor_id END) / count(DISTINCT w.actor_id), 0)
    AS flagged_percent
FROM written w
JOIN gold.account_assessment a
  ON a.platform = w.platform AND a.account_id = w.actor_id
  AND a.as_of = (SELECT max(as_of) FROM gold.account_assessment)
GROUP BY w.platform, w.comment
HAVING count(DISTINCT w.actor_id) >= 2
ORDER BY comments_per_account DESC, comments DESC, w.platform, w.comment
LIMIT 100

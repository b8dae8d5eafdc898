-- Why is an account flagged? Traced to values, peers and rows.
-- As it stands, for the account that is doubted most; for another one put its handle into the line
-- marked with <-. One row a signal or tie that speaks for the kind of fraud that is likeliest, in the
-- order of what it adds; the last columns say which rows of which table the value was measured from.
-- likelihood is recomputed from the contributions, so that every number on the way can be followed:
-- 1 / (1 + e^-(start + sum of all contributions)). sentence and innocent are null where a signal alone
-- is nothing unusual.
WITH account AS (
  SELECT
    as_of, platform, account_id, handle, authenticity, flag_at_least,
    CASE greatest(p_bot, p_fake_followers, p_fake_engagement, p_pod)
      WHEN p_bot THEN 'bot'
      WHEN p_fake_followers THEN 'fake_followers'
      WHEN p_fake_engagement THEN 'fake_engagement'
      ELSE 'pod'
    END AS kind,
    greatest(p_bot, p_fake_followers, p_fake_engagement, p_pod) AS published_likelihood
  FROM gold.account_assessment
  WHERE as_of = (SELECT max(as_of) FROM gold.account_assessment)
    AND flagged -- <- or: AND handle = 'somebody'
  ORDER BY authenticity NULLS LAST, platform, account_id
  LIMIT 1
),
measured_from AS (
  SELECT a.account_id, 'silver.account' AS source, max(s.observations) AS source_rows
  FROM account a
  JOIN silver.account s
    ON s.as_of = a.as_of AND s.platform = a.platform AND s.account_id = a.account_id
  GROUP BY a.account_id
  UNION ALL
  SELECT a.account_id, 'silver.post', count(*)
  FROM account a
  JOIN silver.post s
    ON s.as_of = a.as_of AND s.platform = a.platform AND s.account_id = a.account_id
  GROUP BY a.account_id
  UNION ALL
  SELECT a.account_id, 'silver.interaction (given)', count(*)
  FROM account a
  JOIN silver.interaction s
    ON s.platform = a.platform AND s.actor_id = a.account_id AND s.first_seen_on <= a.as_of
  GROUP BY a.account_id
  UNION ALL
  SELECT a.account_id, 'silver.interaction (received)', count(*)
  FROM account a
  JOIN silver.post p
    ON p.as_of = a.as_of AND p.platform = a.platform AND p.account_id = a.account_id
  JOIN silver.interaction s
    ON s.platform = p.platform AND s.post_id = p.post_id AND s.first_seen_on <= a.as_of
  WHERE s.actor_id <> a.account_id
  GROUP BY a.account_id
  UNION ALL
  SELECT a.account_id, 'silver.follow (followers)', count(*)
  FROM account a
  JOIN silver.follow s
    ON s.platform = a.platform AND s.account_id = a.account_id AND s.first_seen_on <= a.as_of
  GROUP BY a.account_id
)
SELECT
  a.platform,
  a.handle,
  a.account_id,
  round(a.authenticity, 1) AS authenticity,
  a.kind,
  a.published_likelihood,
  1 / (1 + exp(-(l.intercept + l.shift + sum(c.contribution) OVER (PARTITION BY c.account_id)))) AS likelihood,
  a.flag_at_least AS flagged_from,
  l.intercept + l.shift AS start,
  c.contribution,
  c.signal,
  c.family,
  c.value,
  e.peer_median,
  c.reference_tail AS share_of_peers_beyond,
  c.peer_group,
  e.peer_n AS peers,
  c.weight,
  e.sentence,
  e.benign AS innocent,
  m.source AS measured_from,
  m.source_rows
FROM account a
JOIN gold.assessment_evidence c
  ON c.as_of = a.as_of AND c.platform = a.platform AND c.account_id = a.account_id AND c.kind = a.kind
JOIN gold.assessment_level l ON l.as_of = a.as_of AND l.platform = a.platform AND l.kind = a.kind
LEFT JOIN gold.account_evidence e
  ON e.as_of = a.as_of AND e.platform = a.platform AND e.account_id = a.account_id
  AND e.signal = c.signal
LEFT JOIN measured_from m
  ON m.account_id = a.account_id
  AND m.source = CASE
    WHEN c.signal = 'engagement_doubtful' THEN 'silver.interaction (received)'
    WHEN c.signal = 'farm_customer' THEN 'silver.interaction (received)'
    WHEN c.family IN ('profile', 'following', 'growth') THEN 'silver.account'
    WHEN c.family IN ('engagement', 'publishing', 'context') THEN 'silver.post'
    WHEN c.family = 'audience' AND c.signal LIKE 'followers%' THEN 'silver.follow (followers)'
    WHEN c.family = 'audience' THEN 'silver.post'
    WHEN c.family = 'received_comments' THEN 'silver.interaction (received)'
    ELSE 'silver.interaction (given)'
  END
ORDER BY c.contribution DESC, c.signal

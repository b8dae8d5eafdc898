-- Which accounts of a band are best engaged for their size, and assessed as real?
-- For another band, or to be stricter, change the three lines marked with <-.
-- times_expected compares with the median of accounts of the same size; doubtful_engagement_percent
-- is the share of crawled engagement that comes from doubtful accounts, null where too little is crawled.
SELECT
  e.platform,
  e.handle,
  e.account_id,
  e.followers,
  round(100 * e.rate_public, 2) AS rate_percent,
  round(100 * e.expected_rate, 2) AS expected_percent,
  round(e.rate_vs_expected, 2) AS times_expected,
  round(e.peer_percentile, 0) AS percentile_among_peers,
  round(a.authenticity, 0) AS authenticity,
  round(100 * q.doubtful_engagements_share, 1) AS doubtful_engagement_percent
FROM gold.account_engagement e
JOIN gold.account_assessment a
  ON a.as_of = e.as_of AND a.platform = e.platform AND a.account_id = e.account_id
LEFT JOIN gold.audience_quality q
  ON q.as_of = e.as_of AND q.platform = e.platform AND q.account_id = e.account_id
WHERE e.as_of = (SELECT max(as_of) FROM gold.account_assessment)
  AND e.band = 'micro' -- <-
  AND e.rate_vs_expected IS NOT NULL
  AND NOT a.flagged
  AND a.authenticity >= 90 -- <-
  AND coalesce(q.doubtful_engagements_share, 0) <= 0.2 -- <-
ORDER BY e.rate_vs_expected DESC, e.platform, e.account_id
LIMIT 20

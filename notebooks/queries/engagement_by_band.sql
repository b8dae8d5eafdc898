-- How do the accounts of each follower band engage, and how does that compare with what others claim?
-- One row a band and claim; rates in percent of followers, an account's being its median over posts.
-- The bands are those of the scheme 'standard'; bands of too few accounts show their number alone.
SELECT
  d.platform,
  d.band,
  d.n AS accounts,
  round(100 * d.p25, 2) AS p25_percent,
  round(100 * d.median, 2) AS median_percent,
  round(100 * d.p75, 2) AS p75_percent,
  round(100 * d.median_low, 2) AS median_from_percent,
  round(100 * d.median_high, 2) AS median_to_percent,
  b.statement AS claim,
  b.source AS claimed_by,
  round(100 * b.claim_low, 2) AS claimed_from_percent,
  round(100 * b.claim_high, 2) AS claimed_to_percent,
  b.n AS accounts_compared,
  round(100 * b.share_below, 1) AS below_claim_percent,
  round(100 * b.share_within, 1) AS within_claim_percent,
  round(100 * b.share_above, 1) AS above_claim_percent
FROM gold.band_distribution d
LEFT JOIN gold.benchmark b
  ON b.as_of = d.as_of AND b.platform = d.platform AND b.scheme = d.scheme AND b.band = d.band
  AND b.metric = d.metric
WHERE d.as_of = (SELECT max(as_of) FROM gold.account_assessment)
  AND d.scheme = 'standard' AND d.metric = 'rate_public' AND d.media_type = 'all'
ORDER BY d.platform, d.band_order, b.claim

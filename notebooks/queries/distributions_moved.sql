-- How did the distributions of engagement move between two dates?
-- The newest day beside the one assessed before it, band by band; rates in percent of followers. To
-- compare others, put dates into the two lines marked with <-. Where the 95 % intervals of the two
-- medians overlap, chance may be all. A lake of one day has nothing to compare: no row.
WITH day AS (
  SELECT
    (SELECT max(as_of) FROM gold.account_assessment) AS now_on, -- <-
    (
      SELECT max(as_of) FROM gold.account_assessment -- <-
      WHERE as_of < (SELECT max(as_of) FROM gold.account_assessment)
    ) AS before_on
)
SELECT
  n.platform,
  n.scheme,
  n.band,
  b.as_of AS before_on,
  n.as_of AS now_on,
  b.n AS accounts_before,
  n.n AS accounts_now,
  round(100 * b.p25, 3) AS p25_before_percent,
  round(100 * n.p25, 3) AS p25_now_percent,
  round(100 * b.median, 3) AS median_before_percent,
  round(100 * n.median, 3) AS median_now_percent,
  round(100 * b.p75, 3) AS p75_before_percent,
  round(100 * n.p75, 3) AS p75_now_percent,
  round(100 * (n.median / nullif(b.median, 0) - 1), 1) AS median_change_percent,
  n.median_low > b.median_high OR n.median_high < b.median_low AS more_than_chance
FROM gold.band_distribution n
JOIN day ON n.as_of = day.now_on
JOIN gold.band_distribution b
  ON b.as_of = day.before_on AND b.platform = n.platform AND b.scheme = n.scheme AND b.band = n.band
  AND b.media_type = n.media_type AND b.metric = n.metric
WHERE n.metric = 'rate_public' AND n.media_type = 'all'
ORDER BY n.platform, n.scheme, n.band_order

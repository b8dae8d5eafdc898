-- What share of a creator's engagement is doubtful?
-- One row a creator of whom it can be said, the most doubtful first; ask for one with the line marked
-- with <-. Doubtful engagement comes from likely bots and from members of accepted pods and farms. The
-- share is of the engagement that was crawled and whose authors could be judged; from and to are its
-- 95 % interval, and the order goes by the lower end, so that few engagements do not come first.
SELECT
  q.platform,
  q.handle,
  q.account_id,
  q.followers,
  q.engagements,
  q.engagements_assessed,
  q.engagements_doubtful,
  round(100 * q.doubtful_engagements_share, 1) AS doubtful_percent,
  round(100 * q.doubtful_engagements_share_low, 1) AS doubtful_from_percent,
  round(100 * q.doubtful_engagements_share_high, 1) AS doubtful_to_percent,
  round(100 * q.rate_public, 2) AS rate_percent,
  round(100 * q.effective_rate, 2) AS rate_without_doubtful_percent,
  q.real_reach,
  round(100 * q.doubtful_sampled_followers_share, 1) AS doubtful_followers_percent
FROM gold.audience_quality q
WHERE q.as_of = (SELECT max(as_of) FROM gold.account_assessment)
  AND q.doubtful_engagements_share IS NOT NULL
  -- AND q.handle = 'somebody' -- <-
ORDER BY q.doubtful_engagements_share_low DESC, q.engagements DESC, q.platform, q.account_id

-- Whose followers jumped without engagement?
-- First the accounts whose largest jump was not answered: their engagement (a count, not per follower)
-- rose by less than half of what the followers rose by. Then those of whom it cannot be said, and why;
-- jumps that engagement followed are left out. Think of innocent reasons: a shout-out, a viral post,
-- news. To ask for other sizes, change the lines marked with <-.
SELECT
  g.platform,
  g.handle,
  g.account_id,
  coalesce(g.engagement_reason, 'not answered by engagement') AS finding,
  g.largest_gain_from AS jump_from,
  g.largest_gain_to AS jump_to,
  g.largest_gain AS followers_gained,
  round(100 * g.largest_gain_share, 1) AS followers_gained_percent,
  round(g.largest_gain_times_typical, 1) AS times_usual_growth,
  g.engagement_before,
  g.engagement_after,
  round(100 * g.engagement_change, 1) AS engagement_gained_percent,
  g.posts_before,
  g.posts_after,
  round(100 * g.largest_gain_lost_again, 1) AS lost_again_percent,
  round(a.p_fake_followers, 3) AS p_fake_followers,
  a.flagged
FROM gold.account_growth g
JOIN gold.account_assessment a
  ON a.as_of = g.as_of AND a.platform = g.platform AND a.account_id = g.account_id
WHERE g.as_of = (SELECT max(as_of) FROM gold.account_assessment)
  AND g.jump_count > 0
  AND g.largest_gain_share >= 0.1 -- <-
  AND (g.engagement_change < 0.5 * g.largest_gain_share OR g.engagement_change IS NULL) -- <-
ORDER BY
  CASE WHEN g.engagement_change IS NULL THEN 1 ELSE 0 END,
  g.largest_gain_share DESC,
  g.platform,
  g.account_id

-- What could not be assessed, and why?
-- One row a question and reason: of how many accounts it could not be answered, and which share of
-- those asked about these are. An account may be in several rows. Reasons that differ in numbers alone
-- are one, with # for each number; for_example is one of them in full.
WITH answer AS (
  SELECT as_of, platform, 'authenticity' AS question, authenticity_reason AS reason
  FROM gold.account_assessment
  UNION ALL
  SELECT as_of, platform, 'is it run by a program', bot_reason FROM gold.account_assessment
  UNION ALL
  SELECT as_of, platform, 'did it buy followers', fake_followers_reason FROM gold.account_assessment
  UNION ALL
  SELECT as_of, platform, 'did it buy engagement', fake_engagement_reason FROM gold.account_assessment
  UNION ALL
  SELECT as_of, platform, 'is it in a pod', pod_reason FROM gold.account_assessment
  UNION ALL
  SELECT as_of, platform, 'engagement rate', not_assessable_reason FROM gold.account_engagement
  UNION ALL
  SELECT as_of, platform, 'growth', not_assessable_reason FROM gold.account_growth
  UNION ALL
  SELECT as_of, platform, 'doubtful engagement of a creator', doubtful_engagements_reason
  FROM gold.audience_quality
),
counted AS (
  SELECT
    platform,
    question,
    -- All digits to #, then runs of # to one.
    replace(replace(translate(reason, '0123456789', '##########'), '###', '#'), '##', '#') AS reason,
    min(reason) AS for_example,
    count(*) AS accounts,
    sum(count(*)) OVER (PARTITION BY platform, question) AS asked
  FROM answer
  WHERE as_of = (SELECT max(as_of) FROM gold.account_assessment)
  GROUP BY
    platform,
    question,
    replace(replace(translate(reason, '0123456789', '##########'), '###', '#'), '##', '#')
)
SELECT platform, question, reason, accounts, round(100.0 * accounts / asked, 1) AS percent, for_example
FROM counted
WHERE reason IS NOT NULL
ORDER BY platform, question, accounts DESC, reason

-- How good was the input?
-- One row a delivery and feed, the newest delivery first: how many records came, what became of them,
-- the commonest reason to refuse one, and how many checks of what was published from it failed.
-- Single values that could not be are listed in ops.ingest_accounting.lost_values, an array, which
-- Spark (inline) and DuckDB (unnest) open differently; refused records are in ops.quarantine.
WITH told AS (
  SELECT
    a.*,
    row_number() OVER (PARTITION BY a.crawl_id, a.crawl_date, a.feed ORDER BY r.started_at DESC) AS newest
  FROM ops.ingest_accounting a
  JOIN ops.run r ON r.run_id = a.run_id AND r.job = 'ingest'
),
reason AS (
  SELECT crawl_id, crawl_date, feed, reason, cast(sum(records) AS BIGINT) AS records
  FROM ops.quarantine
  GROUP BY crawl_id, crawl_date, feed, reason
),
refused AS (
  SELECT crawl_id, crawl_date, feed, max_by(reason, records) AS reason, max(records) AS records
  FROM reason
  GROUP BY crawl_id, crawl_date, feed
),
failed AS (
  SELECT run_id, count(*) AS checks
  FROM ops.quality_check
  WHERE NOT passed
  GROUP BY run_id
)
SELECT
  t.crawl_id,
  t.crawl_date,
  t.feed,
  t.records,
  t.accepted,
  t.duplicates,
  t.conflicts AS duplicates_that_differ,
  t.quarantined AS refused,
  round(100.0 * t.accepted / nullif(t.records, 0), 2) AS accepted_percent,
  r.reason AS commonest_refusal,
  r.records AS refused_for_it,
  t.unknown_fields AS values_without_a_column,
  t.published,
  coalesce(f.checks, 0) AS failed_checks_of_its_ingest
FROM told t
LEFT JOIN refused r ON r.crawl_id = t.crawl_id AND r.crawl_date = t.crawl_date AND r.feed = t.feed
LEFT JOIN failed f ON f.run_id = t.run_id
WHERE t.newest = 1
ORDER BY t.crawl_date DESC, t.crawl_id, t.feed

-- Which version of each table belongs to the last complete run?
-- A run of a whole day leaves a row 'run' in ops.run. Where a scheduler runs the jobs one by one there
-- is none: there a day is complete when each of its jobs has succeeded.
WITH last_run AS (
  SELECT run_id
  FROM ops.run
  WHERE job = 'run' AND outcome = 'succeeded'
  ORDER BY as_of DESC, started_at DESC
  LIMIT 1
)
SELECT p.as_of, p.table_name, p.slice, p.version, p.rows
FROM ops.publication p
JOIN last_run r ON r.run_id = p.run_id
ORDER BY p.table_name, p.slice

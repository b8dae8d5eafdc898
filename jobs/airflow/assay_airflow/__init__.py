"""Runs Assay from Airflow: one task a job, in the order of jobs/plan.json."""

"""Builds the DAG out of the plan and the configuration."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from airflow.sdk import DAG, Asset, CronDataIntervalTimetable

from assay_airflow.operators import AssayOperator, IngestOperator
from assay_airflow.plan import Job, Plan
from assay_airflow.settings import PLACEHOLDERS, Delivery, Settings

DATE = PLACEHOLDERS["date"]
MAIN = "io.assay.cli.Main"


def build(settings: Settings, plan: Plan, home: Path) -> DAG:
    """One task a job, and one for each delivery where a job reads deliveries.

    home: the checkout that holds target/assay.jar and conf/.
    """
    with DAG(
        dag_id=settings.dag_id,
        description="Measures how much of a creator's influence is real, a day at a time.",
        # A plain cron string gives intervals of no width, whose begin is not the day to run for.
        schedule=CronDataIntervalTimetable(settings.schedule, timezone=settings.timezone),
        start_date=settings.start_date,
        catchup=settings.catchup,
        # Two runs would meet at the tables' locks.
        max_active_runs=1,
        max_active_tasks=settings.parallel_tasks,
        default_args={
            "retries": settings.retries,
            "retry_delay": timedelta(minutes=settings.retry_delay_minutes),
        },
        tags=["assay"],
    ) as dag:
        tasks: dict[str, list[AssayOperator]] = {}
        for job in plan.jobs:
            if job.per_delivery:
                tasks[job.name] = _deliveries(job, settings, home)
            else:
                tasks[job.name] = [_day(job, settings, home)]
        for writer, reader in plan.edges:
            for task in tasks[writer]:
                task >> tasks[reader]
    return dag


def _deliveries(job: Job, settings: Settings, home: Path) -> list[AssayOperator]:
    """All write the same tables, so one after the other, whatever became of the one before."""
    tasks = [_delivery(job, delivery, settings, home) for delivery in settings.deliveries]
    for before, after in zip(tasks, tasks[1:]):
        before >> after
    return tasks


def _delivery(job: Job, delivery: Delivery, settings: Settings, home: Path) -> AssayOperator:
    arguments = [job.name, delivery.path, "--crawl-id", delivery.crawl_id, "--crawl-date", DATE]
    if delivery.mapping is not None:
        arguments += ["--mapping", delivery.mapping]
    if delivery.crawled_at is not None:
        arguments += ["--crawled-at", delivery.crawled_at]
    return IngestOperator(
        path=delivery.path,
        required=delivery.required,
        trigger_rule="all_done",
        **_common(f"{job.name}-{delivery.crawl_id}", arguments, job, settings, home),
    )


def _day(job: Job, settings: Settings, home: Path) -> AssayOperator:
    # A delivery that was skipped is no reason to skip the day; one that failed is.
    return AssayOperator(
        trigger_rule="none_failed",
        **_common(job.name, [job.name, "--as-of", DATE], job, settings, home),
    )


def _common(
    task_id: str, arguments: list[str], job: Job, settings: Settings, home: Path
) -> dict[str, Any]:
    arguments = [*arguments, "--lake", settings.lake]
    for file in settings.settings:
        arguments += ["--conf", file]
    spark = dict(settings.spark_submit)
    conf = dict(spark.pop("conf", None) or {})
    # A driver on this machine reads conf/ of the checkout, one elsewhere the jar's copy.
    options = "spark.driver.extraJavaOptions"
    conf[options] = f'{conf.get(options, "")} "-Dassay.home={home}"'.strip()
    return {
        **spark,
        "task_id": task_id,
        "doc_md": job.description,
        "conn_id": settings.connection,
        "application": str(home / "target/assay.jar"),
        "java_class": MAIN,
        "name": f"{settings.dag_id} {task_id}",
        "application_args": arguments,
        "conf": conf,
        "outlets": [_asset(table, settings) for table in job.writes],
    }


def _asset(table: str, settings: Settings) -> Asset:
    lake = settings.lake if "://" in settings.lake else f"file://{settings.lake}"
    return Asset(name=f"{settings.dag_id}.{table}", uri=f"{lake}/{table.replace('.', '/')}")

"""The DAG is what jobs/plan.json says, and its commands are those of jobs/assay."""

from __future__ import annotations

import json
from unittest.mock import Mock

import pendulum
import pytest
from airflow.sdk import CronDataIntervalTimetable
from airflow.sdk.exceptions import AirflowException, AirflowFailException, AirflowSkipException
from assay import HOME, JAR

PLAN = json.loads((HOME / "jobs/plan.json").read_text())
SOURCES = ["own-full", "vendor-tiktok"]


def tasks_of(job: dict) -> list[str]:
    daily = job["runs_for"] == "day"
    return [job["job"]] if daily else [f"{job['job']}-{source}" for source in SOURCES]


TASKS = {job["job"]: tasks_of(job) for job in PLAN["jobs"]}


def render(task, day: str):
    """The task with its templates filled for the interval that begins on that day at 3."""
    task.render_template_fields({"data_interval_start": pendulum.parse(day).at(3)})
    return task


def test_one_task_a_job_and_one_a_delivery(load_dag):
    dag = load_dag()
    assert sorted(dag.task_ids) == sorted(task for tasks in TASKS.values() for task in tasks)


def test_the_edges_are_the_plans_and_deliveries_follow_each_other(load_dag):
    dag = load_dag()
    wanted = {
        (before, after)
        for edge in PLAN["edges"]
        for before in TASKS[edge["from"]]
        for after in TASKS[edge["to"]]
    } | set(zip(TASKS["ingest"], TASKS["ingest"][1:]))
    assert {(t.task_id, after) for t in dag.tasks for after in t.downstream_task_ids} == wanted


def test_a_day_is_run_when_it_is_over_one_at_a_time(load_dag):
    dag = load_dag()
    assert dag.max_active_runs == 1
    assert dag.max_active_tasks == 1
    assert isinstance(dag.timetable, CronDataIntervalTimetable)
    assert all(task.retries == 2 for task in dag.tasks)


def test_every_written_table_is_an_asset(load_dag):
    dag = load_dag()
    for job in PLAN["jobs"]:
        for task_id in TASKS[job["job"]]:
            assets = dag.get_task(task_id).outlets
            assert [asset.name for asset in assets] == [f"assay.{t}" for t in job["writes"]]
            assert [asset.uri for asset in assets] == [
                f"file:///data/lake/{t.replace('.', '/')}" for t in job["writes"]
            ]


def test_the_commands_name_the_day_on_which_the_interval_begins(load_dag):
    dag = load_dag()
    for job in PLAN["jobs"]:
        if job["runs_for"] == "day":
            task = render(dag.get_task(job["job"]), "2026-10-03")
            wanted = [job["job"], "--as-of", "2026-10-03", "--lake", "/data/lake"]
            assert task.application_args == wanted
            assert task.application == str(JAR)
            assert f'"-Dassay.home={HOME}"' in task.conf["spark.driver.extraJavaOptions"]


def test_a_delivery_is_looked_for_under_its_day(load_dag):
    task = render(load_dag().get_task("ingest-vendor-tiktok"), "2026-01-09")
    path = "/data/incoming/2026/01/09/tiktok.csv"
    assert task.path == path
    assert task.application_args == [
        *("ingest", path, "--crawl-id", "vendor-tiktok", "--crawl-date", "2026-01-09"),
        *("--mapping", str(HOME / "conf/sources/tiktok-famous.yaml"), "--lake", "/data/lake"),
    ]


def test_a_delivery_that_has_not_come_is_an_error_or_a_skip(load_dag):
    dag = load_dag()
    day = "2026-01-09"
    with pytest.raises(AirflowException, match="has not come, and it is required") as raised:
        render(dag.get_task("ingest-own-full"), day).execute({})
    assert not isinstance(raised.value, AirflowFailException), "it may be late, so it is retried"
    with pytest.raises(AirflowSkipException, match="has not come; the day goes on without it"):
        render(dag.get_task("ingest-vendor-tiktok"), day).execute({})


def test_a_missing_connection_fails_at_once_and_never_means_yarn(load_dag, monkeypatch):
    task = load_dag().tasks[-1]
    monkeypatch.delenv("AIRFLOW_CONN_ASSAY_SPARK")
    monkeypatch.setattr(type(task), "_get_hook", Mock(side_effect=AssertionError("submitted")))
    with pytest.raises(AirflowFailException, match="airflow connections add assay_spark"):
        task.execute({})


@pytest.mark.parametrize("code, final", [(1, False), (2, True), (3, True), (4, False)])
def test_codes_that_a_retry_cannot_mend_fail_at_once(load_dag, monkeypatch, tmp_path, code, final):
    submit = tmp_path / "spark-submit"
    submit.write_text(f"#!/bin/sh\nexit {code}\n")
    submit.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with pytest.raises(AirflowException) as raised:
        load_dag().get_task(PLAN["jobs"][-1]["job"]).execute({})
    assert isinstance(raised.value, AirflowFailException) == final
    assert f"{'exit' if final else 'Error'} code" in str(raised.value)

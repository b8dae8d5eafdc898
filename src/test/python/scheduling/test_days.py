"""Two days run by Airflow leave what the same commands leave when they are typed."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from datetime import date
from pathlib import Path

import pendulum
import pytest
import yaml
from airflow.sdk.exceptions import AirflowException
from assay import HOME, SHORT, SMALL_WORLD, must
from own_airflow import CONNECTION

DAYS = ["2026-10-03", "2026-10-04"]
READER = HOME / ".python/notebooks/bin/python"
PLAN = json.loads((HOME / "jobs/plan.json").read_text())
DAILY = [job for job in PLAN["jobs"] if job["runs_for"] == "day"]
SECONDS = 600

ACCOUNT = {
    "platform": "tiktok",
    "account_id": "late-1",
    "crawled_at": "2026-10-04T10:00:00Z",
    "handle": "late",
    "followers": 100,
}


@pytest.fixture(scope="module")
def incoming(tmp_path_factory) -> Path:
    """One crawl a day, and on the second day a second one of a single account."""
    folder = tmp_path_factory.mktemp("incoming")
    world = ["--world", SMALL_WORLD, "--seed", "5"]
    for day in DAYS:
        (folder / day).mkdir()
        must("generate", *world, "--crawl-date", day, "--out", folder / day / "own")
    late = folder / DAYS[1] / "late/accounts"
    late.mkdir(parents=True)
    (late / "one.jsonl").write_text(json.dumps(ACCOUNT) + "\n")
    return folder


def look(lake: Path) -> dict:
    """What was published into a lake, and what its tables hold."""
    command = [READER, HOME / "src/test/python/assay.py", lake]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def typed(incoming, tmp_path_factory) -> Path:
    """The lake of the same commands, typed."""
    lake = tmp_path_factory.mktemp("typed") / "lake"
    for day in DAYS:
        for source in ("own", "late"):
            files = incoming / day / source
            if files.exists():
                delivery = ["--crawl-id", source, "--crawl-date", day]
                must("ingest", files, *delivery, "--lake", lake)
        must("run", "--as-of", day, "--lake", lake)
    return lake


@pytest.fixture
def scheduled(incoming, tmp_path, load_dag):
    """The DAG over a lake of its own, and that lake."""
    config = tmp_path / "assay.yaml"
    path = f"{incoming}/{{date}}"
    deliveries = [
        {"crawl_id": "own", "path": f"{path}/own"},
        {"crawl_id": "late", "path": f"{path}/late", "required": False},
    ]
    tree = {
        "start_date": date(2026, 10, 1),
        "connection": CONNECTION,
        "lake": str(tmp_path / "lake"),
        "retries": 0,
        "spark_submit": {
            "conf": {"spark.ui.enabled": "false", "spark.driver.extraJavaOptions": SHORT}
        },
        "deliveries": deliveries,
    }
    config.write_text(yaml.safe_dump(tree))
    return load_dag(config), tmp_path / "lake"


def run(dag, day: str, only: str | None = None) -> dict[str, str]:
    """Runs a day, or of a day that was run one task again; gives each task's state."""
    # The interval that is over at this moment began on the day at 3.
    over = pendulum.parse(day).add(days=1, hours=4)
    again = {} if only is None else {"mark_success_pattern": f"^(?!{only}$)"}
    done = dag.test(logical_date=over, **again)
    return {instance.task_id: instance.state for instance in done.get_task_instances()}


def test_two_days_then_a_cleared_task_then_a_cancelled_one(scheduled, typed):
    dag, lake = scheduled
    daily = {job["job"]: "success" for job in DAILY}
    assert run(dag, DAYS[0]) == {"ingest-own": "success", "ingest-late": "skipped", **daily}
    assert run(dag, DAYS[1]) == {"ingest-own": "success", "ingest-late": "success", **daily}
    measured = look(lake)
    published = {table for table, _, _ in measured["published"]}
    for job in DAILY:
        assert published.intersection(job["writes"]), job["job"]
    wanted = look(typed)
    assert sorted(measured["published"]) == sorted(wanted["published"])
    assert measured["contents"] == wanted["contents"]

    last = DAILY[-1]
    assert set(run(dag, DAYS[1], only=last["job"]).values()) == {"success"}
    assert look(lake) == measured

    task = dag.get_task(last["job"])
    cancel_in_the_middle_of_a_write(task, lake / last["writes"][0].replace(".", "/"))
    assert look(lake)["contents"] == measured["contents"]
    assert set(run(dag, DAYS[1], only=last["job"]).values()) == {"success"}
    assert look(lake) == measured


def cancel_in_the_middle_of_a_write(task, table: Path) -> None:
    """Starts the task and kills it, as Airflow does, when a new file of its table appears."""
    begin = pendulum.parse(DAYS[1]).at(3)
    task = task.prepare_for_execution()
    task.render_template_fields({"data_interval_start": begin})
    before = set(table.rglob("*.parquet"))
    failures: list[BaseException] = []

    def execute() -> None:
        try:
            task.execute({})
        except AirflowException as e:
            failures.append(e)

    thread = threading.Thread(target=execute)
    thread.start()
    deadline = time.monotonic() + SECONDS
    while thread.is_alive() and set(table.rglob("*.parquet")) <= before:
        assert time.monotonic() < deadline, "the task wrote nothing"
        time.sleep(0.01)
    task.on_kill()
    thread.join(SECONDS)
    assert "Error code is: -9" in str(failures[0])

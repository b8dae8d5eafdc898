"""A standalone cluster computes what one embedded process computes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from assay import SMALL_WORLD, hashes, must, run
from standalone import SECONDS, Cluster, cluster, get, history_server, spark_environment

WORKERS = 2
DAY = "2026-10-03"
CRAWL = ["--world", SMALL_WORLD, "--seed", "7"]


def pipeline(folder: Path, *options: str, run_options: list[str] | None = None, **how) -> Path:
    """Makes up a crawl, ingests it and measures it; gives the lake."""
    crawl, lake = folder / "crawl", folder / "lake"
    must(*options, "generate", *CRAWL, "--crawl-date", DAY, "--out", crawl, **how)
    delivery = ["--crawl-id", "sample", "--crawl-date", DAY]
    must(*options, "ingest", crawl, *delivery, "--lake", lake, **how)
    must(*(run_options or options), "run", "--as-of", DAY, "--lake", lake, **how)
    return lake


@pytest.fixture(scope="module")
def standalone(tmp_path_factory) -> Cluster:
    with cluster(tmp_path_factory.mktemp("cluster"), WORKERS) as running:
        yield running


@pytest.fixture(scope="module")
def events(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("events")


@pytest.fixture(scope="module")
def clustered(standalone, events, tmp_path_factory) -> Path:
    """The lake that the cluster made; the run left an event log."""
    log = ["spark.eventLog.enabled=true", f"spark.eventLog.dir={events.as_uri()}"]
    logged = standalone.options(*log)
    return pipeline(
        tmp_path_factory.mktemp("clustered"),
        *standalone.options(),
        run_options=logged,
        env=spark_environment(),
    )


def test_every_table_has_the_content_that_an_embedded_run_gives(clustered, tmp_path):
    embedded = hashes(pipeline(tmp_path))
    assert len(embedded) > 5
    assert hashes(clustered) == embedded


def test_the_history_server_shows_that_both_workers_worked(clustered, events, tmp_path):
    with history_server(tmp_path, events) as api:
        deadline = time.monotonic() + SECONDS
        while not (applications := get(f"{api}/applications?status=completed")):
            assert time.monotonic() < deadline, (tmp_path / "history.log").read_text()
            time.sleep(0.2)
        assert [application["name"] for application in applications] == ["assay run"]
        executors = get(f"{api}/applications/{applications[0]['id']}/allexecutors")
    workers = [executor for executor in executors if executor["id"] != "driver"]
    assert len(workers) == WORKERS
    assert all(worker["completedTasks"] > 0 for worker in workers)


def test_an_exit_code_survives_spark_submit(standalone, tmp_path):
    ended = run(
        *standalone.options(),
        *("run", "--as-of", DAY, "--lake", tmp_path / "none"),
        env=spark_environment(),
    )
    assert ended.returncode == 2
    last = ended.stderr.splitlines()[-1]
    assert last.startswith("assay: error: lake ") and "does not exist" in last

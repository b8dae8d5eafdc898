"""One lake of two days for all tests here, and what Spark reads of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import assay
import pytest

sys.path.insert(0, os.fspath(assay.HOME / "notebooks"))

BEFORE, NOW = "2026-09-26", "2026-10-03"


@pytest.fixture(scope="session")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small world as a crawler saw it on one day and a week later, each day assessed."""
    if "ASSAY_TEST_LAKE" in os.environ:
        return Path(os.environ["ASSAY_TEST_LAKE"])
    folder = tmp_path_factory.mktemp("lake")
    crawl, lake = folder / "crawl", folder / "lake"
    world = ["--world", assay.SMALL_WORLD, "--accounts", "1200", "--seed", "1"]
    week = ["--crawl-date", NOW, "--daily", "--days", "8"]
    assay.must("generate", *world, *week, "--out", crawl)
    for day, delivery in ((BEFORE, crawl / BEFORE), (NOW, in_one(crawl, folder / "week"))):
        named = ["--crawl-id", "sample", "--crawl-date", day]
        assay.must("ingest", delivery, *named, "--lake", lake)
        assay.must("run", "--as-of", day, "--lake", lake)
    return lake


def in_one(crawl: Path, delivery: Path) -> Path:
    """What was crawled after the first day, as one delivery, with three records nobody can use."""
    for file in sorted(crawl.glob("*/*/*")):
        day, feed = file.parts[-3:-1]
        if day > BEFORE:
            (delivery / feed).mkdir(parents=True, exist_ok=True)
            shutil.move(file, delivery / feed / f"{day}-{file.name}")
    cut_short = ['{"platform": "instagram", "account_id"'] * 2
    without_id = [json.dumps({"platform": "instagram", "crawled_at": f"{NOW}T10:00:00Z"})]
    (delivery / "accounts/broken.jsonl").write_text("\n".join(cut_short + without_id) + "\n")
    return delivery


@pytest.fixture(scope="session")
def spark(lake: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each table and each answer to notebooks/queries as Spark reads it, see read_by_spark.py.

    In a process of its own: Spark's packages are another environment's.
    """
    if "ASSAY_TEST_SPARK" in os.environ:
        return Path(os.environ["ASSAY_TEST_SPARK"])
    out = tmp_path_factory.mktemp("spark")
    script = Path(__file__).with_name("read_by_spark.py")
    queries = sorted((assay.HOME / "notebooks/queries").glob("*.sql"))
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.databricks.delta.snapshotPartitions": "1",
    }
    subprocess.run(
        [
            os.fspath(assay.SPARK_HOME / "bin/spark-submit"),
            *("--master", "local[2]", "--jars", os.fspath(assay.JAR)),
            *(part for key, value in settings.items() for part in ("--conf", f"{key}={value}")),
            *map(os.fspath, (script, lake, out, *queries)),
        ],
        env=assay.environment(
            PYSPARK_PYTHON=os.fspath(assay.HOME / ".python/spark/bin/python"),
            SPARK_LOCAL_IP="127.0.0.1",
            SPARK_SUBMIT_OPTS=assay.SHORT,
        ),
        check=True,
        timeout=assay.SECONDS,
    )
    return out

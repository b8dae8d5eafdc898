"""One lake of two days for all tests here, and what Spark reads of it.

ASSAY_TEST_LAKE and ASSAY_TEST_SPARK name those of an earlier run, for whoever works on the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import assay
import pytest

sys.path.insert(0, os.fspath(assay.HOME / "notebooks"))

BEFORE, NOW = "2026-10-02", "2026-10-03"
# Two records that were cut short, and one of no account.
BROKEN = [
    '{"platform": "instagram", "account_id"',
    '{"platform": "instagram", "account_id"',
    '{"platform": "instagram", "crawled_at": "2026-10-03T10:00:00Z"}',
]


@pytest.fixture(scope="session")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's world as a crawler saw it on two days, each assessed; three records are broken."""
    if "ASSAY_TEST_LAKE" in os.environ:
        return Path(os.environ["ASSAY_TEST_LAKE"])
    folder = tmp_path_factory.mktemp("demo")
    crawl, lake = folder / "crawl", folder / "lake"
    two_days = ["--crawl-date", NOW, "--daily", "--days", "2"]
    assay.must("generate", "--world", "demo", "--seed", "1", *two_days, "--out", crawl)
    (crawl / NOW / "accounts/broken.jsonl").write_text("\n".join(BROKEN) + "\n")
    for day in (BEFORE, NOW):
        named = ["--crawl-id", "sample", "--crawl-date", day]
        assay.must("ingest", crawl / day, *named, "--lake", lake)
    assay.must("run", "--from", BEFORE, "--to", NOW, "--lake", lake)
    return lake


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

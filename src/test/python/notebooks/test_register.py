"""`run --register`, and spark-sql with the shipped settings after it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import assay
import open_lake
from conftest import BEFORE, NOW

QUESTION = "SELECT band, count(*) FROM gold.account_assessment WHERE flagged GROUP BY band ORDER BY band"


def test_spark_sql_answers_by_name(lake: Path, tmp_path: Path) -> None:
    # Of its own, for a run that finds its days up to date still writes into the ledger.
    own = shutil.copytree(lake, tmp_path / "lake")
    spark = assay.environment(
        SPARK_HOME=os.fspath(assay.SPARK_HOME),
        SPARK_CONF_DIR=os.fspath(assay.HOME / "conf"),
        SPARK_LOCAL_IP="127.0.0.1",
        SPARK_SUBMIT_OPTS=assay.SHORT,
    )
    span = ["--from", BEFORE, "--to", NOW, "--lake", own]
    registered = assay.run("--master", "local[2]", "run", *span, "--register", env=spark, cwd=tmp_path)
    assert registered.returncode == 0, registered.stderr
    assert f"{NOW}  up to date" in registered.stdout
    held = len(open_lake.tables(own))
    assert f"{held} tables in Spark's catalog" in registered.stderr.splitlines()[-1]

    command = [assay.SPARK_HOME / "bin/spark-sql", "--master", "local[1]", "--jars", assay.JAR, "-e", QUESTION]
    answered = subprocess.run(
        command, env=spark, cwd=tmp_path, text=True, capture_output=True, timeout=assay.SECONDS
    )
    assert answered.returncode == 0, answered.stderr
    rows = open_lake.open_lake(own).sql(QUESTION).fetchall()
    assert rows and answered.stdout.splitlines() == [f"{band}\t{count}" for band, count in rows]


def test_embedded_it_says_that_no_name_would_last(lake: Path) -> None:
    refused = assay.run("run", "--as-of", NOW, "--lake", lake, "--register")
    assert refused.returncode == 2
    assert "cannot be registered" in refused.stderr.splitlines()[-1]

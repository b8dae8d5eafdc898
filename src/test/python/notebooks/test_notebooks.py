"""The notebooks on a lake of a generated crawl, and the same rows through each reader."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import assay
import duckdb
import nbformat
import polars as pl
import pytest
from deltalake import DeltaTable
from nbclient import NotebookClient

NOTEBOOKS = sorted((assay.HOME / "notebooks").glob("*.ipynb"))
COLUMNS = ["platform", "scheme", "band", "media_type", "metric", "n", "median"]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    day, lake = "2026-10-03", folder / "lake"
    world = ["--world", assay.SMALL_WORLD, "--accounts", "1200", "--seed", "1"]
    assay.must("generate", *world, "--crawl-date", day, "--out", folder / "crawl")
    delivery = ["--crawl-id", "sample", "--crawl-date", day]
    assay.must("ingest", folder / "crawl", *delivery, "--lake", lake)
    assay.must("run", "--as-of", day, "--lake", lake)
    return lake


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_and_is_stored_without_output(path: Path, lake: Path, monkeypatch) -> None:
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)

    monkeypatch.setenv("ASSAY_LAKE", os.fspath(lake))
    NotebookClient(notebook, timeout=300).execute()

    shown = [output for cell in code for output in cell.outputs]
    assert any("image/png" in output.get("data", {}) for output in shown), "it draws a picture"
    assert "micro" in str(shown)


def read_by_spark(folder: str) -> list[dict]:
    """In a process of its own: Spark's packages are another environment's."""
    script = Path(__file__).with_name("read_by_spark.py")
    submit = [os.fspath(assay.SPARK_HOME / "bin/spark-submit"), "--master", "local[1]"]
    delta = ["--jars", os.fspath(assay.JAR), "--conf", "spark.ui.enabled=false"]
    python = os.fspath(assay.HOME / ".python/spark/bin/python")
    done = subprocess.run(
        [*submit, *delta, os.fspath(script), folder, *COLUMNS],
        env=assay.environment(PYSPARK_PYTHON=python, SPARK_LOCAL_IP="127.0.0.1"),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=assay.SECONDS,
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def test_every_reader_finds_the_rows_that_the_ledger_counts(lake: Path) -> None:
    folder = os.fspath(lake / "gold/band_distribution")
    by_deltalake = DeltaTable(folder).to_pyarrow_table().select(COLUMNS).to_pylist()
    by_polars = pl.read_delta(folder).select(COLUMNS).to_dicts()
    arrow = DeltaTable(folder).to_pyarrow_dataset()
    by_duckdb = duckdb.sql(f"SELECT {', '.join(COLUMNS)} FROM arrow").to_arrow_table().to_pylist()
    by_spark = read_by_spark(folder)

    def ordered(rows: list[dict]) -> list[str]:
        return sorted(map(str, rows))

    assert ordered(by_deltalake) == ordered(by_polars) == ordered(by_duckdb) == ordered(by_spark)
    ledger = DeltaTable(os.fspath(lake / "ops/publication")).to_pyarrow_table().to_pylist()
    rows = [row["rows"] for row in ledger if row["table_name"] == "gold.band_distribution"]
    assert rows[-1] == len(by_deltalake)

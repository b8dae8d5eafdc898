"""The notebooks on a lake of two days, and on one that has nothing for them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from functools import cache
from pathlib import Path

import assay
import nbformat
import open_lake
import polars as pl
import pytest
from conftest import NOW
from deltalake import DeltaTable
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HOME = assay.HOME / "notebooks"
NOTEBOOKS = sorted(HOME.glob("*.ipynb"))
PICTURE = "application/vnd.vegalite.v5+json"


@cache
def run(path: Path, lake: Path) -> list[dict]:
    """What the notebook shows, as a stranger who runs all its cells sees it."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": os.fspath(HOME)}})
    client.execute(env={**os.environ, "ASSAY_LAKE": os.fspath(lake)})
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def text(outputs: list[dict]) -> str:
    return "\n".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs)


def pictures(outputs: list[dict]) -> list[dict]:
    """Specifications with their data; Vega draws an empty picture of a column that is not there."""
    return [output["data"][PICTURE] for output in outputs if PICTURE in output.get("data", {})]


def encoded(spec: dict, data: dict) -> list[tuple[str, list[dict]]]:
    """Each column that a picture draws, with the rows that it draws it from."""
    rows = data.get(spec.get("data", {}).get("name"), spec.get("rows"))
    found = [(channel["field"], rows) for channel in spec.get("encoding", {}).values() if "field" in channel]
    for part in ("layer", "hconcat", "vconcat"):
        for inner in spec.get(part, []):
            found += encoded({"rows": rows, **inner}, data)
    return found


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs_draws_and_is_stored_without_output(path: Path, lake: Path) -> None:
    code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)

    drawn = pictures(run(path, lake))

    assert drawn, "it draws a picture"
    for spec in drawn:
        columns = encoded(spec, spec["datasets"])
        assert columns
        for column, rows in columns:
            assert rows and column in rows[0], f"{column} is drawn and not there"


def test_there_are_the_five_that_the_readme_lists() -> None:
    readme = (HOME / "README.md").read_text()
    assert len(NOTEBOOKS) == 5 and all(path.name in readme for path in NOTEBOOKS)
    questions = list(open_lake.QUERIES.glob("*.sql"))
    assert len(questions) == 11 and all(path.name in readme for path in questions)


def test_the_pod_that_is_dissected_is_the_strongest(lake: Path) -> None:
    shown = text(run(HOME / "anatomy_of_a_pod.ipynb", lake))
    strongest = open_lake.ask(open_lake.open_lake(lake), "strongest_pod")
    assert strongest["group_id"][0] in shown
    assert all(handle in shown for handle in set(strongest["who"]))


def test_the_line_is_tuned_on_what_labels_say(lake: Path) -> None:
    spec = pictures(run(HOME / "tune_the_flag_line.ipynb", lake))[0]
    drawn = next(rows for rows in spec["datasets"].values() if "metric" in rows[0])
    flagged = pl.read_delta(os.fspath(lake / "gold/account_assessment")).filter(
        pl.col("as_of").cast(pl.String) == NOW, "flagged"
    )
    labels = pl.read_delta(os.fspath(lake / "bronze/label"))
    fakes = set(labels.filter(pl.col("label") != "genuine")["account_id"])
    rightly = len(fakes & set(flagged["account_id"]))
    at_the_line = {row["metric"]: row["share"] for row in drawn if row["line"] == 0.7}
    assert at_the_line["precision"] == pytest.approx(rightly / flagged.height)
    assert at_the_line["recall"] == pytest.approx(rightly / len(fakes))


def with_assessment(lake: Path, folder: Path, keep: pl.Expr) -> Path:
    """The lake with those rows of the assessment alone."""
    shutil.copytree(lake / "ops", folder / "ops")
    for table in (lake / "gold").iterdir():
        (folder / "gold").mkdir(exist_ok=True)
        if table.name != "account_assessment":
            (folder / "gold" / table.name).symlink_to(table)
    rows = pl.read_delta(os.fspath(lake / "gold/account_assessment")).filter(keep)
    rows.write_delta(os.fspath(folder / "gold/account_assessment"))
    return folder


@pytest.mark.parametrize(
    ("notebook", "says"),
    [
        ("compare_two_runs", f"assessed on one day only, {NOW}: there is nothing to compare yet"),
        ("tune_the_flag_line", "accounts of both sorts must be known"),
    ],
)
def test_says_kindly_what_is_missing(notebook: str, says: str, lake: Path, tmp_path: Path) -> None:
    one_day = with_assessment(lake, tmp_path, pl.col("as_of").cast(pl.String) == NOW)
    with pytest.raises(CellExecutionError) as stopped:
        run(HOME / f"{notebook}.ipynb", one_day)
    assert says in str(stopped.value) and "File " not in str(stopped.value)


def test_a_folder_that_is_no_lake_and_a_lake_without_a_complete_day_are_named(lake: Path, tmp_path: Path) -> None:
    with pytest.raises(open_lake.CannotShow, match="is no lake"):
        open_lake.open_lake(tmp_path)
    never = with_assessment(lake, tmp_path, pl.lit(False))
    with pytest.raises(open_lake.CannotShow, match="No day of .* was assessed"):
        open_lake.open_lake(never)


def test_answers_as_a_command(lake: Path) -> None:
    command = [sys.executable, os.fspath(HOME / "open_lake.py"), os.fspath(lake)]

    def prints(*question: str) -> str:
        return subprocess.run([*command, *question], check=True, capture_output=True, text=True).stdout

    assert "gold.account_assessment" in prints().splitlines()
    rows = DeltaTable(os.fspath(lake / "bronze/label")).to_pyarrow_table().num_rows
    assert str(rows) in prints("SELECT count(*) FROM bronze.label")
    assert "pod-" in prints(os.fspath(open_lake.QUERIES / "strongest_pod.sql"))
    for mistake, says in (
        ([os.fspath(HOME)], "is no lake"),
        ([os.fspath(lake), "SELECT 1 FROM silver.campaign"], "perhaps no delivery brought what it holds"),
        ([os.fspath(lake), "SELEKT 1"], "syntax error"),
        ([os.fspath(lake), "missing.sql"], "there is no file missing.sql"),
    ):
        failed = subprocess.run([*command[:2], *mistake], capture_output=True, text=True)
        assert failed.returncode == 1 and says in failed.stderr and "Traceback" not in failed.stderr


def listed(address: str) -> list[dict]:
    """What the server lists, once it answers: it says its address before it listens."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address) as answer:
                return json.load(answer)["content"]
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_one_command_opens_them_in_jupyterlab(lake: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=opened"]
    command = [os.fspath(assay.HOME / "jobs/notebooks"), os.fspath(lake), *options]
    with subprocess.Popen(command) as server:
        try:
            names = {entry["name"] for entry in listed(f"http://127.0.0.1:{port}/api/contents/notebooks?token=opened")}
        finally:
            server.terminate()
    assert {path.name for path in NOTEBOOKS} <= names


def test_one_command_says_what_is_no_lake(tmp_path: Path) -> None:
    command = [os.fspath(assay.HOME / "jobs/notebooks"), os.fspath(tmp_path)]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert refused.returncode == 2 and "is no finished lake" in refused.stderr

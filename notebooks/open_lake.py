"""Opens a finished lake in DuckDB: every table under its name, e.g. gold.account_assessment.

As a module, for notebooks:

    import open_lake
    lake = open_lake.open_lake("../assay-demo/lake")
    lake.sql("SELECT count(*) FROM gold.account_assessment")

As a command, for a question of queries/ or one of your own:

    python notebooks/open_lake.py LAKE                      lists the tables
    python notebooks/open_lake.py LAKE notebooks/queries/why_flagged.sql
    python notebooks/open_lake.py LAKE "SELECT count(*) FROM gold.account_assessment"

It only reads, and needs no network: DuckDB's extension for Delta tables comes as a package
(jobs/python/notebooks.in). The lake is a folder of this machine.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import duckdb
import duckdb_extension_delta
import polars as pl
from deltalake import DeltaTable

LAYERS = ("bronze", "silver", "gold", "ops")
QUERIES = Path(__file__).resolve().parent / "queries"
DEMO = Path(__file__).resolve().parents[1] / "assay-demo/lake"


class CannotShow(Exception):
    """There is nothing to show; the message says why, and what to do."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows in place of a stack trace."""
        return [str(self)]


def folder(lake: str | os.PathLike | None = None) -> Path:
    """The lake to read: the one given, else the one that ASSAY_LAKE names, else the demo's."""
    path = Path(lake or os.environ.get("ASSAY_LAKE") or DEMO)
    if not tables(path):
        raise CannotShow(
            f"{path} is no lake: it holds no table. Make one with `jobs/assay demo`, or name yours in the "
            "environment variable ASSAY_LAKE."
        )
    return path.resolve()


def tables(lake: str | os.PathLike) -> dict[str, Path]:
    """The lake's tables by name, e.g. gold.benchmark."""
    logs = [log for layer in LAYERS for log in sorted(Path(lake).glob(f"{layer}/*/_delta_log"))]
    return {f"{log.parent.parent.name}.{log.parent.name}": log.parent for log in logs}


def open_lake(lake: str | os.PathLike | None = None) -> duckdb.DuckDBPyConnection:
    """A connection in which each table of the lake is a view with the comments of its columns."""
    connection = duckdb.connect()
    extensions = Path(duckdb_extension_delta.__file__).parent
    connection.load_extension(str(next(extensions.rglob("delta.duckdb_extension"))))
    connection.execute("SET TimeZone = 'UTC'")
    for layer in LAYERS:
        connection.execute(f"CREATE SCHEMA {layer}")
    path = folder(lake)
    for name, table in tables(path).items():
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM delta_scan({_text(table)})")
        for field in DeltaTable(table).schema().fields:
            comment = field.metadata.get("comment")
            if comment:
                connection.execute(f'COMMENT ON COLUMN {name}."{field.name}" IS {_text(comment)}')
    if "gold.account_assessment" not in tables(path) or not days(connection):
        raise CannotShow(
            f"No day of {path} was assessed yet. Make one with `jobs/assay run --as-of DATE --lake {path}`."
        )
    return connection


def ask(connection: duckdb.DuckDBPyConnection, question: str) -> pl.DataFrame:
    """The answer to a question of queries/, by the name of its file."""
    return answer(connection, (QUERIES / f"{question}.sql").read_text()).pl()


def answer(connection: duckdb.DuckDBPyConnection, query: str) -> duckdb.DuckDBPyRelation:
    """The answer to a query; a table that the lake lacks is told in words."""
    try:
        return connection.sql(query)
    except duckdb.CatalogException as error:
        raise CannotShow(
            f"{str(error).splitlines()[0]} A table exists once something was published to it: perhaps no "
            "delivery brought what it holds."
        ) from None


def days(connection: duckdb.DuckDBPyConnection) -> list:
    """The days that were assessed, newest first."""
    rows = connection.sql("SELECT DISTINCT as_of FROM gold.account_assessment ORDER BY as_of DESC")
    return [day for (day,) in rows.fetchall()]


def last_complete_run(lake: str | os.PathLike | None = None) -> pl.DataFrame:
    """Which version of each table to read: queries/last_complete_run.sql in Polars."""
    ops = folder(lake) / "ops"
    last = (
        pl.scan_delta(str(ops / "run"))
        .filter(job="run", outcome="succeeded")
        .sort("as_of", "started_at", descending=True)
        .head(1)
        .select("run_id")
    )
    return (
        pl.scan_delta(str(ops / "publication"))
        .join(last, on="run_id", how="semi")
        .select("as_of", "table_name", "slice", "version", "rows")
        .sort("table_name", "slice")
        .collect()
    )


def _text(value: object) -> str:
    """As a literal of SQL."""
    return "'" + str(value).replace("'", "''") + "'"


def main(arguments: list[str]) -> None:
    if not 1 <= len(arguments) <= 2:
        sys.exit(__doc__)
    try:
        connection = open_lake(arguments[0])
    except CannotShow as why:
        sys.exit(f"open_lake: error: {why}")
    if len(arguments) == 1:
        print("\n".join(tables(folder(arguments[0]))))
        return
    question = arguments[1]
    if question.endswith(".sql") and not Path(question).is_file():
        sys.exit(f"open_lake: error: there is no file {question}.")
    query = Path(question).read_text() if question.endswith(".sql") else question
    try:
        answer(connection, query).show(max_width=200, max_rows=100)
    except (CannotShow, duckdb.Error) as why:
        sys.exit(f"open_lake: error: {why}")


if __name__ == "__main__":
    main(sys.argv[1:])

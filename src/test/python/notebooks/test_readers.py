"""Every table of a finished lake through every reader: the same rows, types and nulls."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import open_lake
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable


def plain(kind: pa.DataType) -> str:
    """A type's name, the same for every reader: only how Arrow stores it may differ.

    Polars has no maps: it reads them as lists of pairs, which is what Arrow stores.
    """
    if pa.types.is_map(kind):
        return f"[{{key:{plain(kind.key_type)},value:{plain(kind.item_type)}}}]"
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return f"[{plain(kind.value_type)}]"
    if pa.types.is_struct(kind):
        return "{" + ",".join(f"{field.name}:{plain(field.type)}" for field in kind) + "}"
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return "string"
    return str(kind)


def types(table: pa.Table) -> dict[str, str]:
    return {field.name: plain(field.type) for field in table.schema}


def rows_apart(one: pa.Table, other: pa.Table, names: list[str]) -> int:
    """Rows of either that the other has not, or not as often; nulls are equal to nulls."""
    connection = duckdb.connect()
    for name, table in (("one", one), ("other", other)):
        connection.register(name, table)
    maps = {field.name for field in one.schema if pa.types.is_map(field.type)}
    chosen = {"one": [], "other": []}
    for name in names:
        chosen["one"].append(f'map_entries("{name}")' if name in maps else f'"{name}"')
        is_map = pa.types.is_map(other.schema.field(name).type)
        chosen["other"].append(f'map_entries("{name}")' if is_map else f'"{name}"')
    first, second = (f"SELECT {', '.join(chosen[side])} FROM {side}" for side in chosen)
    apart = f"({first} EXCEPT ALL {second}) UNION ALL ({second} EXCEPT ALL {first})"
    return connection.sql(f"SELECT count(*) FROM ({apart})").fetchone()[0]


def test_every_table_is_the_same_to_every_reader(lake: Path, spark: Path) -> None:
    connection = open_lake.open_lake(lake)
    tables = open_lake.tables(lake)
    assert {"bronze.label", "silver.post", "gold.account_assessment", "ops.run"} <= set(tables)
    for name, folder in tables.items():
        expected = DeltaTable(folder).to_pyarrow_table()
        readers = {
            "Polars": pl.read_delta(str(folder)).to_arrow(),
            "DuckDB": connection.sql(f"FROM {name}").to_arrow_table(),
            "Spark": pq.read_table(spark / name),
        }
        for reader, found in readers.items():
            where = f"{name} as {reader} reads it"
            assert types(found) == types(expected), where
            assert found.num_rows == expected.num_rows, where
            assert rows_apart(expected, found, expected.column_names) == 0, where


def test_the_ledger_counts_the_rows_that_readers_find(lake: Path) -> None:
    connection = open_lake.open_lake(lake)
    last = open_lake.last_complete_run(lake).filter(pl.col("slice").str.starts_with("as_of="))
    assert last.height > 20
    for table, day, rows in last.select("table_name", "as_of", "rows").iter_rows():
        found = connection.execute(f"SELECT count(*) FROM {table} WHERE as_of = ?", [day])
        assert found.fetchone()[0] == rows, table


def test_what_columns_mean_reaches_readers_that_can_show_it(lake: Path, spark: Path) -> None:
    # Polars and plain Parquet have no place for it.
    by_spark = json.loads((spark / "columns.json").read_text())
    connection = open_lake.open_lake(lake)
    commented = "SELECT column_name, comment FROM duckdb_columns() WHERE schema_name || '.' || table_name = ?"
    for name, folder in open_lake.tables(lake).items():
        by_deltalake = {
            field.name: field.metadata.get("comment") for field in DeltaTable(folder).schema().fields
        }
        assert all(by_deltalake.values()), f"{name}: every column has a comment"
        assert {column: comment for column, _, comment in by_spark[name]} == by_deltalake, name
        assert dict(connection.execute(commented, [name]).fetchall()) == by_deltalake, name

"""Reads a whole lake in Spark and answers questions there, for readers without Spark to compare.

    spark-submit read_by_spark.py LAKE OUT QUERY.sql...

registers every table of the lake under its name, and writes each table and each answer as Spark reads
it to OUT/NAME/, as plain Parquet, and the types and comments of its columns to OUT/columns.json.
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pyspark.sql import SparkSession

lake, out, *queries = map(Path, sys.argv[1:])
spark = (
    SparkSession.builder.config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
    .config("spark.sql.warehouse.dir", str(out / "warehouse"))
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
    .getOrCreate()
)
for layer in ("bronze", "silver", "gold", "ops"):
    spark.sql(f"CREATE DATABASE {layer}")


def write(name, rows):
    rows.coalesce(1).write.parquet(str(out / name))


def table(folder):
    """As src/docs/operations.md says that tables are registered."""
    name = f"{folder.parent.name}.{folder.name}"
    spark.sql(f"CREATE TABLE {name} USING delta LOCATION '{folder}'")
    rows = spark.table(name)
    write(name, rows)
    return name, [
        [field.name, field.dataType.simpleString(), field.metadata.get("comment")]
        for field in rows.schema.fields
    ]


# A small table takes as long to plan as to read: several at once.
with ThreadPoolExecutor(4) as pool:
    columns = dict(pool.map(table, sorted(log.parent for log in lake.glob("*/*/_delta_log"))))
    (out / "columns.json").write_text(json.dumps(columns))
    list(pool.map(lambda query: write(query.stem, spark.sql(query.read_text())), queries))
spark.stop()

"""Prints columns of a Delta table as JSON, a row a line: spark-submit read_by_spark.py PATH COLUMN..."""

import json
import sys

from pyspark.sql import SparkSession

folder, *columns = sys.argv[1:]
spark = (
    SparkSession.builder.config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
    .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
    .getOrCreate()
)
for row in spark.read.format("delta").load(folder).select(*columns).toLocalIterator():
    print(json.dumps(row.asDict()))
spark.stop()

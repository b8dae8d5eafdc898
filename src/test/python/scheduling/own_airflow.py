"""An Airflow of its own: home, SQLite database and configuration in a temporary folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from assay import HOME, SPARK_HOME

DAGS = HOME / "jobs/airflow"
CONNECTION = "assay_spark"

# Airflow reads its environment when it is imported, so before that.
FOLDER = Path(tempfile.mkdtemp(prefix="assay-airflow-"))
os.environ.update(
    AIRFLOW_HOME=str(FOLDER),
    AIRFLOW__CORE__LOAD_EXAMPLES="false",
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW_CONN_ASSAY_SPARK='{"conn_type": "spark", "host": "local[2]"}',
    SPARK_HOME=str(SPARK_HOME),
    SPARK_LOCAL_IP="127.0.0.1",
    PATH=f"{SPARK_HOME}/bin:{os.environ['PATH']}",
)
for ours in ("ASSAY_AIRFLOW_CONFIG", "ASSAY_HOME"):
    os.environ.pop(ours, None)

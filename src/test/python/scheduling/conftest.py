"""An Airflow of its own: home, SQLite database and configuration in a temporary folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from assay import HOME, SPARK_HOME

DAGS = HOME / "jobs/airflow"
CONNECTION = "assay_spark"

# Airflow reads its environment when it is imported, which the test modules do.
airflow_home = Path(tempfile.mkdtemp(prefix="assay-airflow-"))
os.environ.update(
    AIRFLOW_HOME=str(airflow_home),
    AIRFLOW__CORE__LOAD_EXAMPLES="false",
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__UNIT_TEST_MODE="false",
    AIRFLOW_CONN_ASSAY_SPARK='{"conn_type": "spark", "host": "local[2]"}',
    SPARK_HOME=str(SPARK_HOME),
    SPARK_LOCAL_IP="127.0.0.1",
    PATH=f"{SPARK_HOME}/bin:{os.environ['PATH']}",
)
os.environ.pop("ASSAY_AIRFLOW_CONFIG", None)


def pytest_unconfigure():
    shutil.rmtree(airflow_home, ignore_errors=True)


@pytest.fixture(scope="session")
def database():
    """Airflow's tables."""
    subprocess.run([f"{sys.prefix}/bin/airflow", "db", "migrate"], check=True, capture_output=True, timeout=600)


@pytest.fixture
def load_dag(monkeypatch, database):
    """Loads the DAG as Airflow does, for a configuration file."""

    def load(config: Path | None = None):
        from airflow.dag_processing.dagbag import BundleDagBag

        if config is not None:
            monkeypatch.setenv("ASSAY_AIRFLOW_CONFIG", str(config))
        bag = BundleDagBag(dag_folder=str(DAGS), bundle_path=DAGS, bundle_name="dags-folder")
        assert bag.import_errors == {}
        assert len(bag.dags) == 1
        return next(iter(bag.dags.values()))

    return load

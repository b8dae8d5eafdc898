"""Airflow's database, and the DAG as Airflow loads it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from own_airflow import DAGS, FOLDER


def pytest_unconfigure():
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def database():
    """Airflow's tables."""
    command = [f"{sys.prefix}/bin/airflow", "db", "migrate"]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


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

"""The Airflow DAG of Assay: jobs from jobs/plan.json, deliveries from assay.yaml beside this file.

ASSAY_AIRFLOW_CONFIG  another configuration file
ASSAY_HOME            the checkout, where this file was copied out of it
"""

import os
from pathlib import Path

from assay_airflow.pipeline import build
from assay_airflow.plan import Plan
from assay_airflow.settings import load

here = Path(__file__).resolve().parent
home = Path(os.environ.get("ASSAY_HOME") or here.parents[1])
settings = load(Path(os.environ.get("ASSAY_AIRFLOW_CONFIG") or here / "assay.yaml"), home)

dag = build(settings, Plan.read(home / "jobs/plan.json"), home)

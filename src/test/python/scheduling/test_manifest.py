"""The Kubernetes manifest names what this project builds."""

from __future__ import annotations

import json
import re
import zipfile

import yaml
from assay import HOME, JAR, SPARK_HOME

SPEC = yaml.safe_load((HOME / "jobs/kubernetes/assay-run.yaml").read_text())["spec"]
POM = (HOME / "pom.xml").read_text()


def of_pom(name: str) -> str:
    return re.search(rf"<{name}>(.+?)</{name}>", POM).group(1)


def test_versions_are_the_projects():
    assert SPEC["sparkVersion"] == of_pom("spark.version")
    assert SPEC["deps"]["packages"] == [f"org.apache.hadoop:hadoop-aws:{of_pom('hadoop.version')}"]
    assert (SPARK_HOME / f"jars/hadoop-client-api-{of_pom('hadoop.version')}.jar").is_file()
    assert SPEC["image"] == f"assay:{of_pom('version')}"


def test_the_main_class_is_in_the_jar():
    with zipfile.ZipFile(JAR) as jar:
        assert SPEC["mainClass"].replace(".", "/") + ".class" in jar.namelist()


def test_all_jobs_of_a_day_are_run():
    plan = json.loads((HOME / "jobs/plan.json").read_text())
    assert SPEC["arguments"][0] == "run"
    assert "run" not in [job["job"] for job in plan["jobs"]]

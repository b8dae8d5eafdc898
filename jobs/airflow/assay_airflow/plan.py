"""The jobs and what connects them, as `jobs/assay plan --format json` prints them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """One command of the application.

    per_delivery: run once for each delivery, not once a day.
    writes: tables it replaces a slice of, as layer.table.
    """

    name: str
    description: str
    per_delivery: bool
    writes: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """jobs: in an order in which they can run; edges: pairs of names, writer before reader."""

    jobs: tuple[Job, ...]
    edges: tuple[tuple[str, str], ...]

    @staticmethod
    def read(file: Path) -> Plan:
        tree = json.loads(file.read_text(encoding="utf-8"))
        jobs = tuple(
            Job(
                job["job"], job["description"], job["runs_for"] == "crawl", tuple(job["writes"])
            )
            for job in tree["jobs"]
        )
        return Plan(jobs, tuple((edge["from"], edge["to"]) for edge in tree["edges"]))

"""The command line, and the ledger that it leaves, as the tests in Python use them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[3]
LAUNCHER = HOME / "jobs/assay"
JAR = HOME / "target/assay.jar"
SPARK_HOME = HOME / ".python/spark-home"
SECONDS = 900
# Pods, a farm and bought followers among a few hundred accounts.
SMALL_WORLD = HOME / "src/test/python/small-world.yaml"
# The compiler's first stage alone: runs of a test are over before more would pay.
SHORT = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:+UseSerialGC"


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without settings that would turn an embedded run into another."""
    ours = {"SPARK_HOME", "SPARK_CONF_DIR", "ASSAY_SPARK_OPTS", "ASSAY_JAVA_OPTS"}
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    return kept | {"ASSAY_BUILD": "never", "ASSAY_JAVA_OPTS": SHORT} | changes


def run(
    *arguments: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess:
    """Runs jobs/assay to its end; its progress goes to pytest's captured output."""
    command = [str(LAUNCHER), *map(str, arguments)]
    ended = subprocess.run(
        command, env=env or environment(), cwd=cwd, text=True, capture_output=True, timeout=SECONDS
    )
    print("$", *command, f"-> {ended.returncode}", sep=" ")
    print(ended.stdout, ended.stderr, sep="\n", file=sys.stderr)
    return ended


def must(*arguments: str | Path, env: dict[str, str] | None = None) -> None:
    ended = run(*arguments, env=env)
    assert ended.returncode == 0, ended.stderr


def hashes(lake: Path) -> dict[tuple[str, str], str]:
    """The content hash of each slice of each table, as last published."""
    from deltalake import DeltaTable

    table = DeltaTable(str(lake / "ops/publication")).to_pyarrow_table()
    rows = sorted(table.to_pylist(), key=lambda row: row["published_at"])
    return {(row["table_name"], row["slice"]): row["content_hash"] for row in rows}


def contents(lake: Path, layers: tuple[str, ...] = ("bronze", "silver", "gold")) -> dict[str, str]:
    """A digest of each table's rows as a reader finds them, in any order, run_id left out."""
    import hashlib

    from deltalake import DeltaTable

    digests = {}
    for folder in sorted(path for layer in layers for path in lake.glob(f"{layer}/*")):
        table = DeltaTable(str(folder)).to_pyarrow_table()
        rows = table.select([name for name in table.column_names if name != "run_id"]).to_pylist()
        text = "\n".join(sorted(map(repr, rows)))
        digests[f"{folder.parent.name}.{folder.name}"] = hashlib.sha256(text.encode()).hexdigest()
    return digests


if __name__ == "__main__":
    # For tests whose own environment has no reader of Delta tables.
    import json

    lake = Path(sys.argv[1])
    published = [[*key, value] for key, value in hashes(lake).items()]
    print(json.dumps({"published": published, "contents": contents(lake)}))

"""A standalone Spark cluster on loopback: processes that end with the block they are used in."""

from __future__ import annotations

import json
import re
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from assay import SHORT, SPARK_HOME, environment

SECONDS = 120


def spark_environment(**changes: str) -> dict[str, str]:
    """For Spark's own processes and for spark-submit: this Spark home, loopback only."""
    return environment(
        SPARK_HOME=str(SPARK_HOME),
        SPARK_LOCAL_IP="127.0.0.1",
        SPARK_SCALA_VERSION="2.13",
        SPARK_NO_DAEMONIZE="1",
        **changes,
    )


@contextmanager
def daemon(log: Path, *command: str, **changes: str) -> Iterator[subprocess.Popen]:
    """One of Spark's processes, ended by its id however the block ends."""
    with log.open("w") as out:
        process = subprocess.Popen(
            [str(SPARK_HOME / "bin/spark-class"), *command],
            env=spark_environment(**changes),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def await_line(process: subprocess.Popen, log: Path, pattern: str, count: int = 1) -> list[str]:
    """Waits until the log holds so many matches; a process that ends or hangs fails the test."""
    deadline = time.monotonic() + SECONDS
    while True:
        ended = process.poll() is not None
        found = re.findall(pattern, log.read_text())
        if len(found) >= count:
            return found
        assert not ended, f"{log.name} ended early:\n{log.read_text()}"
        assert time.monotonic() < deadline, f"no {pattern!r} in {log.name}:\n{log.read_text()}"
        time.sleep(0.1)


@dataclass(frozen=True)
class Cluster:
    """A running cluster.

    master: its URL, for --master.
    """

    master: str

    def options(self, *extra: str) -> list[str]:
        """spark-submit's options: small executors, few partitions, no pages, a quick start."""
        sizes = ["--executor-memory", "900m", "--executor-cores", "1", "--driver-memory", "1g"]
        confs = [
            "spark.ui.enabled=false",
            # Another number than an embedded run's; the content must not depend on it.
            "spark.sql.shuffle.partitions=7",
            f"spark.driver.extraJavaOptions={SHORT}",
            f"spark.executor.extraJavaOptions={SHORT}",
            *extra,
        ]
        return ["--master", self.master, *sizes, *(part for c in confs for part in ("--conf", c))]


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A master and workers of one core each, on ports that are free."""
    address = ["--host", "127.0.0.1", "--port", "0", "--webui-port", "0"]
    with ExitStack() as running:
        log = folder / "master.log"
        master = running.enter_context(
            daemon(log, "org.apache.spark.deploy.master.Master", *address)
        )
        url = await_line(master, log, r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")[0]
        for number in range(workers):
            running.enter_context(
                daemon(
                    folder / f"worker-{number}.log",
                    "org.apache.spark.deploy.worker.Worker",
                    *address,
                    *("--cores", "1", "--memory", "1g"),
                    *("--work-dir", str(folder / f"work-{number}")),
                    url,
                )
            )
        await_line(master, log, r"Registering worker 127\.0\.0\.1", workers)
        yield Cluster(url)


@contextmanager
def history_server(folder: Path, events: Path) -> Iterator[str]:
    """A History Server over a folder of event logs; gives the address of its REST interface."""
    log = folder / "history.log"
    options = f"-Dspark.history.fs.logDirectory={events.as_uri()} -Dspark.history.ui.port=0"
    history = "org.apache.spark.deploy.history.HistoryServer"
    with daemon(log, history, SPARK_HISTORY_OPTS=options) as process:
        # It names itself as the machine resolves its address, and listens on that address.
        port = await_line(process, log, r"started at http://\S+:(\d+)")[0]
        yield f"http://127.0.0.1:{port}/api/v1"


def get(url: str) -> list | dict:
    with urllib.request.urlopen(url, timeout=SECONDS) as response:
        return json.load(response)

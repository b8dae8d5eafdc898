"""Airflow's SparkSubmitOperator, with what Assay's exit codes mean."""

from __future__ import annotations

from typing import Any

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import BaseHook, ObjectStoragePath
from airflow.sdk.exceptions import (
    AirflowException,
    AirflowFailException,
    AirflowNotFoundException,
    AirflowSkipException,
)

# What a retry alone does not mend.
FINAL = {
    2: "the caller's mistake: arguments, settings or an input; the log's last line says which",
    3: "a quality gate stopped the publication; look into ops.quarantine and ops.quality_check",
}


class AssayOperator(SparkSubmitOperator):
    """Runs one job of Assay.

    Fails at once, without a retry, where the connection is missing (the Spark operator would submit
    to YARN instead) and on exit codes 2 and 3. Any other failure is retried as the task says.

    Deploy modes in which the driver's exit code does not come back (YARN's cluster mode: always 1)
    are retried whatever it was.
    """

    def execute(self, context: Any) -> None:
        self._require_connection()
        try:
            super().execute(context)
        except AirflowException as e:
            code = self._exit_code()
            if code in FINAL:
                raise AirflowFailException(f"exit code {code}: {FINAL[code]}") from e
            raise

    def _require_connection(self) -> None:
        try:
            BaseHook.get_connection(self._conn_id)
        except AirflowNotFoundException as e:
            raise AirflowFailException(
                f"there is no connection {self._conn_id!r}, and without it Spark would run on YARN."
                f" Create it: airflow connections add {self._conn_id} --conn-type spark --conn-host"
                " MASTER"
            ) from e

    def _exit_code(self) -> int | None:
        """Of the application: on Kubernetes from the log, elsewhere spark-submit ends with it."""
        if self._hook is None:
            return None
        in_log = self._hook._spark_exit_code
        process = self._hook._submit_sp
        return in_log or (process.returncode if process is not None else None)


class IngestOperator(AssayOperator):
    """Ingests a delivery, once it has come.

    path: where it is (templated).
    required: whether one that has not come is an error, which is retried in case it is late;
    otherwise the task is skipped.
    """

    template_fields = (*AssayOperator.template_fields, "path")

    def __init__(self, *, path: str, required: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.path = path
        self.required = required

    def execute(self, context: Any) -> None:
        if not _exists(self.path):
            absent = f"the delivery {self.path} has not come"
            if self.required:
                raise AirflowException(f"{absent}, and it is required")
            raise AirflowSkipException(f"{absent}; the day goes on without it")
        super().execute(context)


def _exists(path: str) -> bool:
    """Whether there is a file or folder; every store but the local disk needs its fsspec package.

    Hadoop's own names of S3 mean the same store.
    """
    for hadoop in ("s3a://", "s3n://"):
        path = path.replace(hadoop, "s3://", 1) if path.startswith(hadoop) else path
    return ObjectStoragePath(path).exists()

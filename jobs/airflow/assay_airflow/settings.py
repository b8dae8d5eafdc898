"""The configuration of the DAG: read once, checked as a whole, every mistake named."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from croniter import croniter

# The day of a run: the date, in UTC, on which its interval begins.
DAY = "{{ data_interval_start.in_timezone('UTC').strftime('%s') }}"
PLACEHOLDERS = {
    "date": DAY % "%Y-%m-%d",
    "year": DAY % "%Y",
    "month": DAY % "%m",
    "day": DAY % "%d",
}
SECRET = re.compile(r"secret|password|passwd|token|credential|(access|account|api)[._-]?key", re.I)
CRAWL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# Azure's addresses name the container before an @; elsewhere that is a user, perhaps a password.
USER_IN_URL = re.compile(r"(?<!abfs)(?<!abfss)(?<!wasb)(?<!wasbs)://[^/]*@|://[^/@]*:[^/@]*@")
KEYS = {
    "dag_id", "schedule", "timezone", "start_date", "catchup", "connection", "lake", "retries",
    "retry_delay_minutes", "parallel_tasks", "settings", "spark_submit", "deliveries",
}  # fmt: skip
DELIVERY_KEYS = {"crawl_id", "path", "mapping", "crawled_at", "required"}
# Arguments of the operator that are this DAG's to give.
OURS = {"task_id", "conn_id", "application", "application_args", "java_class", "name", "outlets"}


class SettingsError(ValueError):
    """A configuration that cannot be used; the message names the file and each mistake."""


@dataclass(frozen=True)
class Delivery:
    """What one crawler brings for a day.

    path: template for Airflow, with the day in it.
    mapping: how its files become feeds; None for the canonical format.
    crawled_at: template of the time at which records were seen that do not say so, or None.
    """

    crawl_id: str
    path: str
    mapping: str | None
    crawled_at: str | None
    required: bool


@dataclass(frozen=True)
class Settings:
    dag_id: str
    schedule: str
    timezone: str
    start_date: datetime
    catchup: bool
    connection: str
    lake: str
    retries: int
    retry_delay_minutes: float
    parallel_tasks: int
    settings: tuple[str, ...]
    spark_submit: dict[str, Any]
    deliveries: tuple[Delivery, ...]


def load(file: Path, home: Path) -> Settings:
    """Reads the file; relative paths in it are below home.

    Raises SettingsError with all mistakes.
    """
    try:
        tree = yaml.load(file.read_text(encoding="utf-8"), Loader=_UniqueKeys)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as e:
        raise SettingsError(f"{file} cannot be read: {e}") from e
    if not isinstance(tree, dict):
        raise SettingsError(f"{file} holds no keys; write it like jobs/airflow/assay.yaml")
    problems: list[str] = []
    settings = _Reader(tree, home, problems).settings()
    if problems:
        raise SettingsError("\n  ".join([f"{file} has {len(problems)} problem(s):", *problems]))
    return settings


class _UniqueKeys(yaml.SafeLoader):
    """YAML would let the last of two equal keys win without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(
                    None, None, "a key is not a word", key.start_mark
                )
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value} is there twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _is_daily(schedule: str, zone: Any) -> bool:
    """Whether runs begin once on every date of UTC, of two years, with their changes of the clock."""
    try:
        start = datetime(2026, 1, 1, tzinfo=ZoneInfo(zone))
    except (TypeError, ValueError, OSError, ZoneInfoNotFoundError):
        return True  # told by timezone()
    times = croniter(schedule, start)
    days = [times.get_next(datetime).astimezone(timezone.utc).date() for _ in range(731)]
    return all(after - day == timedelta(days=1) for day, after in zip(days, days[1:]))


class _Reader:
    """Reads values and collects what is wrong with them; an empty one stands in for a wrong one."""

    def __init__(self, tree: dict, home: Path, problems: list[str]) -> None:
        self.tree, self.home, self.problems = tree, home, problems

    def settings(self) -> Settings:
        for key in sorted(set(map(str, self.tree)) - KEYS):
            self.problems.append(f"{key} is no setting; there are {', '.join(sorted(KEYS))}")
        return Settings(
            dag_id=self.value("dag_id", str, "assay"),
            schedule=self.schedule(),
            timezone=self.timezone(),
            start_date=self.start_date(),
            catchup=self.value("catchup", bool, False),
            connection=self.value("connection", str),
            lake=self.absolute("lake", self.value("lake", str)),
            retries=self.number("retries", int, 2, least=0),
            retry_delay_minutes=self.number("retry_delay_minutes", (int, float), 10, least=0),
            parallel_tasks=self.number("parallel_tasks", int, 1, least=1),
            settings=tuple(self.file("settings", f) for f in self.value("settings", list, [])),
            spark_submit=self.spark_submit(),
            deliveries=self.deliveries(),
        )

    def value(self, key: str, kind: type | tuple, default: Any = None) -> Any:
        found = self.tree.get(key, default)
        wrong = not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool)
        if wrong or found == "":
            wanted = kind[-1] if isinstance(kind, tuple) else kind
            self.problems.append(f"{key} is {found!r}; it must be a {wanted.__name__}")
            return wanted()
        return found

    def number(self, key: str, kind: type | tuple, default: float, least: float) -> Any:
        found = self.value(key, kind, default)
        if not found >= least:
            self.problems.append(f"{key} is {found}; it must be at least {least}")
        return found

    def schedule(self) -> str:
        found = self.value("schedule", str, "0 3 * * *")
        if found and not croniter.is_valid(found):
            self.problems.append(f"schedule is {found!r}; write a cron expression like '0 3 * * *'")
        elif found and not _is_daily(found, self.tree.get("timezone", "UTC")):
            self.problems.append(
                f"schedule {found!r} does not begin once on every day of UTC, so days would be made"
                " twice or never; write another hour, or timezone: UTC"
            )
        return found

    def timezone(self) -> str:
        found = self.value("timezone", str, "UTC")
        try:
            ZoneInfo(found)
        except (ValueError, OSError, ZoneInfoNotFoundError):
            self.problems.append(f"timezone is {found!r}; write UTC or a zone like Europe/Berlin")
        return found

    def start_date(self) -> datetime:
        found = self.tree.get("start_date")
        if isinstance(found, date):
            return datetime(found.year, found.month, found.day)
        self.problems.append(f"start_date is {found!r}; write YYYY-MM-DD")
        return datetime(2000, 1, 1)

    def absolute(self, key: str, path: str) -> str:
        if not path.startswith("/") and "://" not in path:
            self.problems.append(f"{key} is {path!r}; workers need an absolute path or a URL")
        if USER_IN_URL.search(path):
            self.problems.append(f"{key} names a user or a secret; set it where Spark runs")
        return path.rstrip("/") or "/"

    def file(self, key: str, name: Any) -> str:
        path = self.home / str(name)
        if not path.is_file():
            self.problems.append(f"{key}: file {path} does not exist")
        return str(path)

    def spark_submit(self) -> dict[str, Any]:
        arguments = dict(self.value("spark_submit", dict, {}))
        for key in sorted(OURS & set(arguments)):
            self.problems.append(f"spark_submit.{key} is set by the DAG; remove it")
        keys = []
        for name in ("conf", "env_vars"):
            given = arguments.get(name) or {}
            if not isinstance(given, dict):
                self.problems.append(f"spark_submit.{name} is {given!r}; it must be a dict")
            else:
                keys += given
        for key in keys:
            if SECRET.search(str(key)):
                self.problems.append(
                    f"spark_submit, {key}: arguments are seen by everybody; set it where Spark"
                    " runs (environment, its own configuration)"
                )
        return arguments

    def deliveries(self) -> tuple[Delivery, ...]:
        entries = self.value("deliveries", list, [])
        found = [self.delivery(number, entry) for number, entry in enumerate(entries)]
        ids = [delivery.crawl_id for delivery in found]
        for crawl_id in sorted({crawl_id for crawl_id in ids if ids.count(crawl_id) > 1}):
            self.problems.append(
                f"deliveries: crawl_id {crawl_id} is there twice; one would replace the other"
            )
        paths = [(delivery.path, delivery.mapping) for delivery in found if delivery.path]
        for path, mapping in sorted({p for p in paths if paths.count(p) > 1}, key=str):
            ids = ", ".join(d.crawl_id for d in found if (d.path, d.mapping) == (path, mapping))
            self.problems.append(
                f"deliveries: {ids} read the same path by the same mapping; everything in it would"
                " be counted twice"
            )
        if not found:
            self.problems.append("deliveries is empty; name at least one")
        return tuple(found)

    def delivery(self, number: int, entry: Any) -> Delivery:
        where = f"deliveries[{number}]"
        entry = entry if isinstance(entry, dict) else {}
        for key in sorted(set(map(str, entry)) - DELIVERY_KEYS):
            self.problems.append(f"{where}.{key} is no setting")
        crawl_id, path = str(entry.get("crawl_id") or ""), str(entry.get("path") or "")
        if not CRAWL_ID.fullmatch(crawl_id):
            self.problems.append(f"{where}.crawl_id is {crawl_id!r}; use letters, digits, . _ -")
        required = entry.get("required", True)
        if not isinstance(required, bool):
            self.problems.append(f"{where}.required is {required!r}; write true or false")
        mapping = entry.get("mapping")
        if mapping is not None:
            mapping = self.file(f"{where}.mapping", mapping)
        crawled_at = entry.get("crawled_at")
        if crawled_at is not None:
            crawled_at = self.moment(f"{where}.crawled_at", str(crawled_at))
        path = self.template(f"{where}.path", path)
        return Delivery(crawl_id, path, mapping, crawled_at, required is True)

    def moment(self, key: str, text: str) -> str:
        filled = self.template(key, text, of_path=False)
        example = text.format(date="2026-10-31", year="2026", month="10", day="31") if filled else ""
        try:
            datetime.strptime(example, "%Y-%m-%dT%H:%M:%SZ")
        except ValueError:
            self.problems.append(f"{key} is {text!r}; write {{date}}T12:00:00Z")
        return filled

    def template(self, key: str, path: str, of_path: bool = True) -> str:
        if of_path:
            self.absolute(key, path)
        try:
            parts = [part[1:] for part in string.Formatter().parse(path) if part[1] is not None]
            if any(specification or conversion for _, specification, conversion in parts):
                raise ValueError("a placeholder is a name alone")
            used = {name for name, _, _ in parts}
            filled = path.format(**PLACEHOLDERS)
        except (KeyError, ValueError, IndexError):
            self.problems.append(
                f"{key} is {path!r}; placeholders are {{date}}, {{year}}, {{month}}, {{day}}"
            )
            return ""
        if "date" not in used and not {"year", "month", "day"} <= used:
            self.problems.append(f"{key} is {path!r}, the same every day; put {{date}} into it")
        return filled

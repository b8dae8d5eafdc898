"""A wrong configuration of the DAG is told as a whole, with what to write."""

from __future__ import annotations

import sys

import pytest
import yaml
from assay import HOME
from own_airflow import DAGS

sys.path.append(str(DAGS))
from assay_airflow.settings import SettingsError, load  # noqa: E402

GOOD = {
    "start_date": "2026-10-01",
    "connection": "assay_spark",
    "lake": "/data/lake",
    "deliveries": [{"crawl_id": "own", "path": "/in/{date}"}],
}


def loaded(tmp_path, **changes):
    file = tmp_path / "assay.yaml"
    text = yaml.safe_dump(GOOD | changes).replace("'2026-10-01'", "2026-10-01")
    file.write_text(text)
    return load(file, HOME)


def problems(tmp_path, **changes) -> str:
    with pytest.raises(SettingsError) as raised:
        loaded(tmp_path, **changes)
    return str(raised.value)


def test_the_shipped_file_is_valid_and_its_defaults_are_ours(tmp_path):
    shipped = load(DAGS / "assay.yaml", HOME)
    ours = loaded(tmp_path)
    assert (shipped.dag_id, shipped.schedule, shipped.timezone, shipped.catchup) == (
        (ours.dag_id, ours.schedule, ours.timezone, ours.catchup)
    )
    assert [delivery.required for delivery in shipped.deliveries] == [True, False]
    assert shipped.deliveries[1].mapping == str(HOME / "conf/sources/tiktok-famous.yaml")


def test_all_mistakes_are_told_at_once(tmp_path):
    told = problems(
        tmp_path,
        lake="lake",
        retries="two",
        start_date="soon",
        colour="red",
        deliveries=[{"crawl_id": "a b", "path": "/in/own", "mapping": "conf/none.yaml"}],
    )
    assert "has 7 problem(s)" in told
    for part in (
        "colour is no setting",
        "lake is 'lake'; workers need an absolute path or a URL",
        "retries is 'two'; it must be a int",
        "start_date is 'soon'; write YYYY-MM-DD",
        "deliveries[0].crawl_id is 'a b'",
        "conf/none.yaml does not exist",
        "'/in/own', the same every day; put {date} into it",
    ):
        assert part in told


def test_deliveries_must_not_replace_each_other(tmp_path):
    twice = [{"crawl_id": "own", "path": f"/{folder}/{{date}}"} for folder in "ab"]
    assert "crawl_id own is there twice" in problems(tmp_path, deliveries=twice)
    assert "deliveries is empty" in problems(tmp_path, deliveries=[])


@pytest.mark.parametrize(
    "key", ["spark.hadoop.fs.s3a.secret.key", "spark.hadoop.fs.s3a.access.key", "spark.db.Password"]
)
def test_a_secret_is_refused(tmp_path, key):
    told = problems(tmp_path, spark_submit={"conf": {key: "hunter2"}})
    assert key in told and "arguments are seen by everybody" in told
    assert "hunter2" not in told


def test_what_the_dag_sets_itself_is_refused(tmp_path):
    assert "spark_submit.application is set by the DAG" in problems(
        tmp_path, spark_submit={"application": "other.jar"}
    )


def test_secrets_in_the_environment_or_in_an_address_are_refused(tmp_path):
    told = problems(
        tmp_path,
        lake="s3a://key:secret@bucket/lake",
        spark_submit={"env_vars": {"AWS_SECRET_ACCESS_KEY": "x"}},
    )
    assert "lake names a user or a secret" in told
    assert "spark_submit, AWS_SECRET_ACCESS_KEY" in told


def test_the_time_of_a_delivery_that_states_none(tmp_path):
    own = {"crawl_id": "own", "path": "/in/{date}"}
    known = loaded(tmp_path, deliveries=[own | {"crawled_at": "{date}T12:00:00Z"}])
    assert known.deliveries[0].crawled_at.endswith("strftime('%Y-%m-%d') }}T12:00:00Z")
    told = problems(tmp_path, deliveries=[own | {"crawled_at": "{date} noon"}])
    assert "deliveries[0].crawled_at is '{date} noon'; write {date}T12:00:00Z" in told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"schedule": "every day"}, "schedule is 'every day'; write a cron expression"),
        ({"timezone": "Mars/Olympus"}, "timezone is 'Mars/Olympus'; write UTC or a zone"),
        ({"timezone": "/etc/passwd"}, "timezone is '/etc/passwd'"),
        ({"retries": -1}, "retries is -1; it must be at least 0"),
        ({"retry_delay_minutes": float("nan")}, "retry_delay_minutes is nan"),
        ({"parallel_tasks": 0}, "parallel_tasks is 0; it must be at least 1"),
    ],
)
def test_what_airflow_would_only_find_later(tmp_path, changes, told):
    assert told in problems(tmp_path, **changes)


def test_a_placeholder_is_a_name_alone(tmp_path):
    for path in ("/in/{date!r}", "/in/{date:>20}"):
        told = problems(tmp_path, deliveries=[{"crawl_id": "own", "path": path}])
        assert f"deliveries[0].path is {path!r}; placeholders are {{date}}" in told


def test_one_delivery_is_not_counted_twice(tmp_path):
    both = [{"crawl_id": name, "path": "/in/{date}"} for name in ("own", "other")]
    assert "own, other read the same path by the same mapping" in problems(
        tmp_path, deliveries=both
    )


def test_a_file_that_is_not_what_it_seems(tmp_path):
    file = tmp_path / "assay.yaml"
    for content, told in (
        (b"lake: /one\nlake: /two\n", "lake is there twice"),
        (b"lake: /data/\xff\n", "cannot be read"),
    ):
        file.write_bytes(content)
        with pytest.raises(SettingsError, match=told):
            load(file, HOME)


def test_every_day_of_utc_is_made_once(tmp_path):
    assert loaded(tmp_path, schedule="0 3 * * *", timezone="Europe/Berlin").timezone
    for schedule, zone in (
        # 01:30 in Berlin is the day before in UTC in summer, the same day in winter.
        ("30 1 * * *", "Europe/Berlin"),
        ("0 * * * *", "UTC"),
        ("0 3 * * 1", "UTC"),
    ):
        told = problems(tmp_path, schedule=schedule, timezone=zone)
        assert f"schedule '{schedule}' does not begin once on every day of UTC" in told


def test_containers_of_azure_are_no_users(tmp_path):
    for scheme in ("abfs", "abfss", "wasb", "wasbs"):
        lake = f"{scheme}://box@account.dfs.core.windows.net/lake"
        assert loaded(tmp_path, lake=lake).lake == lake
    for lake in ("s3a://key@bucket/lake", "abfss://box:key@account.net/lake"):
        assert "lake names a user or a secret" in problems(tmp_path, lake=lake)


def test_options_of_spark_submit_are_tables(tmp_path):
    told = problems(tmp_path, spark_submit={"conf": "spark.x=1", "env_vars": 5})
    assert "spark_submit.conf is 'spark.x=1'; it must be a dict" in told
    assert "spark_submit.env_vars is 5; it must be a dict" in told

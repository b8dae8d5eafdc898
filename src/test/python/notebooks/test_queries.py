"""The ten questions of notebooks/queries: their answers beside what was planted and what was crawled."""

from __future__ import annotations

import math
import re
from datetime import date
from pathlib import Path
from statistics import median

import conftest
import open_lake
import polars as pl
import pytest
from polars.testing import assert_frame_equal

BEFORE, NOW = map(date.fromisoformat, (conftest.BEFORE, conftest.NOW))
KEY = ["platform", "account_id"]


class Lake:
    """The lake's tables in Polars, and what DuckDB answers."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.connection = open_lake.open_lake(folder)

    def answer(self, question: str) -> pl.DataFrame:
        return open_lake.ask(self.connection, question)

    def table(self, name: str, day: date | None = NOW) -> pl.DataFrame:
        rows = pl.read_delta(str(self.folder / name.replace(".", "/")))
        return rows.filter(as_of=day) if "as_of" in rows.columns else rows

    def planted(self, **what: str) -> set[str]:
        """Ids of accounts whose label says so."""
        return set(self.table("bronze.label").filter(**what)["account_id"])

    def engagements(self) -> pl.DataFrame:
        """What was done to posts, with the post's author and time, from the crawl's own rows."""
        posts = self.table("bronze.post_observation").select("post_id", "account_id", "posted_at").unique()
        return self.table("bronze.interaction_observation").join(posts, on="post_id")


@pytest.fixture(scope="module")
def asked(lake: Path) -> Lake:
    return Lake(lake)


@pytest.mark.parametrize("path", sorted(open_lake.QUERIES.glob("*.sql")), ids=lambda path: path.stem)
def test_spark_sql_answers_the_same_query_as_duckdb(path: Path, asked: Lake, spark: Path) -> None:
    assert path.read_text().startswith("-- ") and "?" in path.read_text().splitlines()[0]
    by_spark = pl.read_parquet(spark / path.stem / "*.parquet")
    by_duckdb = asked.answer(path.stem)
    assert by_duckdb.height > 0
    assert_frame_equal(by_spark, by_duckdb, check_dtypes=False)


def test_bands_are_medians_of_accounts_and_claims_are_compared_with_them(asked: Lake) -> None:
    answer = asked.answer("engagement_by_band")
    accounts = asked.table("gold.account_engagement").filter(pl.col("rate_public").is_not_null())
    assert {"nano", "micro", "macro"} <= set(answer["band"])
    for row in answer.filter(pl.col("median_percent").is_not_null()).iter_rows(named=True):
        rates = accounts.filter(band=row["band"])["rate_public"]
        assert row["accounts"] == rates.len()
        assert row["median_percent"] == pytest.approx(100 * rates.median(), abs=0.005001)
    claims = asked.table("gold.benchmark").filter(scheme="standard", suppressed=False)
    compared = answer.filter(pl.col("within_claim_percent").is_not_null())
    assert compared.height == claims.filter(metric="rate_public").height > 5
    for row in claims.filter(metric="rate_public").iter_rows(named=True):
        rates = accounts.filter(
            pl.col("band") == row["band"],
            pl.col("followers") >= row["followers_from"],
            pl.col("followers") < (row["followers_below"] or math.inf),
        )["rate_public"]
        below = 100 * (rates < row["claim_low"]).mean()
        found = compared.filter(band=row["band"], claim=row["statement"], claimed_by=row["source"])
        assert any(share == pytest.approx(below, abs=0.05001) for share in found["below_claim_percent"])


def test_the_best_engaged_are_real_and_in_order(asked: Lake) -> None:
    answer = asked.answer("best_engaged_for_size")
    planted = asked.planted() - asked.planted(label="genuine")
    assert answer.height == 20 and not planted & set(answer["account_id"])
    together = asked.table("gold.account_engagement").join(
        asked.table("gold.account_assessment").select(*KEY, "flagged", "authenticity"), on=KEY
    )
    doubtful = asked.table("gold.audience_quality").select(*KEY, "doubtful_engagements_share")
    expected = (
        together.join(doubtful, on=KEY, how="left")
        .filter(
            pl.col("band") == "micro",
            pl.col("rate_vs_expected").is_not_null(),
            ~pl.col("flagged"),
            pl.col("authenticity") >= 90,
            pl.col("doubtful_engagements_share").fill_null(0) <= 0.2,
        )
        .sort("rate_vs_expected", descending=True)
    )
    assert answer["account_id"].to_list() == expected["account_id"].head(20).to_list()


def test_the_strongest_pod_is_a_planted_one_and_its_ties_are_those_of_the_crawl(asked: Lake) -> None:
    answer = asked.answer("strongest_pod")
    labels = asked.table("bronze.label").filter(label="pod")
    pods = [set(group["account_id"]) for _, group in labels.group_by("group_id")]
    members = set(answer["who_id"]) | set(answer["engages_id"])
    assert members in pods
    within = asked.engagements().filter(
        pl.col("actor_id").is_in(members),
        pl.col("account_id").is_in(members),
        pl.col("actor_id") != pl.col("account_id"),
    )
    expected = within.group_by(who_id="actor_id", engages_id="account_id").agg(
        posts=pl.col("post_id").n_unique(),
        engagements=pl.len(),
        engagements_timed=pl.col("occurred_at").count(),
        minutes_median=((pl.col("occurred_at") - pl.col("posted_at")).dt.total_seconds() / 60).median(),
    )
    assert_frame_equal(
        answer.select(expected.columns),
        expected,
        check_row_order=False,
        check_dtypes=False,
        rel_tol=0,
        abs_tol=0.051,
    )
    everybody = asked.engagements().select(pl.col("occurred_at") - pl.col("posted_at")).to_series()
    assert answer["minutes_median"].median() < everybody.dt.total_seconds().median() / 60 / 3


def test_followers_that_jumped_alone_were_bought(asked: Lake) -> None:
    answer = asked.answer("jumps_without_engagement")
    unanswered = answer.filter(finding="not answered by engagement")
    assert unanswered.height > 0
    assert set(unanswered["account_id"]) <= asked.planted(label="fake_followers")
    # None of those whose engagement rose as much, as where a post went viral.
    growth = asked.table("gold.account_growth").filter(pl.col("largest_gain_share") >= 0.1)
    answered = growth.filter(
        pl.col("jump_count") > 0, pl.col("engagement_change") >= pl.col("largest_gain_share") / 2
    )
    assert answered.height > 0 and not set(answered["account_id"]) & set(answer["account_id"])
    seen = asked.table("bronze.account_observation").select("account_id", "crawled_at", "followers")
    for row in answer.iter_rows(named=True):
        at = dict(seen.filter(account_id=row["account_id"]).select("crawled_at", "followers").iter_rows())
        assert at[row["jump_to"]] - at[row["jump_from"]] == row["followers_gained"]


def test_templates_lead_the_copied_comments(asked: Lake) -> None:
    answer = asked.answer("copied_comments")
    comments = asked.engagements().filter(kind="comment").with_columns(
        comment=pl.col("text").str.strip_chars(" ").str.to_lowercase()
    )
    expected = (
        comments.filter(pl.col("comment").str.len_chars() >= 20)
        .group_by("comment")
        .agg(
            comments=pl.len(),
            accounts=pl.col("actor_id").n_unique(),
            posts=pl.col("post_id").n_unique(),
            creators=pl.col("account_id").n_unique(),
        )
        .filter(pl.col("accounts") >= 2)
    )
    assert_frame_equal(
        answer.select(expected.columns),
        expected.join(answer, on="comment", how="semi"),
        check_row_order=False,
        check_dtypes=False,
    )
    first = answer.head(3)["comment"]
    authors = set(comments.filter(pl.col("comment").is_in(first.implode()))["actor_id"])
    planted = asked.planted(label="bot") & authors
    assert len(planted) / len(authors) > 0.9


def test_doubtful_engagement_is_that_of_pods_and_farms_and_hardly_that_of_the_famous(asked: Lake) -> None:
    answer = asked.answer("doubtful_engagement")
    crawled = (
        asked.engagements()
        .filter(pl.col("actor_id") != pl.col("account_id"))
        .select("account_id", "actor_id", "post_id")
        .unique()
        .group_by("account_id")
        .agg(pl.len())
    )
    counted = dict(crawled.iter_rows())
    for row in answer.iter_rows(named=True):
        assert row["engagements"] == counted[row["account_id"]]
        share = 100 * row["engagements_doubtful"] / row["engagements_assessed"]
        assert row["doubtful_percent"] == pytest.approx(share, abs=0.05001)
        assert row["doubtful_from_percent"] <= row["doubtful_percent"] <= row["doubtful_to_percent"]
    percent = dict(answer.select("account_id", "doubtful_percent").iter_rows())
    customers, famous = asked.planted(**{"class": "farm_customer"}), asked.planted(**{"class": "celebrity"})
    ordinary = asked.planted(**{"class": "ordinary"}) & percent.keys()
    assert median(percent[account] for account in customers) > 80
    assert median(percent[account] for account in ordinary) < 40
    assert max(percent[account] for account in famous) < 20
    assert set(answer["account_id"].head(10)) <= asked.planted(label="pod") | customers


def test_a_flag_can_be_followed_to_values_peers_and_rows(asked: Lake) -> None:
    answer = asked.answer("why_flagged")
    account = answer["account_id"][0]
    assert account in asked.planted() - asked.planted(label="genuine")
    assert answer["likelihood"][0] == pytest.approx(answer["published_likelihood"][0], abs=1e-12)
    assert answer["published_likelihood"][0] >= answer["flagged_from"][0]
    signals = answer.filter(pl.col("share_of_peers_beyond").is_not_null())
    for tail, weight, contribution in signals.select(
        "share_of_peers_beyond", "weight", "contribution"
    ).iter_rows():
        assert contribution == pytest.approx(weight * (min(5, -math.log10(tail)) - math.log10(math.e)))

    value = dict(answer.select("signal", "value").iter_rows())
    profile = asked.table("silver.account").filter(account_id=account).row(0, named=True)
    digits = sum(letter.isdigit() for letter in profile["handle"])
    assert value["handle_digit_share"] == pytest.approx(digits / len(profile["handle"]))

    rows = dict(answer.select("measured_from", "source_rows").iter_rows())
    observed = asked.table("bronze.account_observation").filter(account_id=account)
    given = asked.table("bronze.interaction_observation").filter(actor_id=account)
    assert rows["silver.account"] == observed.height
    assert rows["silver.interaction (given)"] == given.height


def test_what_could_not_be_assessed_is_counted_by_reason(asked: Lake) -> None:
    answer = asked.answer("not_assessable")
    accounts = asked.table("silver.account")["account_id"]
    authors = set(asked.table("bronze.post_observation")["account_id"])
    silent = sum(account not in authors for account in accounts)
    found = answer.filter(question="engagement rate", reason="no posts in the window")
    assert found["accounts"].to_list() == [silent]
    assert found["percent"].to_list() == [pytest.approx(100 * silent / accounts.len(), abs=0.05001)]
    assessed = asked.table("gold.account_assessment")
    for question, column in (
        ("is it run by a program", "p_bot"),
        ("did it buy followers", "p_fake_followers"),
        ("did it buy engagement", "p_fake_engagement"),
        ("is it in a pod", "p_pod"),
    ):
        counted = answer.filter(question=question)["accounts"].sum()
        assert counted == assessed[column].null_count(), question


def test_how_distributions_moved_is_the_difference_of_two_days(asked: Lake) -> None:
    answer = asked.answer("distributions_moved").filter(scheme="standard")
    assert set(answer["before_on"]) == {BEFORE} and set(answer["now_on"]) == {NOW}
    moved = 0
    for row in answer.filter(pl.col("median_now_percent").is_not_null()).iter_rows(named=True):
        rates = {
            day: asked.table("gold.account_engagement", day).filter(band=row["band"])["rate_public"].drop_nulls()
            for day in (BEFORE, NOW)
        }
        assert (row["accounts_before"], row["accounts_now"]) == (rates[BEFORE].len(), rates[NOW].len())
        before, now = (100 * rates[day].median() for day in (BEFORE, NOW))
        assert row["median_before_percent"] == pytest.approx(before, abs=0.0005001)
        assert row["median_now_percent"] == pytest.approx(now, abs=0.0005001)
        assert row["median_change_percent"] == pytest.approx(100 * (now / before - 1), abs=0.05001)
        moved += before != now
    assert moved > 0


def test_input_is_accounted_for_to_the_line(asked: Lake) -> None:
    answer = asked.answer("input_quality")
    crawl = asked.folder.parent / "crawl"
    assert answer.height == sum(1 for _ in crawl.glob("*/*/"))
    for row in answer.iter_rows(named=True):
        files = (crawl / str(row["crawl_date"]) / row["feed"]).glob("*.jsonl")
        assert row["records"] == sum(len(file.read_text().splitlines()) for file in files)
        broken = (row["crawl_date"], row["feed"]) == (NOW, "accounts")
        assert row["refused"] == (3 if broken else 0)
        assert row["refused_for_it"] == (2 if broken else None)
        assert row["accepted"] == row["records"] - row["refused"] and row["published"]


def test_the_last_complete_run_is_the_same_in_polars_and_every_version_can_be_read(asked: Lake) -> None:
    answer = asked.answer("last_complete_run")
    assert_frame_equal(open_lake.last_complete_run(asked.folder), answer)
    assert set(answer.filter(pl.col("table_name").str.starts_with("gold."))["as_of"]) == {NOW}
    for name, version, rows in answer.filter(slice=f"as_of={NOW}").select("table_name", "version", "rows").iter_rows():
        path = str(asked.folder / name.replace(".", "/"))
        assert pl.read_delta(path, version=version).filter(as_of=NOW).height == rows, name
        scan = f"SELECT count(*) FROM delta_scan('{path}', version = {version}) WHERE as_of = DATE '{NOW}'"
        assert asked.connection.sql(scan).fetchone()[0] == rows, name


def test_the_documentation_finds_it_in_polars_too(asked: Lake, tmp_path: Path, monkeypatch) -> None:
    page = (conftest.assay.HOME / "src/docs/operations.md").read_text()
    (block,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "lake").symlink_to(asked.folder)
    monkeypatch.chdir(tmp_path)
    found: dict = {}
    exec(block, found)
    assert_frame_equal(found["versions"], asked.answer("last_complete_run").drop("as_of"))
    assert NOW in set(found["bands"]["as_of"])

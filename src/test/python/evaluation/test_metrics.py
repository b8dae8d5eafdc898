"""The metrics of `assay evaluate` beside scikit-learn's, on random data with ties and gaps."""

from __future__ import annotations

import json
import random
from pathlib import Path

import assay
import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    average_precision_score,
    log_loss,
    normalized_mutual_info_score,
    roc_auc_score,
)

ACCOUNTS = 3000
EXACT = 1e-9


@pytest.fixture(scope="module")
def accounts() -> list[dict]:
    """Positives score higher, two digits make ties, and every tenth account has no score."""
    chance = random.Random(5)
    rows = []
    for number in range(ACCOUNTS):
        positive = chance.random() < 0.2
        likelihood = round(min(0.99, max(0.01, chance.gauss(0.45 if positive else 0.3, 0.2))), 2)
        group = f"g{chance.randrange(40)}" if positive else None
        found = group if chance.random() < 0.8 else f"g{chance.randrange(60)}"
        rows.append(
            {
                "platform": "x",
                "account_id": f"a{number}",
                "likelihood": None if number % 10 == 0 else likelihood,
                "label": "bot" if positive else "genuine",
                "group_id": group,
                "found": found if positive or chance.random() < 0.05 else None,
            }
        )
    return rows


@pytest.fixture(scope="module")
def results(accounts: list[dict], tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The value of each metric and scope, over all accounts."""
    folder = tmp_path_factory.mktemp("evaluation")
    key = ["platform", "account_id"]
    write(folder / "table.jsonl", accounts, [*key, "likelihood", "found"])
    write(folder / "labels.jsonl", accounts, [*key, "label", "group_id"])
    files = ["--table", folder / "table.jsonl", "--labels", folder / "labels.jsonl"]
    columns = ["--likelihood", "likelihood", "--group", "found"]
    assay.must("evaluate", *files, *columns, "--bootstrap", "0", "--json", folder / "out.json")
    evaluation = json.loads((folder / "out.json").read_text())["evaluations"][0]
    parts = ("kind", "segment", "class", "bin")
    return {
        (column["role"], row["metric"], row["scope"]): row["value"]
        for column in evaluation["columns"]
        for row in column["results"]
        if all(row[part] == "all" for part in parts)
    }


def write(file: Path, rows: list[dict], names: list[str]) -> None:
    lines = [{name: row[name] for name in names if row[name] is not None} for row in rows]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))


def arrays(rows: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Labels and scores; an account without a score ranks below all others."""
    labels = np.array([row["label"] == "bot" for row in rows])
    scores = [-1 if row["likelihood"] is None else row["likelihood"] for row in rows]
    return labels, np.array(scores)


@pytest.mark.parametrize("scope", ["labelled", "assessed"])
@pytest.mark.parametrize(
    ("metric", "reference"),
    [("average_precision", average_precision_score), ("roc_auc", roc_auc_score)],
)
def test_ranking(accounts, results, scope, metric, reference) -> None:
    labels, scores = arrays(accounts)
    kept = scores >= (-1 if scope == "labelled" else 0)
    expected = reference(labels[kept], scores[kept])
    assert results["likelihood", metric, scope] == pytest.approx(expected, abs=EXACT)


def test_log_loss(accounts, results) -> None:
    labels, scores = arrays(accounts)
    kept = scores >= 0
    expected = log_loss(labels[kept], scores[kept])
    base = log_loss(labels[kept], np.full(kept.sum(), labels[kept].mean()))
    assert results["likelihood", "log_loss", "assessed"] == pytest.approx(expected, abs=EXACT)
    found = results["likelihood", "log_loss_of_base_rate", "assessed"]
    assert found == pytest.approx(base, abs=EXACT)


def test_calibration(accounts, results) -> None:
    labels, scores = arrays(accounts)
    kept = scores >= 0
    logits = np.log(scores[kept] / (1 - scores[kept])).reshape(-1, 1)
    fit = LogisticRegression(C=np.inf, tol=1e-12, max_iter=10_000).fit(logits, labels[kept])
    slope = results["likelihood", "calibration_slope", "assessed"]
    intercept = results["likelihood", "calibration_intercept", "assessed"]
    assert slope == pytest.approx(fit.coef_[0, 0], abs=1e-5)
    assert intercept == pytest.approx(fit.intercept_[0], abs=1e-5)


def test_mutual_information(accounts, results) -> None:
    """Accounts in either; those that a side leaves alone are a group of their own there."""
    either = [row for row in accounts if row["group_id"] or row["found"]]
    alone = [f"alone {number}" for number in range(len(either))]
    truth = [row["group_id"] or own for row, own in zip(either, alone, strict=True)]
    found = [row["found"] or own for row, own in zip(either, alone, strict=True)]
    expected = normalized_mutual_info_score(truth, found)
    name = "normalized_mutual_information"
    assert results["group", name, "labelled"] == pytest.approx(expected, abs=EXACT)

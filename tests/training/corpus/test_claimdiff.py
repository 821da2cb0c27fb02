"""ClaimDiff: pairs of claims and their effects."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from training.corpus.claimdiff import read_pairs, score


class _Reader:
    """Gives every text the same meaning."""

    def embed_text(self, text: str) -> np.ndarray:
        return np.array([3, 4], dtype=np.int8)


def test_the_two_files_make_three_effects(tmp_path: Path) -> None:
    """A pair strengthens by the one file, weakens by the other, or does neither."""
    rows = [
        {"pair_id": n, "topic": f"topic {n}", "claim_a": "The dam leaked.", "claim_b": f"Lund saw {n} leaks."}
        for n in range(3)
    ]
    for name, related in (("strength", 1), ("weak", 2)):
        data = [{**row, "relation": int(row["pair_id"] == related)} for row in rows]
        (tmp_path / f"{name}-train.json").write_text(json.dumps({"data": data}), "utf8")
    pairs = read_pairs(tmp_path, _Reader())
    assert pairs.effect.tolist() == [0, 1, 2]


def test_scores_are_per_cent() -> None:
    """All right is 100 in accuracy and F1; one effect alone is a third of the F1."""
    effect = np.array([0, 1, 2])
    assert score(effect, effect) == (100.0, 100.0)
    assert score(np.ones(3, dtype=np.int64), effect)[1] == pytest.approx(50 / 3)

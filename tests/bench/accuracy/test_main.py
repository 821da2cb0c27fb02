"""The command: what it does without corpora, and how it compares two folders of weights."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.accuracy.__main__ import BARS, compare, main
from bench.measure import Measure, judge, load_bars

if TYPE_CHECKING:
    import pytest


def test_without_corpora_it_says_so_and_ends_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A checkout without the corpora is no fault."""
    monkeypatch.setattr(sys, "argv", ["accuracy", "--data", str(tmp_path / "nowhere")])
    main()
    assert capsys.readouterr().out.startswith("skipped: there is no folder")


def test_a_missing_corpus_is_one_line_of_the_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What cannot be measured says why, and the rest goes on."""
    monkeypatch.setattr(sys, "argv", ["accuracy", "--data", str(tmp_path), "--only", "names", "attribution"])
    main()
    assert capsys.readouterr().out.count("skipped: ") == 2


def test_the_loss_is_what_the_other_weights_have_more() -> None:
    """It is judged for shares with a bar; a count has none."""
    bars = load_bars(BARS)
    measures = [Measure("gold dev soft F1", 78.0), Measure("seed attributions found", 20.0, unit="found")]
    rows = [judge(m, bars) for m in measures]
    compare(
        rows, [Measure("gold dev soft F1", 78.75), Measure("seed attributions found", 22.0, unit="found")]
    )
    assert [(row["loss"], row["loss met"]) for row in rows] == [(0.75, False), (None, None)]

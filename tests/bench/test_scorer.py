"""Running and loading the scorer, with a stand-in for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.scorer import Scorer

PROGRAM = """import json, sys
def double(x): return 2 * x
if __name__ == "__main__":
    if sys.argv[1] == "fail": sys.exit("no such job")
    print(json.dumps(sys.argv[1:]))
"""


@pytest.fixture
def scorer(tmp_path: Path) -> Scorer:
    path = tmp_path / "stand_in.py"
    path.write_text(PROGRAM, "utf8")
    return Scorer(path)


def test_running_returns_what_the_program_prints(scorer: Scorer) -> None:
    """Job, gold and predictions are its arguments, its JSON the value."""
    assert scorer.run("attribution", Path("g"), Path("p")) == ["attribution", "g", "p"]


def test_a_failing_program_raises_its_last_words(scorer: Scorer) -> None:
    """A scorer that refuses its input must not pass for a low score."""
    with pytest.raises(RuntimeError, match="no such job"):
        scorer.run("fail", Path("g"), Path("p"))


def test_loading_gives_its_functions(scorer: Scorer) -> None:
    """Its functions can be called without a process."""
    assert scorer.load().double(21) == 42

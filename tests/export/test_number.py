"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from sayso.export.number import tell_number


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1200, "1,200 claims")]
)
def test_noun_follows_the_number(number: int, told: str) -> None:
    """One of something is singular, everything else plural."""
    assert tell_number(number, "claim") == told

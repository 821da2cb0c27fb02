"""Title, outlet and date of an article."""

from __future__ import annotations

import pytest

from sayso.export.head import tell_facts, tell_title
from sayso.model import Article


def test_unknowns_are_told() -> None:
    """What the article does not give is told, but for the byline, which many have not."""
    article = Article.of("Text.", title=" ", publisher="")
    assert (tell_title(article), tell_facts(article)) == ("untitled", ("unresolved outlet", "undated"))


def test_byline_is_told() -> None:
    """The byline comes last."""
    article = Article.of("Text.", publisher="Northern Wire", byline="Ada Lund")
    assert tell_facts(article) == ("Northern Wire", "undated", "Ada Lund")


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2026-04-09", "2026-04-09"),
        ("2026-04-09T22:41:00+06:00", "2026-04-09 22:41 +06:00"),
        ("2026-04-09T22:41:07.5Z", "2026-04-09 22:41 UTC"),
        ("2026-04-09T22:41", "2026-04-09 22:41"),
        ("last Tuesday", "last Tuesday"),
    ],
)
def test_date_is_for_the_eye(published: str, told: str) -> None:
    """A datetime is shown to the minute with its offset, anything else as it stands."""
    assert tell_facts(Article.of("Text.", published=published))[1] == told

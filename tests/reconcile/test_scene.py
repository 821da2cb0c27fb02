"""Scenes: the names and numbers of an article."""

from __future__ import annotations

import pytest

from sayso.model import Actor, Article, Reading, Span
from sayso.reconcile.scene import Scene, compare_scenes


def make(text: str, *names: str) -> Scene:
    actors = [
        Actor(id=f"N{i}", name=name, kind="person", mentions=(Span.of(text, 0, 1),), role=None)
        for i, name in enumerate(names)
    ]
    return Scene.of(Reading(article=Article.of(text, id=text), actors=tuple(actors)))


def test_an_article_is_like_itself() -> None:
    """All names and all numbers are shared."""
    scene = make("Kubiak counted 1,204 boats and 3 rafts.", "Ines Kubiak")
    assert compare_scenes(scene, scene) == (pytest.approx(1.0), 1.0)


def test_numbers_are_compared_without_commas() -> None:
    """One number is "1,204" and "1204"; the side with fewer numbers is the measure."""
    assert compare_scenes(make("1,204 boats and 3 rafts"), make("1204 boats"))[1] == 1.0


def test_other_names_share_nothing() -> None:
    """Articles on other people have no name in common."""
    assert compare_scenes(make("a", "Ines Kubiak"), make("b", "Jan Kral"))[0] == 0.0


def test_an_article_without_names_and_numbers_shares_nothing() -> None:
    """Nothing in common is no likeness."""
    assert compare_scenes(make("a"), make("a")) == (0.0, 0.0)

"""Drafts of attributions: which of them are one, and which stand in which."""

from __future__ import annotations

from typing import Any

from sayso.reader.draft import Draft, drop_doubles, tie_parents


def _draft(content: tuple[int, int], *, cue: tuple[int, int] | None = None, **facts: Any) -> Draft:
    values: dict[str, Any] = {"source": None, "evidence": (), "confidence": 0.5, "token": content[0] // 5}
    return Draft(cue=cue, content=[content], **(values | facts))


def test_one_cue_makes_one_attribution() -> None:
    """Of two with overlapping cues the surer one stays."""
    one, other = _draft((0, 20), cue=(21, 25)), _draft((0, 18), cue=(23, 25), confidence=0.9)
    assert drop_doubles([one, other]) == [other]


def test_the_same_words_without_a_cue_are_one_attribution() -> None:
    """A content without a cue doubles one with a cue outside of it."""
    bare, cued = _draft((0, 20)), _draft((0, 20), cue=(21, 25), confidence=0.9)
    assert drop_doubles([bare, cued]) == [cued]


def test_a_cue_inside_of_bare_words_nests() -> None:
    """What is told inside of a quotation without a cue is no double of the quotation."""
    bare, inner = _draft((0, 30)), _draft((8, 30), cue=(3, 7), confidence=0.9)
    assert len(drop_doubles([bare, inner])) == 2


def test_the_smallest_content_around_is_the_parent() -> None:
    """Of several around it, the innermost is the parent."""
    outer, middle, inner = (
        _draft((0, 90), cue=(91, 95)),
        _draft((20, 90), cue=(10, 15)),
        _draft((50, 90), cue=(40, 45)),
    )
    tie_parents([outer, middle, inner])
    assert (outer.parent, middle.parent, inner.parent) == (None, outer, middle)


def test_a_cue_outside_of_the_content_does_not_nest() -> None:
    """An attribution whose own cue stands outside is none of the content's children."""
    one, other = _draft((0, 90), cue=(91, 95)), _draft((0, 40), cue=(96, 99))
    tie_parents([one, other])
    assert other.parent is None


def test_far_attributions_are_not_compared() -> None:
    """Overlap is looked for within the reach of a frame only."""
    drafts = [_draft((i * 4000, i * 4000 + 20), cue=(i * 4000 + 21, i * 4000 + 25)) for i in range(50)]
    assert len(drop_doubles(drafts)) == 50

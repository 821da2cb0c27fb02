from __future__ import annotations

import numpy as np

from training.corpus.coreference import Mention, mark_clusters, read_mentions


def _spans(*cells: str) -> list[tuple[str, int, int]]:
    return [(m.group, m.start, m.end) for m in read_mentions(list(cells), 10)]


def test_reads_nested_brackets() -> None:
    """A mention may hold another, and start or end with it on one word."""
    cells = ("X=1|Entity=(1-person-new-sgl", "Entity=(2-place-new-sgl)(3-place-new-sgl|Y=2", "Entity=3)1)")
    assert _spans(*cells) == [("2", 11, 12), ("3", 11, 13), ("1", 10, 13)]


def test_leaves_out_broken_brackets() -> None:
    """A bracket without its other half makes no mention."""
    assert _spans("Entity=4)", "Entity=(5-person-new-sgl", "Entity=(6-person-new-sgl)") == [("6", 12, 13)]


def test_leaves_out_discontinuous_mentions() -> None:
    """Parts of a mention that is interrupted make no mention."""
    assert _spans("Entity=(7[1/2]-person-new-sgl)", "_", "Entity=(7[2/2]-person-new-sgl)") == []


def test_marks_the_heads() -> None:
    """The head of a mention is the first token that hangs outside of it; others are in no cluster."""
    head = np.array([1, 3, 1, 3, 3])
    mentions = [Mention("a", 0, 3), Mention("b", 4, 5)]
    assert mark_clusters(mentions, head).tolist() == [-1, 0, -1, -1, 1]


def test_a_root_is_a_head() -> None:
    """A root heads the mention that it stands in."""
    assert mark_clusters([Mention("a", 0, 2)], np.array([1, 1])).tolist() == [-1, 0]


def test_mentions_of_one_entity_share_a_cluster() -> None:
    """Two mentions of one entity have one number."""
    mentions = [Mention("a", 0, 1), Mention("b", 1, 2), Mention("a", 2, 3)]
    assert mark_clusters(mentions, np.array([1, 1, 1])).tolist() == [0, 1, 0]


def test_the_longer_of_two_mentions_has_the_head() -> None:
    """Among entities that are mentioned equally often the longest mention has a shared head."""
    mentions = [Mention("long", 0, 3), Mention("short", 0, 2), Mention("long", 3, 4), Mention("short", 4, 5)]
    cluster = mark_clusters(mentions, np.array([1, 1, 1, 1, 1]))
    assert cluster[1] == cluster[3] != cluster[4]


def test_the_entity_that_is_mentioned_more_has_the_head() -> None:
    """A shorter mention has a shared head if its entity is mentioned more often."""
    mentions = [Mention("long", 0, 3), Mention("short", 0, 2), Mention("short", 3, 4)]
    cluster = mark_clusters(mentions, np.array([1, 1, 1, 1]))
    assert cluster[1] == cluster[3]

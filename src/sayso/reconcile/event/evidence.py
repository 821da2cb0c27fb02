"""Evidence: what speaks for and against two events being the same."""

from __future__ import annotations

from collections.abc import Set
from math import log
from typing import TYPE_CHECKING

from sayso.reconcile.event.scope import compare_dates, compare_places
from sayso.reconcile.event.sketch import EventSketch, choose_stem
from sayso.reconcile.scene import compare_scenes
from sayso.reconcile.term import compare_terms, load_counts
from sayso.vocab import load_table

if TYPE_CHECKING:
    from sayso.reader.vector import Vectors


def list_evidence(one: EventSketch, other: EventSketch, near: float) -> dict[str, float]:
    """Returns what speaks for and against two events being the same, by name; the same whichever comes first.

    Args:
        one: an event.
        other: another one.
        near: how likely their articles are on one story, see `compare_stories`; two of one article need none.
    """
    word, meaning = compare_words(one, other), compare_vectors(one.meaning.place, other.meaning.place)
    found = {"always": 1.0, word: 1.0, "meaning": meaning, "meaning_squared": meaning * meaning}
    found["word_meaning"] = compare_vectors(one.meaning.word, other.meaning.word)
    found["sentence"] = compare_terms(one.sentence, other.sentence)
    found["nearby"] = compare_terms(one.nearby, other.nearby)
    if one.article == other.article:
        found["article"], found["article_meaning"] = 1.0, meaning
        found["same_sentence"] = float(one.start == other.start)
    else:
        names, numbers = compare_scenes(one.scene, other.scene)
        nearness = log(max(near, load_table("event_link")["least_near"]))
        found |= {"story": near, "story_log": nearness, "names": names, "numbers": numbers}
    if word == "same_word":
        found["rarity"] = measure_rarity(one, other)
        found |= {
            f"same_word_{name}": found[name]
            for name in load_table("event_link")["same_word"]
            if name in found
        }
    return found | {f"{judged}_{name}": 1.0 for name, judged in judge_facets(one, other).items() if judged}


def judge_facets(one: EventSketch, other: EventSketch) -> dict[str, str | None]:
    """Tells of what an event has whether it is the same, near or other; None where one side lacks it."""
    return {
        "type": compare_sets({one.type} - {None}, {other.type} - {None}),
        "actor": compare_sets(one.actors, other.actors),
        "recipient": compare_sets(one.recipients, other.recipients),
        "participant": compare_sets(one.actors | one.recipients, other.actors | other.recipients),
        "number": compare_sets(one.numbers, other.numbers),
        "place": compare_places(one.place, other.place),
        "date": compare_dates(one.date, other.date),
    }


def compare_words(one: EventSketch, other: EventSketch) -> str:
    """Tells whether two triggers share a word, or have words derived from each other, or neither."""
    if any(a & b for a in one.stems for b in other.stems):
        return "same_word"
    return "like_word" if any(derives(a, b) for a in one.stems for b in other.stems) else "other_word"


def derives(one: Set[str], other: Set[str]) -> bool:
    """Tells whether two words, by their stems, begin so much alike that one may be derived from the other."""
    table, a, b = load_table("event_link"), choose_stem(one), choose_stem(other)
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= max(int(table["shared_letters"]), float(table["shared_part"]) * max(len(a), len(b)))


def measure_rarity(one: EventSketch, other: EventSketch) -> float:
    """Returns how rare the rarest word is that two triggers have in common, 0 to 1."""
    counts = load_counts()
    shared = [a & b for a in one.stems for b in other.stems if a & b]
    often = min(max(counts.get(stem) for stem in stems) for stems in shared)
    return log(counts.articles / often) / log(counts.articles)


def compare_vectors(one: Vectors, other: Vectors) -> float:
    """Returns the cosine between two vectors; 0 where one is all zeros."""
    import numpy as np

    a, b = one.astype(np.float32), other.astype(np.float32)
    return float(a @ b) / max(float(np.sqrt((a @ a) * (b @ b))), 1e-9)


def compare_sets(one: Set[object], other: Set[object]) -> str | None:
    """Tells whether both hold something and share any: `same`, `other`, or None where one is empty."""
    if not one or not other:
        return None
    return "same" if one & other else "other"

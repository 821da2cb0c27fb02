"""Counts that no number states: "a man was killed", "twins", each only where harm is told."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader.figure.count import Count
from sayso.reader.figure.measure import find_measure
from sayso.reader.figure.noun import Counted, find_counted
from sayso.reader.figure.word import Words, find_cue, find_kinds
from sayso.vocab import load_table


def find_implicit(words: Words, counts: list[Count]) -> Iterator[Count]:
    """Finds the single casualties of a text: a person named by "a", "an" or "another" to whom harm is done.

    Args:
        words: the words of the text.
        counts: the counts that numbers state, whose places are taken.
    """
    harm = load_table("figure_measure")["harm"]
    groups = load_table("figure_noun")["multiples"]
    held = {at for count in counts for at in (words.find(count.start), count.node)}
    nodes = {count.node: count for count in counts}
    for at, word in enumerate(words.lower):
        if word in groups and at not in held:
            measure = find_measure(words, (at, at + 1), at, None, things=False)
            if measure in harm:
                yield _build(words, (at, at, at + 1), groups[word], measure or "")
        elif word in load_table("figure_grammar")["single"] and at not in held:
            counted = find_counted(words, at + 1, vague=False)
            if counted is None and word == "another" and at + 1 < len(words):
                measure = find_measure(words, (at, at + 1), at, None, things=False)
                if measure in harm and words.pos[at + 1] in ("ADV", "AUX", "VERB"):
                    yield _build(words, (at, at, at + 1), 1, measure or "")
            if counted is None or not _is_person(words, at, counted) or counted.head in held:
                continue
            measure = _find_measure(words, at, counted, nodes)
            if measure in harm:
                yield _build(words, (at, counted.head, counted.end), 1, measure or "")


def _is_person(words: Words, at: int, counted: Counted) -> bool:
    """Tells whether a noun phrase is one person whom the text does not name: no apposition of a name."""
    head = counted.head
    if words.tag[head] not in ("NN", "NNP", "JJ") or "person" not in find_kinds(words.lower[head]):
        return False
    named = at > 1 and words.lower[at - 1] == "," and words.label[at - 2] in ("Person", "Organization")
    return not named and words.label[head] not in ("Person", "Organization")


def _find_measure(words: Words, at: int, counted: Counted, nodes: dict[int, Count]) -> str | None:
    """Returns what happened to one person: by what governs it, or by the count that it is joined to or in."""
    head, end = counted.head, counted.end
    if end < len(words) and words.tag[end] == "POS":
        return find_cue(words.lower[end + 1], "of") if end + 1 < len(words) else None
    measure = find_measure(words, (at, end), head, counted, things=False)
    joined = nodes.get(words.head[head]) if words.dep[head] in ("conj", "appos") else None
    if at and words.lower[at - 1] in load_table("figure_part")["include"]:
        whole = max((node for node in nodes if node < at), default=at)
        joined = joined or (nodes.get(whole) if words.sentence[whole] == words.sentence[at] else None)
    return measure or (joined.measure if joined else None)


def _build(words: Words, place: tuple[int, int, int], value: int, measure: str) -> Count:
    first, head, end = place
    of = (min(first + 1, head), end)
    return Count(
        words.starts[first], words.ends[end - 1], value, value, "exact", measure, head, of, "implicit"
    )

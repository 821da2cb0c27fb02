"""Names: where the text names somebody, cut as an index would print it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from spacy.tokens import Doc

from sayso.reader.figure.word import Words
from sayso.reader.place.demonym import is_demonym
from sayso.reader.speaker.acronym import Acronym, find_acronyms
from sayso.reader.speaker.noun import is_person_noun
from sayso.vocab import load_table
from sayso.vocab.gazetteer import load_gazetteer

NameKind = Literal["person", "body", "place", "people", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text.

    Attributes:
        start, end: its tokens, half open, without titles, articles and places that possess it.
        kind: person, body (an organisation, outlet or government), place, people ("Polish", "Democrats"),
            or other where a proper noun is all that is known.
        acronym: token of the acronym in brackets behind it, or None.
    """

    start: int
    end: int
    kind: NameKind
    acronym: int | None = None


def find_names(doc: Doc, words: Words) -> list[Name]:
    """Finds the names of a read Doc, in order, none overlapping."""
    texts = [words.text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    names: list[Name] = []
    for start, end, label in _pool(doc):
        names += _cut(words, texts, start, end, label)
    names = _join(words, _drop_overlaps(sorted(names, key=lambda name: name.start)))
    names = _explain(names, list(find_acronyms(words, texts)))
    return _add_unlabelled(words, texts, names)


def _pool(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Yields first and past-the-last token and kind of the entities, of two schemes, the finer one first.

    Where one scheme joins what the other tells apart ("Malta Ewa Kral"), the parts are taken.
    """
    kinds: dict[str, str] = load_table("speaker")["kinds"]
    coarse = [(e.start, e.end, e.label_) for e in doc.spans.get("universal_ner", ())]
    starts = [start for start, _, _ in coarse]
    taken: set[int] = set()
    for entity in doc.ents:
        taken.update(range(entity.start, entity.end))
        if entity.label_ not in kinds:
            continue
        first, last = bisect_left(starts, entity.start), bisect_left(starts, entity.end)
        inside = [e for e in coarse[first:last] if e[1] <= entity.end]
        covered = sum(end - start for start, end, _ in inside) == len(entity)
        if len(inside) > 1 and covered and kinds[entity.label_] in ("person", "place"):
            yield from ((start, end, kinds[label]) for start, end, label in inside)
        else:
            yield entity.start, entity.end, kinds[entity.label_]
    for start, end, label in coarse:
        if not taken.intersection(range(start, end)):
            yield start, end, kinds[label]


def _cut(words: Words, texts: list[str], start: int, end: int, label: str) -> Iterator[Name]:
    """Cuts an entity down to the name in it: places before it part, titles, articles and loose marks go."""
    table = load_table("speaker")
    kind = cast("NameKind", label)
    for at in range(start + 1, end - 1):
        is_held = words.tag[at] == "POS" or (
            kind in ("person", "place")
            and _follows_of(words, start)
            and all(pos == "PROPN" for pos in words.pos[at:end])
        )
        if is_held and _is_place(words, start, at):
            behind = at + (words.tag[at] == "POS")
            yield from _cut(words, texts, start, at, "place")
            yield from _cut(words, texts, behind, end, "person" if behind == at else label)
            return
        if (
            kind == "body"
            and words.lower[at] == "and"
            and {words.lower[start], words.lower[at + 1]} <= {*table["generic"]}
        ):
            yield from _cut(words, texts, start, at, label)
            yield from _cut(words, texts, at + 1, end, label)
            return
    loose, ranks = table["loose"], table["suffix"]
    while start < end and (words.lower[end - 1] in loose or words.tag[end - 1] in ("POS", "CC")):
        end -= 1
    while start < end - 1 and words.lower[end - 1] in ranks:
        end, kind = end - 1, "person"
    front = {*table["front"], *(table["title"] if kind == "person" else ())}
    while start < end - 1 and (words.lower[start].rstrip(".") in front or not texts[start][0].isalnum()):
        start += 1
    if start >= end:
        return
    if kind in ("body", "people"):
        kind = "people" if _is_people(words, start, end) else "body"
    yield Name(start, _extend(words, texts, end, kind), kind)


def _is_place(words: Words, start: int, end: int) -> bool:
    """Tells whether tokens are the name of a place."""
    entries = load_gazetteer().find(words.cut(start, end))
    return any(main and entry.kind in load_table("speaker")["holding"] for entry, main in entries)


def _follows_of(words: Words, start: int) -> bool:
    """Tells whether "of" or "of the" stands before a token."""
    return words.lower[start - 1] == "of" or words.lower[max(start - 2, 0) : start] == ["of", "the"]


def _is_people(words: Words, start: int, end: int) -> bool:
    """Tells whether capitals stand for people in general: "Democrats", "Polish", "Republican Senator"."""
    last, text = words.lower[end - 1], words.cut(start, end)
    qualifies = end < len(words) and words.pos[end] in ("NOUN", "PROPN")
    if is_demonym(text) or (end - start == 1 and words.pos[start] == "ADJ" and qualifies):
        return True
    common = last in load_table("speaker")["title"] or words.tag[end - 1] in ("NNS", "NNPS")
    return (
        end - start <= 2
        and common
        and (is_person_noun(last) or (words.label[start] == "NORP" and last.endswith("s")))
    )


def _extend(words: Words, texts: list[str], end: int, kind: NameKind) -> int:
    """Takes in what a generic name needs: "Commission" + "on Roads"."""
    table = load_table("speaker")
    if kind != "body" or end + 1 >= len(texts):
        return end
    if words.lower[end - 1] == "of":
        last = end
    elif words.lower[end - 1] in table["generic"] and words.lower[end] in table["extending"]:
        last = end + 1
    else:
        return end
    if words.label[last] not in (
        "",
        "Organization",
        "Misc",
        *(("Location",) if words.lower[last - 1] == "of" else ()),
    ):
        return end
    first = last
    while last < len(texts) and texts[last][0].isupper() and words.pos[last] in ("PROPN", "NOUN", "ADJ"):
        last += 1
    return last if last > first else end - (words.lower[end - 1] == "of")


def _add_unlabelled(words: Words, texts: list[str], names: list[Name]) -> list[Name]:
    """Adds the proper nouns that no entity holds, of the kind that they have elsewhere, else "other"."""
    table = load_table("speaker")
    kind_of = {words.cut(n.start, n.end): n.kind for n in names}
    people = {n.start for n in names if n.kind == "person"}
    held = {i for n in names for i in (*range(n.start, n.end), n.acronym)}
    at, added = 0, []
    while at < len(texts):
        start = at
        while (
            at < len(texts) and at not in held and not words.label[at] and _is_proper(words, texts, at, start)
        ):
            at += 1
        end = at
        while end > start and words.tag[end - 1] == "HYPH":
            end -= 1
        if end > start and words.lower[end - 1] in (*table["generic"], *table["body"]):
            start = _take_adjectives(words, texts, start, held)
        common = all(
            words.lower[i] in table["common"] or is_person_noun(words.lower[i]) for i in range(start, end)
        )
        if end > start and not common and end not in people:
            added.append(Name(start, end, kind_of.get(words.cut(start, end), "other")))
        at = max(at, start + 1)
    return sorted([*names, *added], key=lambda name: name.start)


def _take_adjectives(words: Words, texts: list[str], start: int, held: Container[int | None]) -> int:
    """Returns where a generic name starts with the adjectives in capitals before it: "Associated Press"."""
    while start and words.pos[start - 1] == "ADJ" and texts[start - 1][0].isupper() and start - 1 not in held:
        start -= 1
    return start


def _is_proper(words: Words, texts: list[str], at: int, start: int) -> bool:
    if at > start and words.tag[at] == "HYPH":
        return True
    return words.pos[at] == "PROPN" and (texts[at][0].isupper() or texts[at][0] == "@")


def _explain(names: list[Name], acronyms: Iterable[Acronym]) -> list[Name]:
    """Joins what an acronym spells into one name, and drops the acronym as a name of its own."""
    for acronym in acronyms:
        inside = [n for n in names if n.start < acronym.end and acronym.start < n.end]
        kind: NameKind = next((n.kind for n in reversed(inside) if n.kind in ("person", "body")), "body")
        before = [replace(n, end=acronym.start) for n in inside if n.start < acronym.start - 1]
        kept = [n for n in names if n not in inside and not n.start <= acronym.at < n.end]
        whole = Name(acronym.start, acronym.end, kind, acronym.at)
        names = sorted([*kept, *before, whole], key=lambda name: name.start)
    return _drop_overlaps(names)


def _join(words: Words, names: list[Name]) -> list[Name]:
    """Joins two names around "and" that are one: "Roads and Bridges Council", "Court of Erin and Mona"."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.kind == "body"
            and words.lower[last.end : name.start] in (["and"], ["and", "the"])
        ):
            qualifies = any(name.start <= words.head[i] < name.end for i in range(last.start, last.end))
            of = "of" in words.lower[last.start : last.end] and name.kind == "place"
            if (qualifies and name.kind == "body") or of:
                joined[-1] = replace(last, end=name.end)
                continue
        joined.append(name)
    return joined


def _drop_overlaps(names: Sequence[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept

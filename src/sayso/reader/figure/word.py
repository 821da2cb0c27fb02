"""The words of a Doc as plain lists, asked for once, and what the lexicon says of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.tokens import Doc

from sayso.reader.noun import find_singular, list_persons
from sayso.reader.stem import list_stems
from sayso.vocab import load_table

_CLOSING = "\"”’')] "


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a Doc, each list in their order.

    Attributes:
        text: the text.
        starts: offset of the first character of each.
        ends: offset after the last.
        lower: their lower-case forms.
        pos: coarse parts of speech.
        tag: fine parts of speech.
        dep: relations to their heads.
        head: index of the head of each, itself for a root.
        label: label of the entity that holds each, or "".
        children: indices of the dependents of each.
        sentence: number of the sentence of each.
    """

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    label: list[str]
    children: list[list[int]]
    sentence: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def find(self, offset: int) -> int:
        """Returns the index of the token that holds a character, or of the last one before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def cut(self, start: int, end: int) -> str:
        """Returns the text from token `start` up to token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def climb(self, at: int) -> Iterator[int]:
        """Yields a token and the tokens above it in its tree, the root last."""
        yield at
        while self.head[at] != at:
            at = self.head[at]
            yield at


def list_words(doc: Doc) -> Words:
    """Lists the tokens of a Doc with their tags, tree, entities and sentences."""
    strings, rows = doc.vocab.strings, doc.to_array([HEAD, POS, TAG, DEP])
    names = {int(key): strings[int(key)] for key in {*rows[:, 1:].ravel().tolist()}}
    pos, tag, dep = ([names[key] for key in rows[:, i].tolist()] for i in (1, 2, 3))
    head = [i + step for i, step in enumerate(rows[:, 0].astype("int64").tolist())]
    label = [""] * len(doc)
    for entity in doc.ents:
        label[entity.start : entity.end] = [entity.label_] * (entity.end - entity.start)
    children: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    texts = [token.text for token in doc]
    starts = [token.idx for token in doc]
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    lower = [text.lower() for text in texts]
    return Words(doc.text, starts, ends, lower, pos, tag, dep, head, label, children, _count_sentences(texts))


def measure_gap(start: int, end: int, other_start: int, other_end: int) -> int:
    """Returns how far a span of characters is from another; what follows is nearer than what comes before."""
    return other_start - end if other_start >= end else 2 * (start - other_end)


def _count_sentences(texts: Sequence[str]) -> list[int]:
    """Numbers the sentences by their full stops and line breaks, which a tree of several may run over."""
    number, ended, numbers = 0, False, []
    for text in texts:
        if "\n" in text or (ended and text[0] not in _CLOSING and not text[0].islower()):
            number, ended = number + 1, False
        numbers.append(number)
        ended = text in (".", "!", "?") or (ended and text[0] in _CLOSING)
    return numbers


@lru_cache(maxsize=20_000)
def find_kinds(noun: str) -> frozenset[str]:
    """Returns the kinds of a lower-case noun: person, forces, units, vehicle, things, killed and so on."""
    singular = find_singular(noun)
    kinds = _list_kinds().get(singular, frozenset())
    tail = singular.rsplit("-", 1)[-1]
    if not kinds and tail != singular:
        kinds = _list_kinds().get(tail, frozenset())
    endings = tuple(load_table("figure_noun")["endings"])
    return kinds | {"person"} if not kinds and singular.endswith(endings) else kinds


@cache
def _list_kinds() -> dict[str, frozenset[str]]:
    """Returns the kinds of every noun of the lexicon."""
    table = load_table("figure_noun")
    kinds: dict[str, set[str]] = {noun: {"person"} for noun in list_persons()}
    named = (
        "forces",
        "units",
        "vehicle",
        "things",
        "attending",
        "lives",
        "casualty",
        *table["kinds"],
    )
    for kind in named:
        for noun in table[kind]:
            kinds.setdefault(noun, set()).add(kind)
    for demonyms in load_table("demonym")["countries"].values():
        for demonym in demonyms:
            kinds.setdefault(demonym.lower(), set()).add("person")
    return {noun: frozenset(value) for noun, value in kinds.items()}


@lru_cache(maxsize=20_000)
def find_cue(word: str, role: str) -> str | None:
    """Returns the measure that a lower-case word stands for in a role.

    Args:
        word: a verb, noun or adjective in any form.
        role: patient (those counted undergo it), agent (they do it), state (they are it) or of (it is
            of them).
    """
    cues = _list_cues(role)
    return next((cues[stem] for stem in list_stems(word) if stem in cues), None)


@cache
def _list_cues(role: str) -> dict[str, str]:
    return {word: measure for measure, words in load_table("figure_measure")[role].items() for word in words}

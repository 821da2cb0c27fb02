"""Passives of telling: who "was told" is the audience, and who follows "by" is the source."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.reader.draft import Draft
from sayso.reader.figure.word import Words
from sayso.reader.span import Range, meets
from sayso.vocab import load_table

ADVERBS = 2
"""How many words may part a participle from its auxiliary: "was repeatedly told"."""


def turn_passives(words: Words, drafts: Iterable[Draft]) -> None:
    """Takes the subject of a passive of telling out of source and content, and its agent as the source.

    "The mayor was told by Kral that the mill was shut": Kral said so, and the mayor is no part of it.
    """
    for draft in drafts:
        verb = _find_passive(words, draft.cue)
        if verb is None:
            continue
        subject = _find_subject(words, verb)
        agent = _find_agent(words, verb)
        if subject is not None:
            draft.content = [c for c in draft.content if not meets(c, subject)] or draft.content
        if agent is not None and not any(meets(agent, piece) for piece in draft.content):
            draft.source = agent
        elif draft.source is not None and subject is not None and meets(draft.source, subject):
            draft.source = None


def find_hearer(words: Words, cue: Range | None) -> Range | None:
    """Finds who "was told", where a cue is a passive of telling."""
    verb = _find_passive(words, cue)
    return None if verb is None else _find_subject(words, verb)


def _find_passive(words: Words, cue: Range | None) -> int | None:
    """Finds the participle of a cue that is a passive of telling."""
    if cue is None:
        return None
    table = load_table("attribution")
    first, last = words.find(cue[0]), words.find(cue[1] - 1)
    verb = next((at for at in range(last, first - 1, -1) if words.lower[at] in table["heard"]), None)
    return verb if verb is not None and is_passive(words, verb) else None


def is_passive(words: Words, verb: int) -> bool:
    """Tells whether a participle is a passive by the words before it: "was", "had been repeatedly"."""
    auxiliaries = load_table("attribution")["passive"]
    for at in range(verb - 1, max(verb - ADVERBS - 2, -1), -1):
        if words.lower[at] in auxiliaries:
            return True
        if words.pos[at] not in ("ADV", "AUX", "PART"):
            return False
    return False


def _find_subject(words: Words, verb: int) -> Range | None:
    """Finds the phrase of who was told."""
    subjects = ("nsubj", "nsubj:pass")
    at = next(
        (child for child in words.children[verb] if words.dep[child] in subjects and child < verb), None
    )
    return None if at is None else _span(words, at, verb)


def _find_agent(words: Words, verb: int) -> Range | None:
    """Finds the phrase behind "by"."""
    word = load_table("attribution")["agent"]
    for at in words.children[verb]:
        marks = [child for child in words.children[at] if words.lower[child] == word]
        if words.dep[at].startswith("obl") and marks and at > verb:
            end = next((i for i in range(at + 1, len(words)) if words.lower[i] in (",", "that")), at + 1)
            return words.starts[marks[0] + 1], words.ends[max(_find_end(words, at, end), at)]
    return None


def _find_end(words: Words, head: int, stop: int) -> int:
    """Returns the last token before `stop` of the words that hang on a head."""
    end = head
    while end + 1 < stop and any(at == head for at in words.climb(end + 1)):
        end += 1
    return end


def _span(words: Words, head: int, stop: int) -> Range:
    start = head
    while start > 0 and any(at == head for at in words.climb(start - 1)):
        start -= 1
    return words.starts[start], words.ends[_find_end(words, head, stop)]

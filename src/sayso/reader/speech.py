"""Speeches: quotations that a sentence of the article's own parts are two attributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.reader.draft import Draft
from sayso.reader.figure.word import Words
from sayso.reader.span import Range


def part_speeches(words: Words, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yields the drafts, cut where a sentence that is no part of them stands inside their content.

    “The mill is shut,” said Kral. Berg shook his head. “Nobody told us.” Who says the second is not told: it
    becomes an attribution without source and cue.
    """
    for draft in drafts:
        speeches = _cut(words, draft)
        own = min(range(len(speeches)), key=lambda i: _measure_gap(draft, speeches[i]))
        for i, content in enumerate(speeches):
            if i == own:
                yield replace(draft, content=content)
            else:
                yield replace(draft, source=None, cue=None, content=content)


def _cut(words: Words, draft: Draft) -> list[list[Range]]:
    """Groups the content by what stands between its pieces."""
    marks = [mark for mark in (draft.source, draft.cue) if mark is not None]
    own = {words.sentence[at] for mark in (*marks, *draft.content) for at in _list_tokens(words, *mark)}
    speeches = [draft.content[:1]]
    for piece in draft.content[1:]:
        between = _list_tokens(words, speeches[-1][-1][1], piece[0])
        strange = any(words.sentence[at] not in own and words.lower[at].isalpha() for at in between)
        if strange:
            speeches.append([piece])
        else:
            speeches[-1].append(piece)
    return speeches


def _list_tokens(words: Words, start: int, end: int) -> range:
    """Lists the tokens that begin at characters [start, end)."""
    first = words.find(start)
    return range(first + (words.starts[first] < start), words.find(end - 1) + 1)


def _measure_gap(draft: Draft, content: list[Range]) -> int:
    """Returns how far the words of a speech stand from the cue, or from the source."""
    at = draft.cue or draft.source or draft.content[0]
    return min(max(low - at[1], at[0] - high, 0) for low, high in content)

"""Figures: the counts of a text with their scope, as the model has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sayso.model import Attribution, Figure, Place, Span, Time
from sayso.model.figure import Basis, Bound, Measure
from sayso.reader.figure.confidence import rate_count
from sayso.reader.figure.count import Count, find_counts
from sayso.reader.figure.date import Calendar
from sayso.reader.figure.implicit import find_implicit
from sayso.reader.figure.part import find_wholes
from sayso.reader.figure.place import Scene
from sayso.reader.figure.quantity import find_quantities
from sayso.reader.figure.scope import find_basis, find_claims, name_counter
from sayso.reader.figure.word import Words, list_words
from sayso.reader.scope import Setting

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_figures(words: Words, setting: Setting) -> tuple[Figure, ...]:
    """Finds the figures of a text: counts of people, of what is destroyed, and of vehicles and units.

    Args:
        words: the text with its tags, trees and entities.
        setting: its attributions, times and places; a count without a date of its own takes none after
            publication.
    """
    counts = count_words(words, setting.times)
    if not counts:
        return ()
    attributions = setting.attributions
    scene = Scene(words, setting.places, attributions)
    calendar = Calendar(words, setting.times, attributions, setting.published)
    wholes, claims = find_wholes(words, counts), find_claims(words, counts, attributions)
    return tuple(
        _build(
            words,
            (number, count, None if whole is None else whole + 1),
            Scope(claim, scene.find(count), *calendar.find(count)),
        )
        for number, (count, whole, claim) in enumerate(zip(counts, wholes, claims, strict=True), 1)
    )


def count_text(doc: Doc, times: Sequence[Time]) -> tuple[Words, list[Count]]:
    """Returns the words of a text and its counts, in the order of the text."""
    words = list_words(doc)
    return words, count_words(words, times)


def count_words(words: Words, times: Sequence[Time]) -> list[Count]:
    """Returns the counts of a text, in the order of the text."""
    taken = {i for time in times for i in range(time.span.start, time.span.end)}
    counts = find_counts(words, list(find_quantities(words.text)), taken)
    counts += list(find_implicit(words, counts))
    return sorted(counts, key=lambda count: count.start)


@dataclass(frozen=True, slots=True)
class Scope:
    """On whose word a count stands, and where and when it holds."""

    attribution: Attribution | None
    place: Place | None
    as_of: str | None
    since: str | None


def _build(words: Words, numbered: tuple[int, Count, int | None], scope: Scope) -> Figure:
    number, count, whole = numbered
    of = count.of and Span.of(words.text, words.starts[count.of[0]], words.ends[count.of[1] - 1])
    return Figure(
        id=f"F{number}",
        span=Span.of(words.text, count.start, count.end),
        low=count.low,
        high=count.high,
        bound=cast("Bound", count.bound),
        measure=cast("Measure", count.measure),
        of=of,
        place=None if scope.place is None else scope.place.id,
        as_of=scope.as_of,
        since=scope.since,
        counter=name_counter(scope.attribution),
        basis=cast("Basis", find_basis(words, count, scope.since)),
        attribution=None if scope.attribution is None else scope.attribution.id,
        confidence=rate_count(count),
        part_of=None if whole is None else f"F{whole}",
    )

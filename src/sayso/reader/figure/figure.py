"""Figures: the counts of a text with their scope, as the model has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from sayso.model import Attribution, Figure, Place, Span, Time
from sayso.model.figure import Basis, Bound, Measure
from sayso.reader.figure.count import Count, find_counts
from sayso.reader.figure.implicit import find_implicit
from sayso.reader.figure.quantity import find_quantities
from sayso.reader.figure.scope import find_attribution, find_basis, find_dates, find_place, name_counter
from sayso.reader.figure.word import Words, list_words
from sayso.vocab import load_table

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_figures(
    doc: Doc,
    attributions: Sequence[Attribution],
    times: Sequence[Time],
    places: Sequence[Place],
    published: str | None,
) -> tuple[Figure, ...]:
    """Finds the figures of a text: counts of people, of what is destroyed, and of vehicles and units.

    Args:
        doc: the text with its tags, trees and entities.
        attributions: its attributions.
        times: its expressions of time.
        places: its places.
        published: ISO date of publication, or null; a count without a date of its own takes none later.
    """
    if not len(doc):
        return ()
    words = list_words(doc)
    taken = {i for time in times for i in range(time.span.start, time.span.end)}
    counts = find_counts(words, list(find_quantities(words.text)), taken)
    counts += list(find_implicit(words, counts))
    counts.sort(key=lambda count: count.start)
    sources = [(a.source.start, a.source.end) for a in attributions if a.source is not None]
    figures = []
    for number, count in enumerate(counts, 1):
        attribution = find_attribution(count, attributions)
        place = find_place(words, count, places, sources)
        dates = find_dates(words, count, times, published)
        figures.append(_build(f"F{number}", words, count, (attribution, place, dates)))
    return tuple(figures)


def _build(
    id: str,
    words: Words,
    count: Count,
    scope: tuple[Attribution | None, Place | None, tuple[str | None, str | None]],
) -> Figure:
    attribution, place, (as_of, since) = scope
    table = load_table("figure_scope")
    of = count.of and Span.of(words.text, words.starts[count.of[0]], words.ends[count.of[1] - 1])
    return Figure(
        id=id,
        span=Span.of(words.text, count.start, count.end),
        low=count.low,
        high=count.high,
        bound=cast("Bound", count.bound),
        measure=cast("Measure", count.measure),
        of=of,
        place=None if place is None else place.id,
        as_of=as_of,
        since=since,
        counter=name_counter(attribution),
        basis=cast("Basis", find_basis(words, count, since)),
        attribution=None if attribution is None else attribution.id,
        confidence=round(
            table["confidence"][count.grade] * (table["confidence_other"] if count.measure == "other" else 1),
            2,
        ),
    )

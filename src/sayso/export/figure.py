"""Count: a figure as a reader of the views meets it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.export.claim import Claim
from sayso.export.place import Site
from sayso.export.printable import flatten
from sayso.model import Bound, Figure, Reading, Span
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure with its value written out, and with its place and its claim.

    Attributes:
        number: from 1, in the order of the text.
        figure: what it shows.
        place: name of the place that it counts in, or null.
        claim: the claim that carries it, or null where the article says it in its own voice.
        is_doubtful: whether its confidence is low.
    """

    number: int
    figure: Figure
    place: str | None
    claim: Claim | None
    is_doubtful: bool

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands."""
        return (self.figure.span,)

    @property
    def words(self) -> str:
        """The quantity as it stands."""
        return flatten(self.figure.span.text)

    @property
    def value(self) -> str:
        """The number with its bound: 5, ≥ 22,185, > 10, ≤ 40, < 10, ≈ 200, 36–40."""
        return tell_value(self.figure.low, self.figure.high, self.figure.bound)

    @property
    def title(self) -> str:
        """What it says in short."""
        return " ".join(filter(None, (self.value, self.of, f"({self.figure.measure})")))

    @property
    def note(self) -> str | None:
        """The bound where the value's sign does not tell it, or null."""
        return self.figure.bound if self.figure.bound in load_table("view")["noted_bounds"] else None

    @property
    def of(self) -> str | None:
        """What is counted, or null."""
        return None if self.figure.of is None else flatten(self.figure.of.text) or None

    @property
    def dates(self) -> tuple[str, ...]:
        """At which date the count held and at which it starts, as far as they are known."""
        dates = (("as of", self.figure.as_of), ("since", self.figure.since))
        return tuple(f"{word} {flatten(date)}" for word, date in dates if date)

    @property
    def counter(self) -> str | None:
        """Who counts, or null."""
        return flatten(self.figure.counter or "") or None


def list_counts(
    reading: Reading, claims: Iterable[Claim], sites: Iterable[Site], doubtful_below: float
) -> list[Count]:
    """Lists the figures of a reading in the order of the text."""
    carriers = {claim.attribution.id: claim for claim in claims}
    names = {mention: site.name for site in sites for mention in site.ids}
    figures = sorted(reading.figures, key=lambda figure: figure.span.start)
    return [
        Count(
            number=number,
            figure=figure,
            place=names.get(figure.place or ""),
            claim=carriers.get(figure.attribution or ""),
            is_doubtful=figure.confidence < doubtful_below,
        )
        for number, figure in enumerate(figures, start=1)
    ]


def tell_value(low: int | None, high: int | None, bound: Bound) -> str:
    """Writes a number with its bound: 5, ≥ 22,185, > 10, ≤ 40, < 10, ≈ 200, 36–40, or that it is unknown."""
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"< {high + 1:,}" if bound == "less_than" else f"≤ {high:,}"  # type: ignore[operator]
    if high is None:
        return f"> {low - 1:,}" if bound == "more_than" else f"≥ {low:,}"
    sign = "≈ " if bound == "about" else ""
    return f"{sign}{low:,}" if low == high else f"{sign}{low:,}–{high:,}"

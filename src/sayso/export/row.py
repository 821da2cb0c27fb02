"""Row: a paragraph as the page shows it, in stretches that know what they are part of, with its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.export.claim import Claim
from sayso.export.passage import Mark, Piece, cut, find_paragraphs
from sayso.export.printable import disarm
from sayso.vocab import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """What a stretch mentions: a figure, an event, an actor, an audience, a place or a time.

    Attributes:
        role: which of these it is; a CSS class.
        fact: its short name within the article: figure-1.
        title: what it says in short.
        start: offset of the mention where it begins here, or null where it began before.
    """

    role: str
    fact: str
    title: str
    start: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a paragraph as the page shows it.

    Attributes:
        text: its characters.
        roles: what it is to its claims, as names of CSS classes.
        layer: the CSS class for how many contents it stands in.
        claims: numbers of the claims that it is part of, the innermost first.
        opens: numbers of the claims that begin here.
        touches: what it mentions, the longest mention first.
    """

    text: str
    roles: str
    layer: str
    claims: tuple[int, ...]
    opens: tuple[int, ...]
    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph with the claims that begin in it."""

    stretches: tuple[Stretch, ...]
    claims: tuple[Claim, ...]


def list_rows(text: str, claims: Sequence[Claim], marks: Sequence[Mark]) -> Iterator[Row]:
    """Yields the paragraphs of a text; each claim and each mention begins in one of them."""
    borders, floor = find_paragraphs(text), 0
    for index, (start, end) in enumerate(borders):
        ceiling = len(text) + 1 if index + 1 == len(borders) else end
        opening = sorted(
            (claim for claim in claims if floor <= claim.start < ceiling), key=lambda claim: claim.start
        )
        waiting = list(opening)
        stretches: list[Stretch] = []
        for piece in cut(start, end, marks):
            opens = [claim for claim in waiting if claim.start <= piece.start or piece.end == end]
            waiting = [claim for claim in waiting if claim not in opens]
            touches = _list_touches(piece, floor if piece.start == start else piece.start)
            stretches.append(_make_stretch(text, piece, opens, touches))
        yield Row(stretches=tuple(stretches), claims=tuple(opening))
        floor = ceiling


def band_rows(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    """Yields each row that has claims together with those after it that have none, whose margin is free."""
    band: list[Row] = []
    for row in rows:
        if row.claims and band:
            yield tuple(band)
            band = []
        band.append(row)
    if band:
        yield tuple(band)


def _make_stretch(text: str, piece: Piece, opens: Sequence[Claim], touches: Iterator[Touch]) -> Stretch:
    return Stretch(
        text=disarm(text[piece.start : piece.end]),
        roles=" ".join(role for role in ("source", "cue") if role in piece.roles),
        layer=f"content-{min(piece.layers, load_table('view')['page']['layers'])}" if piece.layers else "",
        claims=piece.claims,
        opens=tuple(claim.number for claim in opens),
        touches=tuple(touches),
    )


def _list_touches(piece: Piece, floor: int) -> Iterator[Touch]:
    """Yields what a piece mentions; what starts at `floor` or after begins here, once for an offset."""
    begun: set[tuple[str, int]] = set()
    for mark in piece.mentions:
        fact = f"{mark.role}-{mark.number}"
        begins = mark.start >= floor and (fact, mark.start) not in begun
        begun.add((fact, mark.start))
        yield Touch(role=mark.role, fact=fact, title=mark.title, start=mark.start if begins else None)

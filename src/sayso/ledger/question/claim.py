"""Claim: the question of who said what, on whose word, about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from sayso.ledger.question.answer import Answer, Citation, cite, cut_page, select_sources
from sayso.ledger.question.query import Query
from sayso.ledger.question.selection import find_hint, list_claims, select_claims
from sayso.ledger.question.term import hold_keys
from sayso.ledger.schema import attribution, content, name
from sayso.model import Act, Quotation, SpeakerKind
from sayso.model.record import Record

if TYPE_CHECKING:
    from sayso.ledger.question.meaning import Meanings

ASKED_BY = frozenset(
    (
        *("speaker", "actor", "outlet", "place", "published", "time", "act", "kind", "quotation"),
        *("measure", "event", "words", "meaning"),
    )
)
SORTS = ("newest", "oldest", "confidence")
CHUNK = 1000
"""How many claims are loaded by one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A claim, and where it was read.

    Attributes:
        id: the claim's id in its reading.
        speaker: name of who said it, or null.
        kind: named, role, anonymous or unresolved.
        source: the words that stand for who said it, or null.
        act: what was done by saying it, or null.
        quotation: direct, indirect or mixed.
        audience: the words that stand for who was told, or null.
        parent: id of the claim inside which it stands, or null.
        confidence: probability that it was read right, 0 to 1.
        cosine: how near its meaning is to what was sought, −1 to 1; null where none was.
        citation: article, outlet, date and passage.
    """

    id: str
    speaker: str | None
    kind: SpeakerKind
    source: str | None
    act: Act | None
    quotation: Quotation
    audience: str | None
    parent: str | None
    confidence: float
    cosine: float | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims(Answer):
    """The claims that were asked for."""

    rows: tuple[Claim, ...]


def find_claims(connection: Connection, query: Query, meanings: Meanings) -> Claims:
    """Finds claims; with a meaning the nearest ones come first, else the newest, the oldest or the surest.

    Args:
        connection: a connection that reads.
        query: what is asked.
        meanings: the vectors of the ledger.

    Raises:
        LedgerError: the question cannot be asked like this (LDG010).
    """
    order = query.allow(ASKED_BY, ("nearest",) if query.meaning is not None else SORTS)
    selection = select_claims(connection, query)
    cosines: Mapping[int, float] = {}
    wanted = query.limit + 1
    if query.meaning is not None:
        cosines = meanings.rank(connection, query, selection)
        keys: Sequence[int] = list(cosines)[query.offset : query.offset + wanted]
    else:
        keys = list_claims(connection, selection, order, wanted, query.offset)
    page, has_more = cut_page(keys, query)
    claims = load_claims(connection, page, cosines)
    hint = None if claims else find_hint(connection, query)
    if query.meaning is not None and meanings.is_empty:
        hint = "the ledger holds no claims that this version of the reader read: read the articles again"
    return Claims(rows=tuple(claims.values()), offset=query.offset, has_more=has_more, hint=hint)


def load_claims(
    connection: Connection, keys: Sequence[int], cosines: Mapping[int, float] | None = None
) -> dict[int, Claim]:
    """Loads claims by their keys, in the order of these."""
    found: dict[int, Claim] = {}
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        spans = load_spans(connection, chunk)
        for row in connection.execute(_select_claims().where(hold_keys(attribution.c.id, chunk))).mappings():
            key = row["id"]
            found[key] = _make_claim(row, spans[key], (cosines or {}).get(key))
    return {key: found[key] for key in keys}


def load_spans(connection: Connection, keys: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
    """Loads where the words of claims stand, by the keys of the claims."""
    columns = content.c.attribution_id, content.c.span_start, content.c.span_end
    query = select(*columns).where(hold_keys(content.c.attribution_id, list(keys)))
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, start, end in connection.execute(query.order_by(content.c.attribution_id, content.c.number)):
        spans[key].append((start, end))
    return spans


def _select_claims() -> Any:
    parent = attribution.alias("parent")
    columns = (attribution, name.c.name.label("speaker"), parent.c.label.label("parent"))
    return (
        select_sources(attribution, *columns)
        .join(name, name.c.id == attribution.c.speaker_id, isouter=True)
        .join(parent, parent.c.id == attribution.c.parent_id, isouter=True)
    )


def _make_claim(row: Mapping[Any, Any], spans: list[tuple[int, int]], cosine: float | None) -> Claim:
    return Claim(
        id=row["label"],
        speaker=row["speaker"],
        kind=row["speaker_kind"],
        source=_cut(row, "source"),
        act=row["act"],
        quotation=row["quotation"],
        audience=_cut(row, "audience"),
        parent=row["parent"],
        confidence=row["confidence"],
        cosine=cosine,
        citation=cite(row, spans),
    )


def _cut(row: Mapping[Any, Any], part: str) -> str | None:
    start: int | None = row[f"{part}_start"]
    text: str = row["cited_text"]
    return None if start is None else text[start : row[f"{part}_end"]]

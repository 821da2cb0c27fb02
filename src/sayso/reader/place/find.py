"""The way from a read Doc to its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model import Place, Span
from sayso.reader.place.demonym import find_demonyms
from sayso.reader.place.mention import Mention, find_mentions
from sayso.reader.place.name import choose_name
from sayso.reader.place.resolve import resolve
from sayso.reader.place.sense import group_mentions
from sayso.vocab.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_places(doc: Doc) -> tuple[Place, ...]:
    """Finds the places that a read Doc names, one for each mention, in the order of the text.

    Mentions of one place share its name and coordinates. A place that is not in the gazetteer, or whose
    evidence is too thin, is unresolved with its reason.
    """
    words = [token.text for token in doc]
    senses = group_mentions(find_mentions(doc), words)
    answers: dict[Mention, tuple[int | None, str | None]] = {}
    for sense, answer in zip(senses, resolve(senses, find_demonyms(words).items()), strict=True):
        answers |= {mention: answer for mention in sense.mentions if mention.shown}
    ordered = sorted(answers.items(), key=lambda item: item[0].start)
    text = doc.text  # a Doc builds it anew each time
    spans = [Span.of(text, *_bound(doc, mention)) for mention, _ in ordered]
    spellings: dict[int | str, list[str]] = {}
    for span, (mention, (row, _)) in zip(spans, ordered, strict=True):
        spellings.setdefault(mention.key if row is None else row, []).append(span.text)
    names = {
        key: choose_name(found, key if isinstance(key, int) else None) for key, found in spellings.items()
    }
    return tuple(
        _make_place(f"P{i}", span, names[mention.key if row is None else row], (row, reason))
        for i, (span, (mention, (row, reason))) in enumerate(zip(spans, ordered, strict=True), 1)
    )


def _bound(doc: Doc, mention: Mention) -> tuple[int, int]:
    last = doc[mention.end - 1]
    return doc[mention.start].idx, last.idx + len(last)


def _make_place(id: str, span: Span, name: str, answer: tuple[int | None, str | None]) -> Place:
    row, reason = answer
    if row is None:
        return Place(
            id=id, span=span, name=name, kind=None, country=None, lat=None, lon=None,
            geonames=None, unresolved=reason,
        )  # fmt: skip
    entry = load_gazetteer().get(row)
    return Place(
        id=id,
        span=span,
        name=name,
        kind=entry.kind,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        geonames=entry.geonames,
        unresolved=None,
    )

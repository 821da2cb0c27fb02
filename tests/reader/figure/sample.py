"""Places, times and attributions made by hand for the tests of figures."""

from __future__ import annotations

from spacy.tokens import Doc

from sayso.model import Attribution, Place, Span, Speaker, Time
from sayso.reader.figure.word import Words

NOBODY = Speaker(name=None, kind="anonymous", actor=None, mention=None)


def cut(doc: Doc | Words, words: str) -> Span:
    """Returns the first occurrence of some words as a span."""
    start = doc.text.index(words)
    return Span.of(doc.text, start, start + len(words))


def place(doc: Doc, name: str, kind: str = "city") -> Place:
    """Makes a resolved place of a name that the gazetteer does not know."""
    return Place(
        id=name, span=cut(doc, name), name=name, kind=kind, country=None, lat=0.0, lon=0.0, geonames=None,
        unresolved=None,
    )  # fmt: skip


def day(doc: Doc, words: str, date: str) -> Time:
    """Makes a day."""
    return Time(
        id=words, span=cut(doc, words), type="DATE", value=date, start=date, end=date, anchor="published"
    )


def claim(
    doc: Doc | Words, id: str, content: str, source: str | None = None, confidence: float = 1.0
) -> Attribution:
    """Makes an attribution of some content."""
    return Attribution(
        id=id,
        source=None if source is None else cut(doc, source),
        cue=None,
        content=(cut(doc, content),),
        quotation="indirect",
        act=None,
        speaker=NOBODY,
        audience=None,
        parent=None,
        confidence=confidence,
    )

"""Value: what people give for the fields of a record, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.errors import LedgerError
from sayso.ledger.correction.correction import Amendment, Kind
from sayso.ledger.correction.quote import Quote, fold, list_occurrences
from sayso.model import Span
from sayso.vocab import load_table

Mark = str | Mapping[str, Any]
"""Words of the article, or `{"t": words, "n": 3}` for the third place at which they stand."""

ELLIPSIS = " … "


def list_fields(kind: Kind) -> dict[str, str]:
    """Returns the fields of a kind of record that can be corrected, each with the form of its values."""
    fields: dict[str, str] = load_table("correction")["field"][kind]
    return fields


def read_amendments(
    kind: Kind, values: Mapping[str, object], text: str, about: Sequence[Span] = ()
) -> tuple[Amendment, ...]:
    """Reads what somebody gives for the fields of a record.

    Args:
        kind: the kind of record.
        values: values by field; null or an empty string where there is none.
        text: the text of the article, in which spans are found by their words.
        about: the spans that the record is told by; words that stand several times are taken nearest to them.

    Raises:
        LedgerError: there is no such field, or the value does not fit it (LDG008).
    """
    forms = list_fields(kind)
    if unknown := values.keys() - forms.keys():
        hint = f"give any of {', '.join(forms)}"
        raise refuse(f"{_name(kind)} has no {', '.join(sorted(unknown))} to be corrected", hint)
    found = list(about)
    amendments = {}
    own = load_table("correction")["anchor"][kind][0]
    for field in sorted(values, key=list(forms).index):
        if values[field] in (None, "", [], ()):
            amendments[field] = _clear(kind, field)
        elif forms[field] in ("span", "spans"):
            spans = find_marks(text, _list_marks(values[field]), found, is_own=field == own)
            found = found or spans
            amendments[field] = quote_spans(field, text, spans)
        else:
            amendments[field] = Amendment(field=field, value=_READERS[forms[field]](field, values[field]))
    return tuple(amendments[field] for field in values)


def quote_spans(field: str, text: str, spans: Iterable[Span]) -> Amendment:
    """Makes the value of a field that holds spans."""
    spans = tuple(spans)
    value = ELLIPSIS.join(span.text for span in spans)
    return Amendment(field=field, value=value or None, quotes=tuple(Quote.of(text, span) for span in spans))


def find_marks(text: str, marks: Iterable[Mark], about: Sequence[Span], *, is_own: bool) -> list[Span]:
    """Finds words of an article; each is looked for near what is known, and then near the one before.

    Args:
        text: the text of the article.
        marks: the words.
        about: the spans that a record is told by.
        is_own: whether the words are what the record is told by, and not another part of it, which stands
            outside of them.

    Raises:
        LedgerError: words are not there, or stand at several places and nothing tells which (LDG008).
    """
    spans: list[Span] = []
    for mark in marks:
        known = [*spans, *about] if is_own else about
        spans.append(_find_mark(text, mark, known, is_own=is_own and not spans))
    return spans


def refuse(what: str, hint: str) -> LedgerError:
    """Makes the error that a correction does not fit."""
    return LedgerError("LDG008", f"the correction does not fit: {what}", hint)


def _find_mark(text: str, mark: Mark, about: Sequence[Span], *, is_own: bool) -> Span:
    words, number = (str(mark.get("t")), mark.get("n")) if isinstance(mark, Mapping) else (mark, None)
    if number is not None:
        return _count_to(text, words, number)
    places = [Span.of(text, start, end) for start, end, _ in list_occurrences(fold(text), fold(words))]
    if not places:
        raise refuse(f"the article does not say {words!r}", "copy the words from it")
    if len(places) > 1 and not about:
        hint = 'say which is meant: {"t": words, "n": 2}, or --nth 2'
        raise refuse(f"{words!r} stands at {len(places)} places", hint)
    return min(places, key=lambda place: _rank(place, about, is_own=is_own))


def _count_to(text: str, words: str, number: object) -> Span:
    """Returns the place with this number, counted from 1 over the whole text."""
    at = -1
    for _ in range(number if isinstance(number, int) else 0):
        at = text.find(words, at + 1)
        if at < 0:
            break
    if at < 0:
        raise refuse(
            f"{words!r} does not stand in the article {number} times", "count them over the whole text"
        )
    return Span.of(text, at, at + len(words))


def _rank(place: Span, about: Sequence[Span], *, is_own: bool) -> tuple[bool, int, int]:
    """Returns how far words stand from what is known; inside of it is near only for its own words."""
    gaps = [max(place.start - span.end, span.start - place.end, 0) for span in about]
    is_inside = any(span.start <= place.start and place.end <= span.end for span in about)
    return is_inside and not is_own, min(gaps, default=0), place.start


def _clear(kind: Kind, field: str) -> Amendment:
    if field in load_table("correction")["needed"][kind]:
        raise refuse(f"{_name(kind)} has a {field}", "call the record wrong if it has none")
    return Amendment(field=field, value=None)


def _list_marks(value: object) -> list[Mark]:
    if isinstance(value, str | Mapping):
        return [value]
    if isinstance(value, list | tuple):
        return list(value)
    raise refuse(f"{value!r} is not words of the article", "copy the words from it")


def _read_word(field: str, value: object) -> str:
    return str(value).strip()


def _read_number(field: str, value: object) -> str:
    try:
        number = int(str(value).replace(",", ""))
    except ValueError as error:
        raise refuse(f"{field} is {value!r}", "give a whole number") from error
    if not 0 <= number <= load_table("ledger")["greatest_number"]:
        raise refuse(f"{field} is {number}", "give a count of 64 bits that is not below 0")
    return str(number)


def _read_date(field: str, value: object) -> str:
    if not re.fullmatch(load_table("correction")["date"], str(value)):
        raise refuse(f"{field} is {value!r}", "give an ISO date: 2026-05-03, 2026-05 or 2026")
    return str(value)


def _read_period(field: str, value: object) -> str:
    """Reads a date, or two with a slash between them, as ISO 8601 writes a stretch of time."""
    return "/".join(_read_date(field, end) for end in str(value).split("/", 1))


_READERS = {
    "word": _read_word,
    "speaker": _read_word,
    "place": _read_word,
    "number": _read_number,
    "date": _read_date,
    "period": _read_period,
}


def _name(kind: Kind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"

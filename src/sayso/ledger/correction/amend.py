"""Amend: records with other values, and records made of nothing but values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.ledger.correction.correction import Amendment, Kind
from sayso.ledger.correction.scene import Scene
from sayso.ledger.correction.value import list_fields, quote_spans
from sayso.model import Attribution, Event, Figure, Span
from sayso.vocab import load_table

Claim = Attribution | Figure | Event

KINDS: dict[Kind, type[Attribution] | type[Figure] | type[Event]] = {
    "attribution": Attribution,
    "figure": Figure,
    "event": Event,
}

_CERTAIN = 1.0
_BLANK: dict[str, Any] = {
    "attribution": {
        **dict.fromkeys(("source", "cue", "audience", "parent", "act")),
        "content": [],
        "quotation": "indirect",
        "speaker": {"kind": "anonymous", **dict.fromkeys(("name", "actor", "mention", "reason"))},
    },
    "figure": {
        **dict.fromkeys(("span", "low", "high", "of", "place", "as_of", "since", "counter", "attribution")),
        "bound": "exact",
        "measure": "other",
        "basis": "unknown",
        "part_of": None,
    },
    "event": {
        **dict.fromkeys(("trigger", "type", "place", "date", "attribution")),
        "actors": [],
        "recipients": [],
        "factuality": "happened",
    },
}


def tell_kind(claim: Claim) -> Kind:
    """Returns the kind of a record."""
    return next(kind for kind, record in KINDS.items() if isinstance(claim, record))


def list_own(claim: Claim) -> tuple[Span, ...]:
    """Returns the spans that a record is told by: its content, its words or its trigger."""
    if isinstance(claim, Attribution):
        return claim.content
    return (claim.span if isinstance(claim, Figure) else claim.trigger,)


def tell_field(claim: Claim, field: str, scene: Scene) -> Amendment:
    """Tells what a record has in a field, in the form of a correction."""
    form = list_fields(tell_kind(claim))[field]
    if form == "speaker" and isinstance(claim, Attribution):
        value = claim.speaker.name if field == "speaker" else claim.speaker.kind
        return Amendment(field=field, value=value)
    value = getattr(claim, field)
    if form in ("span", "spans"):
        spans = value if form == "spans" else (value,)
        return quote_spans(field, scene.text, (span for span in spans if span is not None))
    if form == "place":
        value = scene.name_place(value)
    elif form == "period" and value is not None:
        value = "/".join(dict.fromkeys((value.start, value.end)))
    return Amendment(field=field, value=None if value is None else str(value))


def tell_fields(claim: Claim, scene: Scene) -> tuple[Amendment, ...]:
    """Tells all that a record has in the fields that can be corrected."""
    return tuple(tell_field(claim, field, scene) for field in list_fields(tell_kind(claim)))


def amend(claim: Claim, amendments: Iterable[Amendment], scene: Scene) -> tuple[Claim, tuple[str, ...]]:
    """Gives a record other values.

    Returns:
        The record, of which one may be certain, and the fields whose new words the text does not have.

    Raises:
        ModelError: a value is none of those that the field may have (MDL004).
    """
    data = claim.to_dict()
    lost = _fill(data, tell_kind(claim), amendments, scene)
    return type(claim).from_dict({**data, "confidence": _CERTAIN}), lost


def build(
    kind: Kind, amendments: Iterable[Amendment], scene: Scene, id: str
) -> tuple[Claim | None, tuple[str, ...]]:
    """Makes a record of values alone.

    Returns:
        The record, or null where the text does not have the words that it is told by, and the fields whose
        words it does not have.

    Raises:
        ModelError: a value is none of those that the field may have (MDL004).
    """
    data = {"id": id, **_BLANK[kind], "confidence": _CERTAIN}
    lost = _fill(data, kind, amendments, scene)
    if set(lost) & set(load_table("correction")["needed"][kind]):
        return None, lost
    return KINDS[kind].from_dict(data), lost


def _fill(data: dict[str, Any], kind: Kind, amendments: Iterable[Amendment], scene: Scene) -> tuple[str, ...]:
    """Puts values into the JSON form of a record; returns the fields whose words are not there."""
    forms = list_fields(kind)
    given = {amendment.field: amendment for amendment in amendments}
    lost = []
    for field in sorted(given, key=list(forms).index):
        form = forms[field]
        if form in ("span", "spans"):
            spans = [quote.find(scene.text) for quote in given[field].quotes]
            found = [span.to_dict() for span in spans if span is not None]
            if len(found) < len(spans):
                lost.append(field)
            else:
                data[field] = found if form == "spans" else next(iter(found), None)
        elif form == "place":
            if not _fill_place(data, kind, given[field].value, scene):
                lost.append(field)
        elif form != "speaker":
            data[field] = (
                _READERS.get(form, str)(value) if (value := given[field].value) is not None else None
            )
    if "speaker" in given or "speaker_kind" in given:
        data["speaker"] = _make_speaker(data["speaker"], given, scene)
    return tuple(lost)


def _fill_place(data: dict[str, Any], kind: Kind, name: str | None, scene: Scene) -> bool:
    """Puts the id of a place into a record; returns whether the text says its name."""
    own = data[load_table("correction")["anchor"][kind][0]]
    if name is None or own is None:
        data["place"] = None
        return name is None
    found = scene.find_place(name, Span.from_dict(own))
    if found is not None:
        data["place"] = found
    return found is not None


def _make_speaker(old: Mapping[str, Any], given: Mapping[str, Amendment], scene: Scene) -> dict[str, Any]:
    """Makes a speaker of a name and a kind, which corrections give together."""
    name, kind = given["speaker"].value, given["speaker_kind"].value
    if (name, kind) == (old["name"], old["kind"]):
        return dict(old)
    actor = mention = None
    if name is not None:
        actor = scene.find_actor(name)
        mention = scene.find_mention(name)
    reason = load_table("correction")["unresolved_speaker"] if kind == "unresolved" else None
    return {
        "name": name,
        "kind": kind,
        "actor": actor and actor.id,
        "mention": mention and mention.to_dict(),
        "reason": reason,
    }


def _read_period(value: str) -> dict[str, str]:
    start, _, end = value.partition("/")
    return {"start": start, "end": end or start}


_READERS: Mapping[str, Any] = {"number": int, "period": _read_period}

"""Complete: values that only together say something, given as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.ledger.correction.correction import Amendment, Kind
from sayso.ledger.correction.quote import fold
from sayso.ledger.correction.value import refuse
from sayso.vocab import load_table

_QUOTATION_MARK = '"'

Given = dict[str, Amendment]


def complete(
    kind: Kind, amendments: Iterable[Amendment], machine: Mapping[str, Amendment] | None
) -> tuple[Amendment, ...]:
    """Adds what follows from the values that are given, so that they hold without the machine's.

    A name and its kind belong together, and so do the ends of a figure and what bounds them.

    Args:
        kind: the kind of record.
        amendments: the values that are given.
        machine: what the machine reads, by field; null where the record is missing.

    Raises:
        LedgerError: values do not go together (LDG008).
    """
    given = {amendment.field: amendment for amendment in amendments}
    if machine is None:
        _take_needed(kind, given)
    if kind == "attribution" and (machine is None or given.keys() & {"speaker", "speaker_kind"}):
        _complete_speaker(given, machine)
    if kind == "figure" and (machine is None or given.keys() & {"low", "high", "bound"}):
        _complete_number(given, machine)
    return tuple(given.values())


def _take_needed(kind: Kind, given: Given) -> None:
    """Checks that a record which is missing is told, and gives other fields their usual values."""
    missing = [field for field in load_table("correction")["needed"][kind] if field not in given]
    if missing:
        raise refuse(f"a missing {kind} needs its {' and '.join(missing)}", "give it with the others")
    for field, value in load_table("correction")["usual"][kind].items():
        given.setdefault(field, Amendment(field=field, value=value))
    if kind == "attribution" and "quotation" not in given:
        spans = [fold(quote.exact) for quote in given["content"].quotes]
        given["quotation"] = Amendment(field="quotation", value=_tell_quotation(spans))


def _tell_quotation(spans: Iterable[str]) -> str:
    """Tells by the quotation marks of a content whether it is quoted."""
    spans = list(spans)
    if all(span.startswith(_QUOTATION_MARK) and span.endswith(_QUOTATION_MARK) for span in spans):
        return "direct"
    return "mixed" if any(_QUOTATION_MARK in span for span in spans) else "indirect"


def _complete_speaker(given: Given, machine: Mapping[str, Amendment] | None) -> None:
    """Gives a name its kind, and a kind its name: whoever has a name is named, and nobody else is."""
    name, kind = (given[field].value if field in given else None for field in ("speaker", "speaker_kind"))
    if "speaker" not in given and kind == "named" and machine is not None:
        name = machine["speaker"].value
    if kind is None:
        kind = _tell_speaker_kind(name, given, machine)
    if (name is not None) != (kind == "named"):
        what = f"a speaker who is {kind} and is called {name}" if name else "a named speaker without a name"
        raise refuse(what, "give a name and the kind named, or a kind alone")
    given["speaker"] = Amendment(field="speaker", value=name)
    given["speaker_kind"] = Amendment(field="speaker_kind", value=kind)


def _tell_speaker_kind(name: str | None, given: Given, machine: Mapping[str, Amendment] | None) -> str:
    if name is not None:
        return "named"
    if machine is None and "source" not in given:
        return "anonymous"
    raise refuse(
        "it does not say what kind of speaker this is",
        "give a speaker, or the kind: role, anonymous or unresolved",
    )


def _complete_number(given: Given, machine: Mapping[str, Amendment] | None) -> None:
    """Gives both ends of a figure and what bounds them."""
    fields = ("low", "high", "bound")
    known = {field: machine[field].value if machine else None for field in fields}
    known |= {field: given[field].value for field in fields if field in given}
    low, high = (None if known[end] is None else int(str(known[end])) for end in ("low", "high"))
    if low is None and high is None:
        raise refuse("a figure without a number", "give low, high or both")
    if low is not None and high is not None and low > high:
        raise refuse(f"low {low} is more than high {high}", "give low and high together")
    bound = known["bound"]
    fitting = list_bounds(low, high)
    if bound not in fitting:
        if "bound" in given:
            ends = f"low {_tell(low)} and high {_tell(high)}"
            raise refuse(f"{ends} are not {bound}", f"their bound is {' or '.join(fitting)}")
        bound = fitting[0]
    values = zip(fields, (low, high, bound), strict=True)
    given |= {
        field: Amendment(field=field, value=None if value is None else str(value)) for field, value in values
    }


def list_bounds(low: int | None, high: int | None) -> list[str]:
    """Lists what may bound a figure with these ends, the plainest first."""
    ends = "upper" if low is None else "lower" if high is None else "point" if low == high else "both"
    bounds: list[str] = load_table("correction")["bound"][ends]
    return bounds


def _tell(number: int | None) -> str:
    return "unknown" if number is None else str(number)

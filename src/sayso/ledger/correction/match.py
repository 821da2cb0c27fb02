"""Match: the record of a reading that a correction is about, told by the words and not by its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.ledger.correction.amend import Claim, list_own, tell_kind
from sayso.ledger.correction.correction import Amendment, Kind
from sayso.model import Attribution, Span
from sayso.vocab import load_table

Places = Mapping[str, Sequence[Span]]
"""Where the words of an anchor stand, by field."""


def place_anchor(anchor: Iterable[Amendment], text: str) -> dict[str, list[Span]]:
    """Finds the words of an anchor in a text, the same or a later one; a field without any is left out."""
    found = {part.field: [quote.find(text) for quote in part.quotes] for part in anchor}
    places = {field: [span for span in spans if span is not None] for field, spans in found.items()}
    return {field: spans for field, spans in places.items() if spans}


def find_record(kind: Kind, places: Places, claims: Iterable[Claim | None]) -> int | None:
    """Returns the number, from 0, of the record that shares most of the words of an anchor, or null."""
    likenesses = [
        0.0 if claim is None or tell_kind(claim) != kind else _liken(kind, places, claim) for claim in claims
    ]
    best = max(likenesses, default=0.0)
    return likenesses.index(best) if best > 0 else None


def _liken(kind: Kind, places: Places, claim: Claim) -> float:
    """Returns how sure it is that a record is the one of an anchor; 0 if it is not.

    Two claims with different cues are two, whatever they have in common.
    """
    own = load_table("correction")["anchor"][kind][0]
    shared = measure_overlap(places[own], list_own(claim)) if own in places else 0.0
    if not isinstance(claim, Attribution):
        return shared
    cue = places.get("cue", ())
    if cue and claim.cue is not None:
        return 1 + shared if shared and measure_overlap(cue, (claim.cue,)) else 0.0
    return shared if shared >= load_table("correction")["same_content"] else 0.0


def measure_overlap(spans: Sequence[Span], others: Sequence[Span]) -> float:
    """Returns the characters that two lists of spans share, as a share of all that they cover."""
    one, other = ({i for span in some for i in range(span.start, span.end)} for some in (spans, others))
    return len(one & other) / len(one | other) if one | other else 0.0

"""Evidence: what speaks for and against two actors being the same."""

from __future__ import annotations

from sayso.reader.speaker.somebody import widen_role
from sayso.reconcile.actor.name import is_person, match_names
from sayso.reconcile.actor.sketch import ActorSketch


def list_evidence(one: ActorSketch, other: ActorSketch, near: float) -> dict[str, float] | None:
    """Returns what speaks for and against two actors being the same, by name; None where they cannot be.

    It is the same whichever comes first.

    Args:
        one: an actor.
        other: another one.
        near: how likely their articles are on one story, see `compare_stories`.
    """
    match = match_names(one, other)
    if match is None:
        return None
    who = "person" if is_person(one) and is_person(other) else "body"
    found = {"always": 1.0, f"{match}_{who}": 1.0, "story": near}
    roles = share_roles(one, other)
    if roles is not None:
        found["same_role" if roles else "other_role"] = 1.0
    found["places"] = measure_overlap(one.places, other.places)
    found["company"] = measure_overlap(one.company, other.company)
    return found


def share_roles(one: ActorSketch, other: ActorSketch) -> bool | None:
    """Tells whether two actors are called the same or like; None where one is called nothing."""
    if not one.nouns or not other.nouns:
        return None
    return any(widen_role(noun) & other.nouns for noun in one.nouns) or any(
        widen_role(noun) & one.nouns for noun in other.nouns
    )


def measure_overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Returns which share of the fewer names the other side has too, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0

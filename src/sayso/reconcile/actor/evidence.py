"""Evidence: what speaks for and against two actors being the same."""

from __future__ import annotations

from sayso.reader.speaker.somebody import widen_role
from sayso.reconcile.actor.name import is_person, match_names
from sayso.reconcile.actor.sketch import ActorSketch
from sayso.vocab import load_table


def list_evidence(one: ActorSketch, other: ActorSketch, near: float) -> dict[str, float] | None:
    """Returns what speaks for and against two actors being the same; None where they must stay apart.

    It is the same whichever comes first.

    Args:
        one: an actor.
        other: one of another article.
        near: how likely their articles are on one story, see `compare_stories`.
    """
    match = match_names(one, other)
    if match is None:
        return None
    who = "person" if is_person(one) or is_person(other) else "body"
    company = measure_overlap(one.company, other.company)
    if not has_context(f"{match}_{who}", near, share_roles(one, other), company):
        return None
    found = {"always": 1.0, f"{match}_{who}": 1.0, "story": near}
    return found | {"company": company, "places": measure_overlap(one.places, other.places)}


def has_context(match: str, near: float, role: bool, company: float) -> bool:
    """Tells whether two articles have enough in common for actors who match so to be one.

    Args:
        match: how they match, and whether they are persons or bodies.
        near: how likely their articles are on one story.
        role: whether both are called the same.
        company: which share of the others they name is the same.
    """
    needed = load_table("actor_link")["context"][match]
    given = {"story": near > 0, "role": role, "company": company > 0}
    return not needed or any(given[name] for name in needed)


def share_roles(one: ActorSketch, other: ActorSketch) -> bool:
    """Tells whether two actors are called the same, or by nouns for the same office."""
    return any(widen_role(a) & widen_role(b) for a in one.nouns for b in other.nouns)


def measure_overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Returns which share of the fewer names the other side has too, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0

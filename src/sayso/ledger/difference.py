"""Difference: what two revisions of an article claim otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayso.model import Attribution, Reading
from sayso.model.record import Record
from sayso.vocab import load_table

ChangeType = Literal["added", "dropped", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """A claim that only one of two revisions makes, or that they make in different words.

    Attributes:
        type: added, dropped or changed.
        before: the claim of the older revision, or null where it is added.
        after: the claim of the newer revision, or null where it is dropped.
    """

    type: ChangeType
    before: Attribution | None
    after: Attribution | None

    def __str__(self) -> str:
        signs = {"dropped": "−", "added": "+", "changed": "≠"}
        claims = [tell(claim) for claim in (self.before, self.after) if claim is not None]
        return f"{signs[self.type]} " + "\n→ ".join(claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Record):
    """What the claims of two revisions differ in.

    Attributes:
        before: number of the older revision.
        after: number of the newer one.
        same: how many claims both make in the same words, from the same mouth.
        changes: the claims that differ, in the order of the newer text; dropped ones last.
    """

    before: int
    after: int
    same: int
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        claims = "1 claim" if self.same == 1 else f"{self.same} claims"
        head = f"revision {self.before} → {self.after}: {claims} the same, {len(self.changes)} not"
        return "\n".join([head, *map(str, self.changes)])


def tell(claim: Attribution) -> str:
    """Tells a claim in one line: who, and what in the article's words."""
    source = claim.speaker.name or (claim.source and claim.source.text) or claim.speaker.kind
    return f"{source}: {join_content(claim)}"


def join_content(claim: Attribution) -> str:
    """Returns what was said; spans that the text tears apart are joined by an ellipsis."""
    return " … ".join(span.text for span in claim.content)


def compare_readings(before: Reading, after: Reading) -> tuple[int, tuple[Change, ...]]:
    """Compares the claims of two readings: those in the same words, then the likest ones in their order.

    Returns:
        How many are the same, and the changes.
    """
    old, new = list(before.attributions), list(after.attributions)
    same = 0
    for claim in after.attributions:
        twin = next((other for other in old if _identify(other) == _identify(claim)), None)
        if twin is not None:
            old.remove(twin)
            new.remove(claim)
            same += 1
    changes = []
    for claim in new:
        likest = max(old, key=lambda other: _liken(other, claim), default=None)
        if likest is None or _liken(likest, claim) < load_table("ledger")["same_claim"]:
            changes.append(Change(type="added", before=None, after=claim))
        else:
            old.remove(likest)
            changes.append(Change(type="changed", before=likest, after=claim))
    changes += (Change(type="dropped", before=claim, after=None) for claim in old)
    return same, tuple(changes)


def _identify(claim: Attribution) -> tuple[str | None, str | None, str | None, str]:
    """Returns what makes two claims one: who says it, how, and its words; not where it stands."""
    source = None if claim.source is None else claim.source.text
    return claim.speaker.name or source, claim.act, claim.quotation, join_content(claim)


def _liken(one: Attribution, other: Attribution) -> float:
    """Returns how like the words of two claims are, 0 to 1 (Ratcliff and Obershelp 1988)."""
    words, others = join_content(one).split(), join_content(other).split()
    return SequenceMatcher(None, words, others, autojunk=False).ratio()

"""Draft: an attribution while it is put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.reader.encoder.frame import AFTER, BEFORE
from sayso.reader.span import Range


@dataclass(slots=True)
class Draft:
    """An attribution while it is put together; ranges are characters of the text.

    Attributes:
        source, cue: where they stand, or None.
        content: the pieces of what was said, in text order, at least one.
        evidence: numbers in the order of EVIDENCE.
        confidence: probability that it is right.
        token: index of the token that it hangs on, among those that the encoder saw.
        parent: the draft inside whose content it stands, or None.
    """

    source: Range | None
    cue: Range | None
    content: list[Range]
    evidence: tuple[float, ...]
    confidence: float
    token: int
    parent: Draft | None = None

    @property
    def anchor(self) -> int:
        """Where it hangs: its cue, or the begin of its content."""
        return self.cue[0] if self.cue else self.content[0][0]

    @property
    def size(self) -> int:
        """How many characters were said."""
        return sum(end - start for start, end in self.content)

    def doubles(self, other: Draft) -> bool:
        """Tells whether this reports what the other does: by the same cue, or the same words without one."""
        if self.cue and other.cue:
            return self.cue[0] < other.cue[1] and other.cue[0] < self.cue[1]
        cue = self.cue or other.cue
        if cue and any(a <= cue[0] < b for a, b in (*self.content, *other.content)):
            return False
        shared = sum(max(0, min(b, d) - max(a, c)) for a, b in self.content for c, d in other.content)
        return 2 * shared > max(self.size, other.size)

    def holds(self, other: Draft) -> bool:
        """Tells whether the other stands inside what this one says: its anchor and all of its content."""
        return (
            other is not self
            and self.size > other.size
            and all(any(a <= c and d <= b for a, b in self.content) for c, d in other.content)
            and any(a <= other.anchor < b for a, b in self.content)
        )


def tie_parents(drafts: Sequence[Draft]) -> None:
    """Gives each draft the smallest one around it as its parent."""
    for draft, near in _pair_near(drafts):
        draft.parent = min((d for d in near if d.holds(draft)), key=lambda d: d.size, default=None)


def drop_doubles(drafts: Iterable[Draft]) -> list[Draft]:
    """Keeps the surest of those that report the same words by overlapping cues."""
    kept: set[int] = set()
    ordered = sorted(drafts, key=lambda draft: -draft.confidence)
    for draft, near in _pair_near(ordered):
        if not any(id(other) in kept and draft.doubles(other) for other in near):
            kept.add(id(draft))
    return [draft for draft in ordered if id(draft) in kept]


def _pair_near(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, list[Draft]]]:
    """Yields each draft with those whose frames can reach it: all would take too long."""
    reach = BEFORE + AFTER
    rooms: dict[int, list[Draft]] = {}
    for draft in drafts:
        rooms.setdefault(draft.token // reach, []).append(draft)
    for draft in drafts:
        room = draft.token // reach
        yield draft, [d for i in (room - 1, room, room + 1) for d in rooms.get(i, ())]


def list_ranges(draft: Draft) -> list[Range]:
    """Lists all that a draft marks: source, cue and content."""
    return [span for span in (draft.source, draft.cue, *draft.content) if span]

"""Somebody: whoever a text speaks of, named or not, with what is known of them so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.reader.speaker.mention import Mention
from sayso.reader.speaker.party import Party
from sayso.vocab import load_table

Sort = Literal["person", "body", "place", "group", "thing"]


@dataclass(slots=True, eq=False)
class Somebody:
    """Whoever a text speaks of.

    Attributes:
        sort: person, body, place, a group of people, or a thing that stands for its makers.
        name: the name, or None for those whom the text does not name.
        party: the names merged into it, or None.
        members: those whom a group joins.
        gender: "he", "she" or "" where nothing tells.
        plural: whether several are meant.
        roles: nouns that it was called by.
        features: words that stand before these nouns.
        mentions: where it was mentioned, in the order of the text.
        takes_part: whether it is a source or an audience.
        subject: whether its last mention was a subject.
    """

    sort: Sort
    name: str | None = None
    party: Party | None = None
    members: tuple[Somebody, ...] = ()
    gender: str = ""
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    features: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    takes_part: bool = False
    subject: bool = False

    @property
    def last(self) -> int:
        """Token of the last mention, or -1."""
        return self.mentions[-1].head if self.mentions else -1

    def fits(self, mention: Mention) -> bool:
        """Tells whether a pronoun or noun may mean it, by number, gender and kind."""
        kind = mention.kind
        if kind in ("he", "she"):
            return self.sort == "person" and not self.plural and self.gender in ("", kind)
        if kind == "it":
            return (self._is_body() or self._has_spoken()) and not self.plural
        if kind == "they":
            return self.plural or self.sort == "group" or self._is_body()
        if mention.plural != (self.plural or self.sort == "group"):
            return False
        if kind == "person":
            return self.sort in ("person", "group") and {self.gender, mention.gender} != {"he", "she"}
        return self._is_body() if kind == "body" else self.sort == "thing"

    def _is_body(self) -> bool:
        """Tells whether it is an organisation or a country, or a thing that has spoken as one."""
        return self.sort in ("body", "place") or (self.name is not None and self._has_spoken())

    def _has_spoken(self) -> bool:
        """Tells whether it is a thing that has been a source: "a report"."""
        return self.sort == "thing" and self.takes_part


def widen_role(noun: str) -> frozenset[str]:
    """Returns a noun with those that are used for the same office."""
    alike: list[list[str]] = load_table("speaker_resolution")["alike"]
    return frozenset({noun}.union(*(row for row in alike if noun in row)))

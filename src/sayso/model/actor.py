"""Actor: a person, organisation or group with all its mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

ActorKind = Literal["person", "organisation", "government", "group", "outlet", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """Somebody who acts or speaks in an article.

    Attributes:
        id: unique within the reading.
        name: the fullest name that the article gives.
        kind: person, organisation, government, group, outlet or place.
        mentions: every span that refers to it, in the order of the text.
        role: office or function in the article's words, or null.
    """

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    role: str | None

"""The roles of tokens in frames, as numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.frame import ROLES
from training.corpus.document import UNLABELLED, Document, Span


@dataclass(frozen=True, slots=True)
class Roles:
    """A frame with the spans of each of its roles; where spans overlap, the later role wins."""

    kind: str
    anchor: int
    spans: tuple[tuple[str, tuple[Span, ...]], ...]

    def cut(self, low: int, high: int, k: int) -> NDArray[np.int64]:
        """Returns the roles of tokens [low, high), and UNLABELLED up to a length of k."""
        roles = np.full(k, UNLABELLED, dtype=np.int64)
        roles[: high - low] = 0
        order, kind = ROLES[self.kind], np.zeros(high - low, dtype=np.int64)
        fresh = np.zeros(high - low, dtype=bool)
        for role, spans in self.spans:
            for start, end in spans:
                a, b = max(start, low) - low, min(end, high) - low
                if a < b:
                    kind[a:b], fresh[a:b] = order.index(f"I-{role}"), False
                    fresh[a] = True
        fresh |= np.diff(kind, prepend=0) != 0
        roles[: high - low] = np.where(kind > 0, kind - fresh, 0)
        return roles


def number_roles(document: Document) -> dict[str, list[Roles]]:
    """Lists the frames of a document by their kind."""
    attributions = [
        Roles("attribution", f.anchor, (("content", f.content), ("source", f.source), ("cue", f.cue)))
        for f in document.frames or ()
    ]
    events = [
        Roles("event", e.trigger[0], (("recipient", e.recipients), ("actor", e.actors)))
        for e in document.events or ()
    ]
    return {"attribution": attributions, "event": events}

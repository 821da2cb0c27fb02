"""Source chain: through whose hands a claim came, from the page to the mouth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.errors import ModelError
from sayso.model.actor import Actor
from sayso.model.attribution import Attribution, SpeakerKind
from sayso.model.record import Record
from sayso.model.span import Span

HopRole = Literal["outlet", "audience", "speaker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop(Record):
    """One pair of hands in a source chain.

    Attributes:
        role: the outlet that publishes, an audience that was told, or a speaker.
        name: the name, or null where the article gives none.
        kind: as for a speaker; an audience that is no known actor is unresolved.
        mention: the span that refers to it, or null where the text has none.
        cue: the span that signals the telling, or null.
        attribution: id of the attribution that the hop was read from, or null for the outlet.
    """

    role: HopRole
    name: str | None
    kind: SpeakerKind
    mention: Span | None
    cue: Span | None
    attribution: str | None


def trace_chain(
    attributions: Sequence[Attribution], attribution_id: str, publisher: str | None, actors: Sequence[Actor]
) -> tuple[Hop, ...]:
    """Traces the path outlet → (audience that was told) → speaker → … → root of one attribution.

    The audience counts where the outermost attribution gives one that is not the outlet itself: it passed the
    words on to the page. Inside, the speaker of the parent is the one who passes them on. One who reports
    words of that same name is one hop, with the spans of the innermost attribution; so is an outlet that
    reports on its own word.

    Raises:
        ModelError: the attribution or one of its parents is unknown (MDL003), or they form a circle (MDL005).
    """
    path = _trace_parents(attributions, attribution_id)
    hops = list(_trace_outlet(publisher, path[0], actors))
    for attribution in path:
        hop = Hop(
            role="speaker",
            name=attribution.speaker.name,
            kind=attribution.speaker.kind,
            mention=attribution.source,
            cue=attribution.cue,
            attribution=attribution.id,
        )
        if hops[-1].role != "audience" and _is_same(hop.name, hops[-1].name):
            hop = replace(hop, role=hops.pop().role)
        hops.append(hop)
    return tuple(hops)


def _trace_parents(attributions: Sequence[Attribution], attribution_id: str) -> list[Attribution]:
    """Returns the attribution and those around it, outermost first."""
    by_id = {attribution.id: attribution for attribution in attributions}
    path: list[Attribution] = []
    wanted: str | None = attribution_id
    while wanted is not None:
        if wanted not in by_id:
            raise ModelError(
                "MDL003",
                f"there is no attribution {wanted}",
                "take an id from Reading.attributions",
                id=wanted,
            )
        if any(attribution.id == wanted for attribution in path):
            raise ModelError(
                "MDL005",
                f"attribution {wanted} is its own parent",
                "mend the parents of the reading",
                id=wanted,
            )
        path.append(by_id[wanted])
        wanted = by_id[wanted].parent
    return path[::-1]


def _trace_outlet(publisher: str | None, outermost: Attribution, actors: Sequence[Actor]) -> Iterator[Hop]:
    """Gives the outlet, and the audience of the outermost attribution where that is somebody else."""
    audience = outermost.audience
    known = next((a.name for a in actors if audience is not None and audience in a.mentions), None)
    is_outlet = audience is not None and (_is_same(audience.text, publisher) or _is_same(known, publisher))
    yield Hop(
        role="outlet",
        name=publisher,
        kind="unresolved" if publisher is None else "named",
        mention=audience if is_outlet else None,
        cue=None,
        attribution=None,
    )
    if audience is not None and not is_outlet:
        yield Hop(
            role="audience",
            name=known,
            kind="unresolved" if known is None else "named",
            mention=audience,
            cue=outermost.cue,
            attribution=outermost.id,
        )


def _is_same(one: str | None, other: str | None) -> bool:
    """Tells whether two names are one, whatever their case, article and marks: "The Lund-Post"."""
    return one is not None and other is not None and _fold(one) == _fold(other)


def _fold(name: str) -> str:
    return "".join(c for c in name.casefold().removeprefix("the ") if c.isalnum())

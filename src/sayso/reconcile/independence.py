"""Independence: how many sources stand behind a claim that several articles make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Hop, Reading
from sayso.reconcile.cluster import Pair, join_all
from sayso.reconcile.sketch import read_day
from sayso.vocab.gazetteer.name import fold_name


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as one article makes it.

    Attributes:
        article: the article's id.
        attribution: id of the attribution.
        outlet: the publisher's name, or null.
        day: day of publication in ISO form, or null.
        chain: from the outlet to the root.
    """

    article: str
    attribution: str
    outlet: str | None
    day: str | None
    chain: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """What stands behind a claim.

    Attributes:
        outlets: who publishes it, copies included.
        chains: the chains of all tellings that are not of a copy.
        copies: articles whose telling is a copy of another's, and corroborates nothing.
        roots: the roots that are named.
        at_least: how many distinct roots there are at least: one without a name may be any other.
        at_most: how many there are at most: all without a name are others.
        single_rooted: whether all goes back to one root.
        circles: outlets that cite each other in a circle, each sorted.
    """

    outlets: tuple[str, ...]
    chains: tuple[tuple[Hop, ...], ...]
    copies: tuple[str, ...]
    roots: tuple[str, ...]
    at_least: int
    at_most: int
    single_rooted: bool
    circles: tuple[tuple[str, ...], ...]


def read_telling(reading: Reading, attribution: str) -> Telling:
    """Reads how an article makes one of its claims.

    Raises:
        ModelError: as for `Reading.chain`.
    """
    published = read_day(reading.article.published)
    return Telling(
        article=reading.article.id,
        attribution=attribution,
        outlet=reading.article.publisher,
        day=published.isoformat() if published is not None else None,
        chain=reading.chain(attribution),
    )


def measure_independence(tellings: Iterable[Telling], copies: Iterable[Pair]) -> Independence:
    """Measures how independent the tellings of one claim are, the same in any order.

    Args:
        tellings: the claim as each article makes it.
        copies: pairs of articles of which one is a copy of the other.
    """
    ordered = sorted(tellings, key=lambda t: (t.day or "9999", t.article, t.attribution))
    originals = _find_originals(ordered, copies)
    kept = [telling for telling in ordered if originals[telling.article] == telling.article]
    aliases = _join_outlets(ordered, originals)
    citing = {fold: sorted(cited) for fold, cited in _list_citations(ordered, aliases).items()}
    roots = {root for telling in kept for root in _find_roots(telling, kept, aliases)}
    named = sorted({name for name in (root[0] for root in roots) if name is not None})
    nameless = {root for root in roots if root[0] is None}
    at_most = len(named) + len(nameless)
    return Independence(
        outlets=tuple(sorted({t.outlet for t in ordered if t.outlet is not None})),
        chains=tuple(telling.chain for telling in kept),
        copies=tuple(sorted({t.article for t in ordered} - {t.article for t in kept})),
        roots=tuple(named),
        at_least=max(len(named), min(1, at_most)),
        at_most=at_most,
        single_rooted=at_most == 1,
        circles=_find_circles(citing),
    )


def _find_originals(ordered: Sequence[Telling], copies: Iterable[Pair]) -> dict[str, str]:
    """Returns for each article the first of those that it is a copy of, or that are copies of it."""
    articles = list(dict.fromkeys(telling.article for telling in ordered))
    pairs = [pair for pair in copies if {*pair} <= {*articles}]
    group = join_all(articles, pairs)
    first: dict[str, str] = {}
    for article in articles:
        first.setdefault(group[article], article)
    return {article: first[group[article]] for article in articles}


def _join_outlets(ordered: Sequence[Telling], originals: Mapping[str, str]) -> dict[str, str]:
    """Returns for each outlet, folded, the outlet whose article it copies, or itself."""
    outlet = {t.article: fold_name(t.outlet) for t in ordered if t.outlet is not None}
    aliases = {name: name for name in outlet.values()}
    for article, original in sorted(originals.items()):
        if article != original and article in outlet and original in outlet:
            aliases[outlet[article]] = outlet[original]
    return aliases


def _list_citations(ordered: Sequence[Telling], aliases: Mapping[str, str]) -> dict[str, set[str]]:
    """Returns which outlets each outlet cites, a copy counting as what it copies."""
    citing: dict[str, set[str]] = {}
    for telling in ordered:
        if telling.outlet is None:
            continue
        own = _resolve(fold_name(telling.outlet), aliases)
        cited = {_resolve(name, aliases) for name in _list_names(telling) if name in aliases}
        citing.setdefault(own, set()).update(cited - {own})
    return citing


def _resolve(name: str, aliases: Mapping[str, str]) -> str:
    return aliases.get(name, name)


def _list_names(telling: Telling) -> Iterator[str]:
    yield from (fold_name(hop.name) for hop in telling.chain if hop.role != "outlet" and hop.name is not None)


Root = tuple[str | None, str]
"""A root's folded name, and for one without a name what tells it from others: its article and words."""


def _find_roots(telling: Telling, tellings: Sequence[Telling], aliases: Mapping[str, str]) -> set[Root]:
    """Returns the roots of a telling: of one that another outlet gives, those that this one has for it."""
    path = [telling]
    while True:
        last = path[-1]
        cited = _find_cited(last, tellings, aliases)
        if cited is None or cited in path:
            break
        path.append(cited)
    if cited is not None:
        return {(None, "circle")}
    return {_read_root(path[-1])}


def _find_cited(telling: Telling, tellings: Sequence[Telling], aliases: Mapping[str, str]) -> Telling | None:
    """Returns the telling of the outlet that a chain ends with, if that is not its own."""
    hop = telling.chain[-1]
    if hop.name is None or hop.role == "outlet":
        return None
    name = _resolve(fold_name(hop.name), aliases)
    return next(
        (
            other
            for other in tellings
            if other is not telling
            and other.outlet is not None
            and _resolve(fold_name(other.outlet), aliases) == name
        ),
        None,
    )


def _read_root(telling: Telling) -> Root:
    hop = telling.chain[-1]
    if hop.name is not None:
        return fold_name(hop.name), ""
    words = "" if hop.mention is None else hop.mention.text.casefold().removeprefix("the ")
    return None, words if hop.kind == "role" and words else f"{telling.article} {words}"


def _find_circles(citing: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Returns the groups of outlets each of which cites the others, itself or by way of others."""
    reached = {outlet: _reach(outlet, citing) for outlet in citing}
    groups = {
        tuple(sorted(other for other in reached[outlet] if outlet in reached.get(other, ())))
        for outlet in citing
        if outlet in reached[outlet]
    }
    return tuple(sorted(group for group in groups if len(group) > 1))


def _reach(outlet: str, citing: Mapping[str, Sequence[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [outlet]
    while waiting:
        for cited in citing.get(waiting.pop(), ()):
            if cited not in reached:
                reached.add(cited)
                waiting.append(cited)
    return reached

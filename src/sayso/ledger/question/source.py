"""Source: the question of whose word it is: chains, their roots, and how much has no name to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger.question.answer import Answer, Citation
from sayso.ledger.question.claim import ASKED_BY as CLAIMS_ASKED_BY
from sayso.ledger.question.claim import load_claims
from sayso.ledger.question.query import Query
from sayso.ledger.question.selection import IS_CURRENT, find_hint, list_claims, select_claims
from sayso.ledger.question.term import find_outlets, hold_keys
from sayso.ledger.question.trace import Chain, trace_chains
from sayso.ledger.schema import outlet, reading
from sayso.model import SpeakerKind
from sayso.model.chain import Hop, HopRole
from sayso.model.record import Record
from sayso.vocab import load_table
from sayso.vocab.gazetteer import fold_name

ASKED_BY = CLAIMS_ASKED_BY - {"meaning"}
KINDS = ("named", "role", "anonymous", "unresolved")
SORTS = ("most", "anonymous")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Record):
    """How much of what an outlet reports has a name to it.

    Attributes:
        outlet: its name, or null for articles without one.
        articles: how many of its articles have such claims.
        claims: how many claims they are.
        named, role, anonymous, unresolved: how many of them have such a speaker.
        anonymous_share: anonymous claims among all of them, 0 to 1.
    """

    outlet: str | None
    articles: int
    claims: int
    named: int
    role: int
    anonymous: int
    unresolved: int
    anonymous_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """One pair of hands in a chain.

    Attributes:
        role: the outlet, an audience that was told, or a speaker.
        name: the name, or null.
        kind: named, role, anonymous or unresolved.
        words: the words that stand for it where it has no name, or null.
    """

    role: HopRole
    name: str | None
    kind: SpeakerKind
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Root(Record):
    """A mouth that claims come from in the end: one of a name, those of a role, or all of no name.

    Attributes:
        link: the end of its chains; its words are those of the first of them.
        claims: how many claims come from it.
        articles: in how many articles.
        outlets: in how many outlets.
        citation: the newest of them.
    """

    link: Link
    claims: int
    articles: int
    outlets: int
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Record):
    """A chain by which claims came, from the page to the mouth.

    Attributes:
        links: outlet → … → root.
        claims: how many claims came by it.
        citation: the newest of them.
    """

    links: tuple[Link, ...]
    claims: int
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources(Answer):
    """Whose word it is.

    Attributes:
        shares: a row for each outlet; of all claims where only outlet and date are asked for, else of those
            that were traced.
        roots: a page of the mouths that most claims come from.
        chains: a page of the chains of two speakers or more that most claims came by.
        traced: how many claims were traced for roots and chains, the newest ones.
        is_complete: whether these are all that was asked for.
    """

    shares: tuple[Share, ...]
    roots: tuple[Root, ...]
    chains: tuple[Path, ...]
    traced: int
    is_complete: bool


def find_sources(connection: Connection, query: Query) -> Sources:
    """Finds the outlets, chains and roots of claims, those with most claims or the most anonymous ones first.

    Raises:
        LedgerError: the question cannot be asked like this (LDG010).
    """
    order = query.allow(ASKED_BY, SORTS)
    most: int = load_table("question")["traced"]
    keys = list_claims(connection, select_claims(connection, query), "newest", most + 1)
    chains = trace_chains(connection, keys[:most])
    is_exact = query.given <= {"outlet", "published"}
    shares = _sum_shares(connection, query) if is_exact else _count_shares(chains)
    shares.sort(key=lambda s: (-s.anonymous_share if order == "anonymous" else 0, -s.claims, s.outlet or ""))
    roots, paths = _group(chains, _tell_root), _group(filter(_is_long, chains), _tell_path)
    page = slice(query.offset, query.offset + query.limit)
    firsts = [group[0].key for group in (*list(roots.values())[page], *list(paths.values())[page])]
    cited = {
        key: claim.citation for key, claim in load_claims(connection, list(dict.fromkeys(firsts))).items()
    }
    behind = page.stop
    return Sources(
        shares=tuple(shares[page]),
        roots=tuple(_make_root(group, cited) for group in list(roots.values())[page]),
        chains=tuple(_make_path(group, cited) for group in list(paths.values())[page]),
        traced=len(chains),
        is_complete=len(keys) <= most,
        offset=query.offset,
        has_more=any(len(rows) > behind for rows in (shares, roots, paths)),
        hint=None if keys else find_hint(connection, query),
    )


def _sum_shares(connection: Connection, query: Query) -> list[Share]:
    """Sums what the readings of each outlet count."""
    sums = [func.sum(reading.c[name]).label(name) for name in ("claims", *KINDS)]
    columns = (outlet.c.name.label("outlet"), func.count().label("articles"), *sums)
    statement = select(*columns).select_from(reading.join(outlet, isouter=True))
    statement = statement.where(IS_CURRENT, reading.c.claims > 0).group_by(outlet.c.id, outlet.c.name)
    if query.outlet is not None:
        statement = statement.where(hold_keys(reading.c.outlet_id, find_outlets(connection, query.outlet)))
    if (day := query.day) is not None:
        statement = statement.where(day.hold_day(reading.c.day))
    return [_make_share(row) for row in connection.execute(statement).mappings()]


def _count_shares(chains: Iterable[Chain]) -> list[Share]:
    """Counts claims that were traced."""
    groups = defaultdict(list)
    for chain in chains:
        groups[chain.outlet].append(chain)
    rows = []
    for name, group in groups.items():
        kinds = {kind: sum(chain.kind == kind for chain in group) for kind in KINDS}
        articles = len({chain.article for chain in group})
        rows.append(_make_share({"outlet": name, "articles": articles, "claims": len(group), **kinds}))
    return rows


def _make_share(row: Mapping[Any, Any]) -> Share:
    numbers = {name: int(row[name]) for name in ("articles", "claims", *KINDS)}
    share = round(numbers["anonymous"] / numbers["claims"], 4)
    return Share(outlet=row["outlet"], anonymous_share=share, **numbers)


def _group(chains: Iterable[Chain], tell: Any) -> dict[Any, list[Chain]]:
    """Groups chains, the largest group first."""
    groups: dict[Any, list[Chain]] = defaultdict(list)
    for chain in chains:
        groups[tell(chain)].append(chain)
    return dict(sorted(groups.items(), key=lambda item: -len(item[1])))


def _is_long(chain: Chain) -> bool:
    """Tells whether somebody stands between the outlet and the root."""
    return len(chain.hops) > 2


def _tell_root(chain: Chain) -> tuple[str | None, ...]:
    return _tell_hop(chain.hops[-1])[1:]


def _tell_path(chain: Chain) -> tuple[tuple[str | None, ...], ...]:
    return tuple(map(_tell_hop, chain.hops))


def _tell_hop(hop: Hop) -> tuple[str | None, ...]:
    """Tells what makes two hops one: the name, or for a role its words; those of no name are all one."""
    words = fold_name(hop.mention.text) if hop.mention is not None and hop.kind == "role" else None
    return hop.role, hop.kind, hop.name, words if hop.name is None else None


def _make_link(hop: Hop) -> Link:
    words = None if hop.name is not None or hop.mention is None else hop.mention.text
    return Link(role=hop.role, name=hop.name, kind=hop.kind, words=words)


def _make_root(group: Sequence[Chain], cited: Mapping[int, Citation]) -> Root:
    return Root(
        link=_make_link(group[0].hops[-1]),
        claims=len(group),
        articles=len({chain.article for chain in group}),
        outlets=len({chain.outlet for chain in group}),
        citation=cited[group[0].key],
    )


def _make_path(group: Sequence[Chain], cited: Mapping[int, Citation]) -> Path:
    links = tuple(map(_make_link, group[0].hops))
    return Path(links=links, claims=len(group), citation=cited[group[0].key])

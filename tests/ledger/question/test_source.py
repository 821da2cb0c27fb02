"""Whose word it is."""

from __future__ import annotations

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.question.source import Share, Sources
from sayso.ledger.question.trace import trace_chains
from sayso.model import Reading
from sayso.vocab import load_table


def _tell(answer: Sources) -> list[tuple[str | None, ...]]:
    return [tuple(link.name or link.words or link.kind for link in path.links) for path in answer.chains]


def test_shares_are_told_by_outlet(asked: Ledger) -> None:
    """Of each outlet it is told how many of its claims have which kind of speaker."""
    shares = {share.outlet: share for share in asked.sources().shares}
    assert shares["Varn Post"] == Share(
        outlet="Varn Post",
        articles=1,
        claims=3,
        named=1,
        role=1,
        anonymous=1,
        unresolved=0,
        anonymous_share=0.3333,
    )
    assert shares["Orlo Courier"].claims == 4
    assert shares[None].unresolved == 1


def test_outlets_may_be_ordered_by_their_anonymous_share(asked: Ledger) -> None:
    """Else the one with most claims comes first."""
    assert asked.sources().shares[0].outlet == "Orlo Courier"
    assert asked.sources(sort="anonymous").shares[0].outlet == "Varn Post"


@pytest.mark.parametrize("wanted", [{"act": "warn"}, {"words": "dead", "outlet": "varn"}])
def test_shares_of_some_claims_count_these(asked: Ledger, wanted: dict[str, str]) -> None:
    """Where claims are asked for by more than outlet and date, only those count."""
    (share,) = asked.sources(**wanted).shares  # type: ignore[arg-type]
    assert (share.outlet, share.claims) == ("Varn Post", len(asked.claims(**wanted).rows))  # type: ignore[arg-type]


def test_exact_shares_are_those_of_the_claims(library: Ledger) -> None:
    """What readings count is what their claims add up to."""
    claims = library.claims(limit=10_000).rows
    for share in library.sources(limit=100).shares:
        kinds = [claim.kind for claim in claims if claim.citation.outlet == share.outlet]
        assert share.claims == len(kinds)
        assert share.anonymous == kinds.count("anonymous")


def test_roots_are_those_who_said_it_first(asked: Ledger) -> None:
    """A named root counts under its name, a role under its words; each cites one of its claims."""
    roots = asked.sources(outlet="varn").roots
    assert {(root.link.name, root.link.words, root.link.kind, root.claims) for root in roots} == {
        ("Åse Ødegård", None, "named", 1),
        (None, "a neighbour", "anonymous", 1),
        (None, "Officials", "role", 1),
    }
    assert all(root.citation.outlet == "Varn Post" and root.citation.passage for root in roots)


def test_chains_go_from_the_page_to_the_mouth(asked: Ledger) -> None:
    """Who was told and who passed it on stand between the outlet and the root."""
    assert set(_tell(asked.sources(outlet="varn"))) == {
        ("Varn Post", "Orlo Courier", "Åse Ødegård"),
        ("Varn Post", "a neighbour", "Officials"),
    }


def test_only_so_many_claims_are_traced(asked: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many claims the newest are traced, and the answer says so."""
    monkeypatch.setitem(load_table("question"), "traced", 3)
    answer = asked.sources()
    assert (answer.traced, answer.is_complete) == (3, False)
    assert {root.citation.outlet for root in answer.roots} == {"Varn Post"}


def test_is_not_asked_by_meaning(asked: Ledger) -> None:
    """A meaning has no end of claims near it."""
    with pytest.raises(LedgerError, match="LDG010"):
        asked.sources(meaning="1 0 0 0")


def test_nothing_found_suggests_names(asked: Ledger) -> None:
    """A name that is not there is an empty answer with those that may have been meant."""
    answer = asked.sources(speaker="Brodnick")
    assert answer.shares == answer.roots == answer.chains == ()
    assert "Ana Brodnik" in (answer.hint or "")


def test_an_answer_comes_back_from_json(asked: Ledger) -> None:
    """The JSON form of an answer has all of it."""
    answer = asked.sources()
    assert Sources.from_dict(answer.to_dict()) == answer


def test_chains_are_those_of_the_readings(library: Ledger, current: list[Reading]) -> None:
    """Traced from rows, each chain of the sample corpus has the names that the reading traces."""
    from sqlalchemy import select

    from sayso.ledger.schema import attribution, revision
    from sayso.ledger.schema import reading as table

    with library.store.read() as connection:
        columns = (attribution.c.id, attribution.c.label, revision.c.key)
        query = select(*columns).join(table, table.c.id == attribution.c.reading_id).join(revision)
        rows = connection.execute(query.where(table.c.is_current)).all()
        chains = {chain.key: chain for chain in trace_chains(connection, [row.id for row in rows])}
    readings = {reading.article.id: reading for reading in current}
    for key, label, article in rows:
        hops = readings[article].chain(label)
        assert [(h.role, h.name, h.kind) for h in chains[key].hops] == [
            (h.role, h.name, h.kind) for h in hops
        ]

"""Who said what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sayso.ledger import Ledger
from sayso.ledger.question import selection
from sayso.ledger.question.claim import Claims
from sayso.model import Attribution, Reading
from sayso.vocab import load_table
from tests.ledger.question.sample import DENIAL, URLS
from tests.ledger.sample import URL

Claimed = Callable[[Reading, Attribution], bool]


def _tell(answer: Claims) -> list[str]:
    return [row.citation.passage for row in answer.rows]


@pytest.mark.parametrize(
    ("wanted", "passages"),
    [
        ({"speaker": "odegard"}, ["At least 12 died in Orlo"]),
        ({"actor": "brodnik"}, ["Ana Brodnik did nothing wrong"]),
        ({"actor": "orlo courier"}, []),
        ({"place": "Orlo"}, ["At least 12 died in Orlo"]),
        ({"place": "7"}, ["At least 12 died in Orlo"]),
        ({"outlet": "varn"}, ["At least 12 died in Orlo", "Officials feared 40 dead", "40 dead"]),
        ({"published": "2026-05"}, ["Nine are dead", "Nine"]),
        ({"act": "deny"}, ["Ana Brodnik did nothing wrong", "any guilt"]),
        ({"kind": "unresolved"}, ["It burned again"]),
        ({"quotation": "direct"}, ["any guilt"]),
        ({"measure": "killed"}, ["At least 12 died in Orlo", "40 dead", "Nine are dead"]),
        ({"act": "warn", "measure": "killed"}, ["40 dead"]),
        ({"speaker": "brodnik", "words": "guilt"}, ["any guilt"]),
        ({"event": "DISASTER"}, []),
        ({"time": "2026-05"}, []),
    ],
)
@pytest.mark.parametrize("few", [0, 10_000])
def test_claims_are_found(
    asked: Ledger, monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Any], passages: list[str], few: int
) -> None:
    """Each condition holds, alone and with others, whether few claims are looked up or many are walked."""
    monkeypatch.setitem(load_table("question"), "few", few)
    assert sorted(_tell(asked.claims(**wanted))) == sorted(passages)


def test_a_row_cites_where_it_was_read(asked: Ledger) -> None:
    """A row has article, revision, outlet, date and passage, with its place in the text."""
    (row,) = asked.claims(quotation="direct").rows
    citation = row.citation
    assert (citation.url, citation.outlet, citation.title, citation.day) == (
        URLS[2],
        "Orlo Courier",
        "Owners speak",
        None,
    )
    assert DENIAL[citation.start : citation.end] == citation.passage == "any guilt"
    assert (citation.article, citation.revision) == (asked.read(URLS[2]).article.id, 1)


def test_a_row_tells_the_claim(asked: Ledger) -> None:
    """A row has speaker, source, act, audience, parent and confidence."""
    row = asked.claims(act="warn").rows[0]
    assert (row.id, row.speaker, row.kind, row.source) == ("A3", None, "role", "Officials")
    assert (row.parent, row.confidence, row.cosine) == ("A2", 0.25, None)
    assert asked.claims(speaker="odegard").rows[0].audience == "the Orlo Courier"


def test_the_newest_come_first_and_the_undated_last(asked: Ledger) -> None:
    """Claims of one article keep the order of the text."""
    days = [row.citation.day for row in asked.claims().rows]
    assert days == ["2026-06-01"] * 3 + ["2026-05-04"] * 2 + [None] * 3
    assert [row.id for row in asked.claims(outlet="varn").rows] == ["A1", "A2", "A3"]


def test_the_oldest_may_come_first(asked: Ledger) -> None:
    """The undated come last all the same."""
    days = [row.citation.day for row in asked.claims(sort="oldest").rows]
    assert days == ["2026-05-04"] * 2 + ["2026-06-01"] * 3 + [None] * 3


def test_the_surest_may_come_first(asked: Ledger) -> None:
    """The least certain claim is the last one."""
    assert _tell(asked.claims(sort="confidence"))[-1] == "40 dead"


def test_pages_follow_each_other(asked: Ledger) -> None:
    """Pages together are the whole, and each but the last says that there is more."""
    whole = asked.claims().rows
    pages = [asked.claims(limit=3, offset=offset) for offset in (0, 3, 6)]
    assert tuple(row for page in pages for row in page.rows) == whole
    assert [page.has_more for page in pages] == [True, True, False]


def test_nothing_found_suggests_names(asked: Ledger) -> None:
    """A name that is not there is an empty answer with those that may have been meant."""
    answer = asked.claims(speaker="Brodnick")
    assert answer.rows == ()
    assert answer.hint == "the ledger knows no speaker Brodnick: did you mean Ana Brodnik?"


def test_nothing_found_of_a_known_name_has_no_hint(asked: Ledger) -> None:
    """A name that is there and said nothing is just an empty answer."""
    assert asked.claims(speaker="brodnik", act="threaten").hint is None


def test_an_answer_comes_back_from_json(asked: Ledger) -> None:
    """The JSON form of an answer has all of it."""
    answer = asked.claims(limit=2)
    assert Claims.from_dict(answer.to_dict()) == answer


def test_only_the_newest_reading_answers(ledger: Ledger) -> None:
    """What an older text of an article said is not told."""
    from tests.ledger.sample import make_reading

    ledger.add(make_reading(), reader="old")
    ledger.add(make_reading(), reader="new")
    assert len(ledger.claims(speaker="brodnik").rows) == len(ledger.claims().rows) - 1 == 1
    assert ledger.read(URL) == make_reading()


CONDITIONS: list[tuple[dict[str, Any], Claimed]] = [
    ({"act": "deny"}, lambda _, claim: claim.act == "deny"),
    ({"kind": "anonymous"}, lambda _, claim: claim.speaker.kind == "anonymous"),
    ({"published": "2026-05"}, lambda reading, _: (reading.article.published or "").startswith("2026-05")),
    ({"speaker": "temirbekova"}, lambda _, claim: "Temirbekova" in (claim.speaker.name or "")),
    (
        {"measure": "killed"},
        lambda reading, claim: any(
            f.attribution == claim.id and f.measure == "killed" for f in reading.figures
        ),
    ),
    (
        {"event": "DISASTER", "kind": "named"},
        lambda reading, claim: (
            claim.speaker.kind == "named"
            and any(e.attribution == claim.id and e.type == "DISASTER" for e in reading.events)
        ),
    ),
    ({"outlet": "lantern"}, lambda reading, _: "Lantern" in (reading.article.publisher or "")),
]


@pytest.mark.parametrize(("wanted", "holds"), CONDITIONS, ids=lambda value: str(value)[:40])
def test_answers_are_those_of_the_readings(
    library: Ledger, current: list[Reading], wanted: dict[str, Any], holds: Claimed
) -> None:
    """The sample corpus, read through one by one, gives the same claims as the ledger."""
    found = {(row.citation.article, row.id) for row in library.claims(**wanted, limit=10_000).rows}
    pairs = [(reading, claim) for reading in current for claim in reading.attributions]
    assert found == {(reading.article.id, claim.id) for reading, claim in pairs if holds(reading, claim)}
    assert found


def test_passages_stand_in_their_texts(library: Ledger, current: list[Reading]) -> None:
    """Every row of the sample corpus cites words that its article has there."""
    texts = {reading.article.id: reading.article.text for reading in current}
    for row in library.claims(limit=10_000).rows:
        first, last = row.citation.start, row.citation.end
        words = row.citation.passage.split(" … ")
        text = texts[row.citation.article][first:last]
        assert text.startswith(words[0])
        assert text.endswith(words[-1])


def test_orders_are_those_that_are_offered() -> None:
    """The question knows an order for each name that it offers."""
    from sayso.ledger.question.claim import SORTS

    assert set(SORTS) == set(selection.ORDERS)

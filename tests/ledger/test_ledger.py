"""What holds for a ledger on either store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from sayso.errors import LedgerError
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.schema import metadata
from sayso.model import Reading, Rejection
from tests.ledger.sample import TEXT, URL, make_reading, readings

OLD, NEW = "0.1.0+old", "0.2.0+new"
VECTORS = np.arange(8, dtype=np.int8).reshape(2, 4)


def _count(ledger: Ledger, table: str) -> int:
    with ledger.store.read() as connection:
        return connection.scalar(select(func.count()).select_from(metadata.tables[table])) or 0


def test_gives_back_what_it_was_given(ledger: Ledger) -> None:
    """A reading comes back equal, byte for byte."""
    reading = make_reading()
    assert ledger.add(reading, VECTORS, reader=OLD)
    assert ledger.read(URL) == reading
    assert ledger.read(URL).to_json() == reading.to_json()


# One ledger serves all examples: a reading must come back whatever else is there.
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reading=readings())
def test_gives_back_any_reading(ledger: Ledger, reading: Reading) -> None:
    """Whatever holds together comes back byte for byte, in any order and with any words."""
    number = _count(ledger, "reading")
    reading = replace(reading, article=replace(reading.article, id=f"own {number}", url=None))
    assert ledger.add(reading, reader=OLD)
    assert ledger.read(f"own {number}").to_json() == reading.to_json()


def test_adds_a_reading_once(ledger: Ledger) -> None:
    """The same article by the same reader is there once, however often it is added."""
    assert ledger.add_all([(make_reading(), None)] * 3, reader=OLD) == 1
    assert not ledger.add(make_reading(), reader=OLD)
    assert _count(ledger, "reading") == _count(ledger, "revision") == 1


def test_keeps_the_first_time_of_retrieval(ledger: Ledger) -> None:
    """An article that is fetched again unchanged is the same revision."""
    ledger.add(make_reading(retrieved="2026-05-05"), reader=OLD)
    assert not ledger.add(make_reading(retrieved="2026-05-06"), reader=OLD)
    assert ledger.read(URL).article.retrieved == "2026-05-05"


def test_a_newer_reader_reads_beside_the_older_one(ledger: Ledger) -> None:
    """Reading again with another version adds a reading of the same revision, now the current one."""
    older = make_reading()
    newer = replace(older, events=())
    assert ledger.add(older, reader=OLD)
    assert ledger.add(newer, reader=NEW)
    assert (_count(ledger, "revision"), _count(ledger, "reading")) == (1, 2)
    assert ledger.read(URL) == newer
    assert ledger.find(older.article, reader=OLD) == older


def test_a_changed_text_is_a_new_revision(ledger: Ledger) -> None:
    """Another text under the same URL stands beside the older one, and nothing is overwritten."""
    first, second = make_reading(), make_reading(TEXT.replace("deputy", "brother"))
    ledger.add_all([(first, None), (second, None)], reader=OLD)
    assert [(r.number, r.article) for r in ledger.revisions(URL)] == [(1, first.article), (2, second.article)]
    assert ledger.read(URL, revision=1) == first
    assert ledger.read(URL) == second


def test_a_changed_headline_is_a_new_revision(ledger: Ledger) -> None:
    """What an outlet says of its article counts as much as the text."""
    ledger.add(make_reading(), reader=OLD)
    assert ledger.add(make_reading(title="Mill burns, nine dead"), reader=OLD)
    assert len(ledger.revisions(URL)) == 2


def test_an_id_given_twice_to_different_texts_loses_neither(ledger: Ledger) -> None:
    """Articles without a URL are one by their id, and another text of it is a revision."""
    first, second = (
        make_reading(url=None, id="row 7"),
        make_reading(TEXT + " It rained.", url=None, id="row 7"),
    )
    ledger.add_all([(first, None), (second, None)], reader=OLD)
    assert [r.article.text for r in ledger.revisions("row 7")] == [first.article.text, second.article.text]


def test_only_the_newest_reading_is_current(ledger: Ledger) -> None:
    """Each article has one current reading: of its newest revision, by the reader that read it last."""
    first, second = make_reading(), make_reading(TEXT.replace("deputy", "brother"))
    ledger.add(first, reader=OLD)
    ledger.add(second, reader=OLD)
    ledger.add(first, reader=NEW)
    assert list(ledger.read_all()) == [second]


def test_keeps_the_vectors_in_the_order_of_the_claims(ledger: Ledger) -> None:
    """A reading's vectors are one value, a row for each claim."""
    ledger.add(make_reading(), VECTORS, reader=OLD)
    with ledger.store.read() as connection:
        blob = connection.scalar(select(metadata.tables["meaning"].c.vectors))
    assert blob == VECTORS.tobytes()


def test_finds_claims_by_words(ledger: Ledger) -> None:
    """The full-text index finds a claim by the stem of a word in it."""
    ledger.add(make_reading(), reader=OLD)
    query = (
        "SELECT label FROM attribution JOIN words ON words.rowid = attribution.id "
        "WHERE words MATCH 'die OR dead'"
        if ledger.store.is_sqlite
        else "SELECT label FROM attribution JOIN words USING (id) "
        "WHERE passage @@ websearch_to_tsquery('english', 'die or dead')"
    )
    with ledger.store.read() as connection:
        assert connection.scalars(text(query)).all() == ["A1"]


@pytest.mark.parametrize("view", ["claims", "figures", "events", "articles"])
def test_views_show_what_is_current(ledger: Ledger, view: str) -> None:
    """Each view cites the outlet, the day, the title and the address, of the current reading alone."""
    ledger.add(make_reading(), reader=OLD)
    ledger.add(make_reading(), reader=NEW)
    query = text(f"SELECT outlet, day, title, url FROM {view}")
    with ledger.store.read() as connection:
        assert set(connection.execute(query)) == {("Orlo Courier", "2026-05-04", "Mill burns", URL)}


def test_a_view_shows_the_words_of_a_claim(ledger: Ledger) -> None:
    """The passage of a claim is cut out of the text."""
    ledger.add(make_reading(), reader=OLD)
    with ledger.store.read() as connection:
        rows = connection.execute(text("SELECT speaker, passage FROM claims ORDER BY id")).all()
    assert rows == [("Ana Brodnik", "Nine are dead"), (None, "Nine")]


def test_keys_that_point_nowhere_are_refused(ledger: Ledger) -> None:
    """The store itself keeps a claim from pointing at a reading that is not there."""
    ledger.add(make_reading(), reader=OLD)
    with pytest.raises(LedgerError, match="LDG001") as caught, ledger.store.write() as connection:
        connection.execute(text("INSERT INTO mention VALUES (999, 1, 0, 1, NULL)"))
    assert isinstance(caught.value.__cause__, IntegrityError)


def test_a_term_stands_once(ledger: Ledger) -> None:
    """Names, outlets, locations and times of many articles have one row each."""
    ledger.add_all([(make_reading(url=f"{URL}/{n}"), None) for n in range(3)], reader=OLD)
    tables = ("outlet", "name", "location", "timex", "reader")
    assert [_count(ledger, table) for table in tables] == [1] * len(tables)


def test_knows_who_holds_a_mention(ledger: Ledger) -> None:
    """What stands in the article's own voice is tied to no claim; what is said is tied to its claim."""
    reading = make_reading()
    ledger.add(reading, reader=OLD)
    query = "SELECT attribution.label FROM place JOIN attribution ON attribution.id = attribution_id"
    with ledger.store.read() as connection:
        assert connection.scalar(text(query)) is None
        assert connection.scalar(text(query.replace("place", "figure"))) == "A1"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": TEXT + "\0"}, "U\\+0000"),
        ({"title": "half \ud800"}, "surrogate"),
        ({"byline": 'quoted "\\u0000"'}, None),
    ],
)
def test_refuses_what_cannot_come_back(ledger: Ledger, change: dict[str, str], why: str | None) -> None:
    """Characters that a store would lose are an error, and nothing is stored."""
    reading = make_reading(**change)  # type: ignore[arg-type]
    if why is None:
        assert ledger.add(reading, reader=OLD)
        return
    with pytest.raises(LedgerError, match=why):
        ledger.add(reading, reader=OLD)
    assert _count(ledger, "article") == 0


def test_refuses_numbers_beyond_64_bits(ledger: Ledger) -> None:
    """A count that no store can hold is an error."""
    reading = make_reading()
    figure = replace(reading.figures[0], high=2**63)
    with pytest.raises(LedgerError, match="64 bits"):
        ledger.add(replace(reading, figures=(figure,)), reader=OLD)


def test_refuses_a_reading_that_does_not_hold_together(ledger: Ledger) -> None:
    """A parent that is not there is an error."""
    reading = make_reading()
    orphan = replace(reading.attributions[1], parent="A9")
    with pytest.raises(LedgerError, match="does not hold together"):
        ledger.add(replace(reading, attributions=(reading.attributions[0], orphan)), reader=OLD)


def test_refuses_vectors_that_do_not_fit(ledger: Ledger) -> None:
    """There is one vector for each claim, or none."""
    with pytest.raises(LedgerError, match="one vector"):
        ledger.add(make_reading(), VECTORS.ravel()[:3], reader=OLD)


def test_tells_what_it_does_not_hold(ledger: Ledger) -> None:
    """An address or a revision that is not there is an error."""
    with pytest.raises(LedgerError, match="LDG007"):
        ledger.read(URL)
    ledger.add(make_reading(), reader=OLD)
    with pytest.raises(LedgerError, match="revision 2"):
        ledger.read(URL, revision=2)


def test_keeps_rejections_once(ledger: Ledger) -> None:
    """Why input was rejected is kept, and not again when the same command runs again."""
    rejection = Rejection(path="a.txt", line=None, code="ING004", message="there is no text", hint="none")
    ledger.reject([rejection, rejection])
    ledger.reject([rejection, replace(rejection, line=3)])
    assert ledger.rejections() == (rejection, replace(rejection, line=3))


def test_opens_again(address: str) -> None:
    """What was added is there when the ledger is opened the next time."""
    with open_ledger(address) as ledger:
        ledger.add(make_reading(), reader=OLD)
    with open_ledger(address) as ledger:
        assert ledger.read(URL) == make_reading()


def test_refuses_a_file_that_is_no_database(tmp_path: Path) -> None:
    """A file of something else is left as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("The mill burned. " * 100)
    with pytest.raises(LedgerError, match="LDG002"):
        open_ledger(path)
    assert path.read_text() == "The mill burned. " * 100


def test_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """A ledger is not made in a folder that does not exist."""
    with pytest.raises(LedgerError, match="LDG001"):
        open_ledger(tmp_path / "nowhere" / "sayso.db")


@pytest.mark.parametrize("address", ["mysql://host/db", "nonsense://", "postgresql://"])
def test_refuses_addresses_of_other_stores(address: str) -> None:
    """Other databases are refused in plain words."""
    with pytest.raises(LedgerError, match=r"LDG00[14]"):
        open_ledger(address)


def test_says_how_to_install_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg the error names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"sayso\[postgres\]"):
        open_ledger("postgresql://nobody@localhost/nothing")


def test_does_not_tell_a_password() -> None:
    """The error of a server that does not answer shows the address without its password."""
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql://ana:secret@localhost:1/ledger")
    assert "secret" not in str(caught.value)

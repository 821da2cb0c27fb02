"""What people say of readings, kept on either store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from sayso.errors import LedgerError
from sayso.ledger import Editor, Ledger
from sayso.ledger.schema import metadata
from sayso.model import Reading
from tests.ledger.sample import TEXT, URL, cut, make_claim, make_reading

OLD, NEW = "0.1.0+old", "0.2.0+new"
BEFORE = "Rain fell on the valley for a week. "


@pytest.fixture
def anna(ledger: Ledger) -> Editor:
    """Somebody who corrects a ledger with one reading."""
    ledger.add(make_reading(), reader=OLD)
    return Editor(ledger, "anna")


def _corrected(ledger: Ledger) -> Reading:
    reading = ledger.corrections(URL).corrected
    reading.validate()
    return reading


def test_the_machine_s_reading_stays(ledger: Ledger, anna: Editor) -> None:
    """A reading that is read back is the machine's, byte for byte, whatever was said of it."""
    anna.amend(URL, "A1", speaker="Her deputy", act="deny")
    anna.reject(URL, "F1")
    anna.add(URL, "event", trigger="dead", type="DISASTER")
    assert ledger.read(URL).to_json() == make_reading().to_json()
    assert ledger.corrections(URL).reading == make_reading()


def test_logs_who_and_when_and_why(ledger: Ledger, anna: Editor) -> None:
    """A correction comes back as it was made, with its author, time and note."""
    made = anna.amend(URL, "F1", low=10, high=10, note="recounted")
    (remark,) = ledger.corrections(URL).remarks
    assert remark.correction == made
    assert (made.creator, made.note, made.label, made.article) == (
        "anna",
        "recounted",
        "F1",
        make_reading().article.id,
    )
    assert made.created.endswith("Z")


def test_stands_beside_the_machine_s_value(ledger: Ledger, anna: Editor) -> None:
    """A remark shows what the machine reads and what is said instead; what stays is not shown."""
    anna.amend(URL, "F1", low=10, high=10)
    (remark,) = ledger.corrections(URL).remarks
    assert [(c.field, c.machine, c.corrected) for c in remark.contrasts] == [
        ("low", "9", "10"),
        ("high", "9", "10"),
    ]
    assert (remark.record, remark.words, remark.state) == ("F1", "Nine", "holds")


def test_gives_another_speaker(ledger: Ledger, anna: Editor) -> None:
    """Another name is a named speaker, with the words of the article that give it."""
    anna.amend(URL, "A2", speaker="Ana Brodnik")
    speaker = _corrected(ledger).attributions[1].speaker
    assert (speaker.name, speaker.kind, speaker.actor) == ("Ana Brodnik", "named", "N1")
    assert speaker.mention == cut("Ana Brodnik")


def test_takes_a_name_away(ledger: Ledger, anna: Editor) -> None:
    """A speaker of another kind than named has no name."""
    anna.amend(URL, "A1", speaker_kind="role")
    speaker = _corrected(ledger).attributions[0].speaker
    assert (speaker.name, speaker.kind, speaker.actor) == (None, "role", None)


def test_gives_other_words(ledger: Ledger, anna: Editor) -> None:
    """Spans are given by their words, or taken away."""
    anna.amend(URL, "A1", cue="said", source="Ana Brodnik", content="“Nine are dead,”", quotation="direct")
    claim = _corrected(ledger).attributions[0]
    assert (claim.cue, claim.source, claim.content) == (
        cut("said"),
        cut("Ana Brodnik"),
        (cut("“Nine are dead,”"),),
    )
    anna.amend(URL, "A1", source="")
    assert _corrected(ledger).attributions[0].source is None


def test_gives_other_values_to_a_figure(ledger: Ledger, anna: Editor) -> None:
    """Bound, measure, date and counter of a figure can be corrected, and its place by name."""
    anna.amend(URL, "F1", high=None, measure="injured", as_of="2026-05", counter=None, place="Her deputy")
    figure = _corrected(ledger).figures[0]
    assert (figure.low, figure.high, figure.bound, figure.measure) == (9, None, "at_least", "injured")
    assert (figure.as_of, figure.counter, figure.place, figure.confidence) == ("2026-05", None, "P2", 1)
    assert _corrected(ledger).places[1].span == cut("Her deputy")


def test_gives_other_values_to_an_event(ledger: Ledger, anna: Editor) -> None:
    """Type, factuality, date and participants of an event can be corrected."""
    anna.amend(
        URL, "E1", type="ASSAULT", factuality="denied", date="2026-05-02/2026-05-03", actors=["Her deputy"]
    )
    event = _corrected(ledger).events[0]
    assert (event.type, event.factuality, event.actors) == ("ASSAULT", "denied", (cut("Her deputy"),))
    assert event.date is not None
    assert (event.date.start, event.date.end) == ("2026-05-02", "2026-05-03")


def test_drops_what_is_wrong(ledger: Ledger, anna: Editor) -> None:
    """What is called wrong is not in the corrected reading; what stood in it stands in what is around it."""
    anna.reject(URL, "A1")
    corrected = _corrected(ledger)
    assert [(claim.id, claim.parent) for claim in corrected.attributions] == [("A2", None)]
    assert corrected.figures[0].attribution is None
    anna.reject(URL, "A2")
    assert _corrected(ledger).relations == ()


def test_is_certain_of_what_is_right(ledger: Ledger, anna: Editor) -> None:
    """What is called right has a confidence of 1, and what was said against it before no longer holds."""
    anna.reject(URL, "E1")
    anna.amend(URL, "E1", type="ASSAULT")
    anna.confirm(URL, "E1")
    assert _corrected(ledger).events == (replace(make_reading().events[0], confidence=1.0),)


def test_the_later_word_holds(ledger: Ledger, anna: Editor) -> None:
    """Of two values for one field the later holds; values for other fields hold beside it."""
    anna.amend(URL, "A1", act="deny", speaker="Her deputy")
    Editor(ledger, "ben").amend(URL, "A1", act="warn")
    claim = _corrected(ledger).attributions[0]
    assert (claim.act, claim.speaker.name) == ("warn", "Her deputy")


def test_adds_what_is_missing(ledger: Ledger, anna: Editor) -> None:
    """A claim that is missing is added in its place, with an id of its own."""
    anna.add(
        URL, "attribution", content="it", cue="denied", source="Her deputy", speaker_kind="role", act="deny"
    )
    claim = _corrected(ledger).attributions[-1]
    assert (claim.id, claim.content, claim.cue, claim.confidence) == ("A3", (cut("it"),), cut("denied"), 1.0)
    assert claim.quotation == "indirect"


def test_a_missing_claim_takes_what_stands_in_it(ledger: Ledger, anna: Editor) -> None:
    """A claim that is added around others is the parent of the outer ones, and holds what no other does."""
    said = "on 3 May. “Nine are dead,” said Ana Brodnik"
    anna.add(URL, "attribution", content=said, cue="denied", speaker="Her deputy")
    anna.add(URL, "figure", span="3", low=3, high=3, measure="other")
    corrected = _corrected(ledger)
    assert [(claim.id, claim.parent) for claim in corrected.attributions] == [
        ("A3", None),
        ("A1", "A3"),
        ("A2", "A1"),
    ]
    assert [figure.attribution for figure in corrected.figures] == ["A3", "A1"]


def test_adds_a_figure_and_an_event(ledger: Ledger, anna: Editor) -> None:
    """A figure and an event that are missing stand in the innermost claim that says them."""
    anna.reject(URL, "F1")
    anna.add(URL, "figure", span="3", low=3, measure="other")
    anna.add(URL, "event", trigger="dead", type="DISASTER", place="Orlo")
    corrected = _corrected(ledger)
    figure, event = corrected.figures[0], corrected.events[1]
    assert (figure.low, figure.high, figure.bound, figure.attribution) == (3, None, "at_least", None)
    assert (event.attribution, event.place, event.factuality) == ("A1", "P1", "happened")


def test_what_is_there_is_not_missing(ledger: Ledger, anna: Editor) -> None:
    """A record that the reading has is corrected and not added, and none is added twice."""
    with pytest.raises(LedgerError, match=r"LDG008.*already, as F1"):
        anna.add(URL, "figure", span="Nine", low=9, high=9, measure="killed")
    anna.add(URL, "figure", span="3", low=3, measure="other")
    with pytest.raises(LedgerError, match="already, as F2"):
        anna.add(URL, "figure", span="3", low=3, measure="other")


def test_withdraws_by_another_row(ledger: Ledger, anna: Editor) -> None:
    """A correction that is taken back stays in the ledger and no longer holds."""
    made = anna.reject(URL, "A1")
    withdrawn = Editor(ledger, "ben").withdraw(made.id, note="hasty")
    (remark,) = ledger.corrections(URL).remarks
    assert (remark.state, remark.correction) == ("withdrawn", withdrawn)
    assert withdrawn.withdrawal is not None
    assert (withdrawn.withdrawal.creator, withdrawn.withdrawal.note) == ("ben", "hasty")
    assert _corrected(ledger) == make_reading()


def test_what_was_never_said_is_not_withdrawn(anna: Editor) -> None:
    """Only a correction that holds can be taken back, and only once."""
    with pytest.raises(LedgerError, match=r"LDG009.*no correction 7"):
        anna.withdraw(7)
    anna.withdraw(anna.reject(URL, "A1").id)
    with pytest.raises(LedgerError, match=r"LDG009.*already"):
        anna.withdraw(1)


def test_survives_another_reader(ledger: Ledger, anna: Editor) -> None:
    """A correction finds its record in another reading by the words, whatever the id."""
    anna.amend(URL, "A1", speaker="Her deputy")
    reading = make_reading()
    first, second = reading.attributions
    moved = (
        make_claim("A1", "Her deputy denied it"),
        replace(second, parent="A5"),
        replace(first, id="A5"),
    )
    figure = replace(reading.figures[0], attribution="A5")
    ledger.add(replace(reading, attributions=moved, figures=(figure,)), reader=NEW)
    assert ledger.corrections(URL).remarks[0].record == "A5"
    assert [claim.speaker.name for claim in _corrected(ledger).attributions] == [None, None, "Her deputy"]


def test_keeps_a_claim_that_another_reader_misses(ledger: Ledger, anna: Editor) -> None:
    """What people called right or amended is in the corrected reading, also where it is no longer read."""
    anna.amend(URL, "E1", type="ASSAULT")
    anna.confirm(URL, "A2")
    reading = make_reading()
    ledger.add(replace(reading, events=(), attributions=reading.attributions[:1], relations=()), reader=NEW)
    corrected = _corrected(ledger)
    assert [(e.id, e.type, e.trigger, e.place) for e in corrected.events] == [
        ("E1", "ASSAULT", cut("burned"), "P1")
    ]
    assert [(claim.id, claim.parent) for claim in corrected.attributions] == [("A1", None), ("A2", "A1")]


def test_what_is_wrong_and_no_longer_read_is_moot(ledger: Ledger, anna: Editor) -> None:
    """Nothing is left to do where the machine no longer makes the mistake."""
    anna.reject(URL, "E1")
    ledger.add(replace(make_reading(), events=()), reader=NEW)
    assert ledger.corrections(URL).remarks[0].state == "moot"


def test_a_missing_record_that_is_read_now_is_there_once(ledger: Ledger, anna: Editor) -> None:
    """What a newer reader finds itself gets the values that were given, and is not added again."""
    anna.reject(URL, "E1")
    anna.add(URL, "event", trigger="denied", type="REJECT")
    found = replace(make_reading().events[0], id="E2", trigger=cut("denied"))
    ledger.add(replace(make_reading(), events=(found,)), reader=NEW)
    assert [(event.id, event.type) for event in _corrected(ledger).events] == [("E2", "REJECT")]


def test_survives_a_revision_that_moves_the_words(ledger: Ledger, anna: Editor) -> None:
    """A correction follows its words to where they stand in a later text."""
    anna.amend(URL, "A1", speaker="Her deputy")
    anna.add(URL, "event", trigger="denied", type="REJECT")
    ledger.add(make_reading(BEFORE + TEXT), reader=OLD)
    corrected = _corrected(ledger)
    assert corrected.article.text == BEFORE + TEXT
    assert corrected.attributions[0].speaker.name == "Her deputy"
    assert corrected.events[1].trigger == cut("denied", BEFORE + TEXT)


def test_a_correction_without_its_passage_is_loose(ledger: Ledger, anna: Editor) -> None:
    """Where the words are gone a correction is kept, and holds for nothing."""
    anna.amend(URL, "F1", low=10, high=10)
    text = "The mill in Orlo burned on 3 May. Nobody knows why, and nobody was hurt."
    reading = make_reading()
    ledger.add(Reading(article=make_reading().article.of(text, url=URL)), reader=NEW)
    (remark,) = ledger.corrections(URL).remarks
    assert (remark.state, remark.record, remark.words) == ("loose", None, "Nine")
    assert ledger.corrected(reading).figures[0].low == 10


@pytest.mark.parametrize(
    ("label", "values", "why"),
    [
        ("A9", {"act": "deny"}, "no A9.*A1, A2, F1, E1"),
        ("A1", {}, "no value"),
        ("A1", {"low": 3}, "an attribution has no low"),
        ("A1", {"act": "shout"}, "'shout', not one of accuse"),
        ("A1", {"cue": "whispered"}, "does not say 'whispered'"),
        ("A1", {"content": ""}, "has a content"),
        ("A1", {"speaker": ""}, "what kind of speaker"),
        ("A1", {"speaker": "Ana", "speaker_kind": "role"}, "a speaker who is role"),
        ("F1", {"low": "many"}, "whole number"),
        ("F1", {"low": 12}, "low 12 is more than high 9"),
        ("F1", {"low": None, "high": None}, "without a number"),
        ("F1", {"bound": "range"}, "are not range"),
        ("F1", {"as_of": "May"}, "ISO date"),
        ("F1", {"place": "Atlantis"}, "does not name the place 'Atlantis'"),
        ("E1", {"type": None}, "has a type"),
    ],
)
def test_refuses_what_does_not_fit(
    ledger: Ledger, anna: Editor, label: str, values: dict[str, object], why: str
) -> None:
    """A correction that does not fit is an error, and nothing is stored."""
    with pytest.raises(LedgerError, match=f"LDG008.*{why}"):
        anna.amend(URL, label, **values)
    with ledger.store.read() as connection:
        assert connection.scalar(select(func.count()).select_from(metadata.tables["correction"])) == 0


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        ("attribution", {"cue": "said"}, "needs its content"),
        ("attribution", {"content": "i"}, "7 places"),
        ("attribution", {"content": "it", "source": "Her deputy"}, "what kind of speaker"),
        ("figure", {"span": "3 May", "measure": "killed"}, "without a number"),
        ("figure", {"span": {"t": "Nine", "n": 2}, "low": 9, "measure": "killed"}, "not stand .* 2 times"),
        ("event", {"trigger": "denied", "type": "REJECT", "place": "Atlantis"}, "place 'Atlantis'"),
    ],
)
def test_refuses_to_add_what_does_not_fit(
    anna: Editor, kind: str, values: dict[str, object], why: str
) -> None:
    """A missing record must be told by words of the article, and have what it cannot do without."""
    with pytest.raises(LedgerError, match=f"LDG008.*{why}"):
        anna.add(URL, kind, **values)  # type: ignore[arg-type]


def test_does_not_know_the_article(anna: Editor) -> None:
    """What the ledger does not hold cannot be corrected."""
    with pytest.raises(LedgerError, match="LDG007"):
        anna.reject("https://news.example/other", "A1")


def test_somebody_corrects(ledger: Ledger) -> None:
    """A correction without an author is refused."""
    with pytest.raises(LedgerError, match="who corrects"):
        Editor(ledger, " ")


def test_lists_what_was_corrected(ledger: Ledger, anna: Editor) -> None:
    """All articles of which something was said are listed, each with its newest reading."""
    other = make_reading(url=f"{URL}/other")
    ledger.add_all([(other, None), (make_reading(url=f"{URL}/third"), None)], reader=OLD)
    anna.confirm(f"{URL}/other", "A1")
    anna.confirm(URL, "A1")
    anna.confirm(f"{URL}/other", "F1")
    found = list(ledger.all_corrections())
    assert [(o.reading.article.url, len(o.remarks)) for o in found] == [(f"{URL}/other", 2), (URL, 1)]
    assert found[0].reviewed == ("A1", "F1")

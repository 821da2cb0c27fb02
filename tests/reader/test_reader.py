from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import ModelError, ReadError
from sayso.model import Article, Reading, Rejection, load_schema
from sayso.reader import Reader, read_all, share_reader
from sayso.reader.crew import AHEAD
from sayso.vocab import load_table
from tests.reader.conftest import ARTICLE
from tests.reader.worker import work

LIMIT = load_table("limit")["reader_characters"]


@pytest.fixture(scope="module")
def reading(reader: Reader) -> Reading:
    return reader.read(Article.of(ARTICLE, publisher="The Kilmore Gazette"))


def _find(reading: Reading, source: str) -> list[str]:
    return [
        " … ".join(span.text for span in a.content)
        for a in reading.attributions
        if a.source is not None and source in a.source.text
    ]


def test_reads_a_direct_quotation(reading: Reading) -> None:
    """Words in quotation marks before their cue are found with their marks, and are direct."""
    (attribution,) = [a for a in reading.attributions if a.source and "Devane" in a.source.text]
    assert attribution.quotation == "direct"
    assert attribution.content[0].text.startswith("“We could not leave it open")


def test_reads_an_indirect_quotation(reading: Reading) -> None:
    """Reported words without marks are indirect."""
    (attribution,) = [a for a in reading.attributions if a.cue and a.cue.text == "According to"]
    assert (attribution.source and attribution.source.text, attribution.quotation) == (
        "the county council",
        "indirect",
    )


def test_reads_a_denial(reading: Reading) -> None:
    """What somebody denies is found with who does."""
    assert any("known since March" in content for content in _find(reading, "spokesman"))


def test_nests_what_is_said_inside_of_what_is_said(reading: Reading) -> None:
    """An attribution inside the content of another has it as its parent."""
    by_id = {a.id: a for a in reading.attributions}
    (inner,) = [a for a in reading.attributions if a.source and a.source.text == "the foreman"]
    assert inner.parent is not None
    outer = by_id[inner.parent].source
    assert outer is not None
    assert "fisherman" in outer.text


def test_numbers_attributions_in_the_order_of_the_text(reading: Reading) -> None:
    """Ids count up with the place in the text."""
    starts = [min(s.start for s in (a.source, a.cue, *a.content) if s) for a in reading.attributions]
    assert starts == sorted(starts)
    assert [a.id for a in reading.attributions] == [f"A{i + 1}" for i in range(len(starts))]


def test_names_the_speaker_whom_the_source_names(reading: Reading) -> None:
    """A person in the source phrase is the speaker, without titles and appositions."""
    assert "Orla Devane" in {a.speaker.name for a in reading.attributions}


def test_gives_a_pronoun_its_name(reading: Reading) -> None:
    """A pronoun speaks under the name of whom the article means by it."""
    (attribution,) = [a for a in reading.attributions if a.source and a.source.text == "She"]
    assert (attribution.speaker.kind, attribution.speaker.name) == ("named", "Orla Devane")


def test_reads_the_same_each_time(reader: Reader, reading: Reading) -> None:
    """Reading an article twice gives the same reading."""
    assert reader.read(reading.article) == reading


def test_is_valid_and_fits_the_schema(reading: Reading) -> None:
    """A reading holds together and is what the JSON Schema says."""
    reading.validate()
    jsonschema.validate(json.loads(reading.to_json()), load_schema())


def test_reads_an_article_of_many_windows(reader: Reader) -> None:
    """A long article is read to its end: what is said in each of its copies is found."""
    reading = reader.read(Article.of("\n\n".join([ARTICLE] * 12)))
    reading.validate()
    assert len(_find(reading, "Devane")) == 12


@pytest.mark.parametrize(
    "text",
    [
        "“We will not go, said the miller. He shut the door.\n\nThe bailiff said that he would return.",
        '"We will not go, said the miller. He shut the door.\n\nThe bailiff said that he would return.',
        "We will not go,” said the miller. He shut the door.\n\nThe bailiff said that he would return.",
    ],
    ids=["curly never closes", "straight never closes", "never opens"],
)
def test_a_lost_quotation_mark_costs_its_paragraph_only(reader: Reader, text: str) -> None:
    """What follows a lost quotation mark is read as ever."""
    reading = reader.read(Article.of(text))
    assert any("bailiff" in a.source.text for a in reading.attributions if a.source)


def test_reads_a_speech_that_reopens_each_paragraph(reader: Reader) -> None:
    """A quotation over several paragraphs, each of which opens it anew, is found in both."""
    text = (
        "“The dyke held for an hour,” the warden, Ilse Brandt, said. “After that we ran.\n\n"
        "“Nobody looked back. There was nothing to see but water.”"
    )
    contents = " ".join(s.text for a in reader.read(Article.of(text)).attributions for s in a.content)
    assert "The dyke held" in contents
    assert "Nobody looked back" in contents


def test_refuses_a_text_beyond_its_limit(reader: Reader) -> None:
    """A text that is too long is an error with a code, not a crash."""
    with pytest.raises(ReadError, match="RDR002"):
        reader.read(Article.of("a" * (LIMIT + 1)))


def test_gives_a_rejection_for_what_cannot_be_read() -> None:
    """One article that cannot be read does not stop the others."""
    bad, good = Article.of("a" * (LIMIT + 1)), Article.of("It rained, she said.")
    results = list(read_all([bad, good]))
    assert [type(r).__name__ for r in results] == ["Rejection", "Reading"]


def test_reads_in_processes_as_in_one() -> None:
    """Two processes give what one gives, in the order of the input."""
    articles = [Article.of(f"“Number {i} is ready,” said the foreman.") for i in range(20)]
    assert list(read_all(articles, processes=2)) == list(read_all(articles))


@pytest.fixture
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets processes give empty readings, so that they need not load the weights."""
    monkeypatch.setattr("sayso.reader.reader.load_reader", lambda: None)
    monkeypatch.setattr("sayso.reader.crew._work", work)


def _kill_processes() -> None:
    """Kills the processes that read, and whatever an earlier test left of its own."""
    for process in multiprocessing.active_children():
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.usefixtures("_light")
def test_reads_on_when_a_process_is_killed() -> None:
    """Articles that waited for a process that was killed are rejected, each once, and the rest is read."""

    def give() -> Iterator[Article]:
        for i in range(60):
            if i == 30:
                _kill_processes()
            yield Article.of("It rained.", id=str(i), title="slow" if 20 <= i < 30 else None)

    results = list(read_all(give(), processes=2))
    ids = [r.path if isinstance(r, Rejection) else r.article.id for r in results]
    assert ids == [str(i) for i in range(60)]
    assert {r.code for r in results if isinstance(r, Rejection)} == {"RDR003"}
    assert sum(isinstance(r, Rejection) for r in results) <= 2 * AHEAD
    assert isinstance(results[0], Reading)
    assert isinstance(results[-1], Reading)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.usefixtures("_light")
def test_gives_up_when_no_process_lives_to_read() -> None:
    """If processes are lost before they read anything the run ends with RDR003 instead of going on."""

    def give() -> Iterator[Article]:
        yield Article.of("It rained.", title="slow")
        _kill_processes()
        for _ in range(100):
            time.sleep(0.05)
            yield Article.of("It rained.", title="slow")

    with pytest.raises(ReadError, match="RDR003"):
        list(read_all(give(), processes=2))


@pytest.mark.usefixtures("_light")
def test_gives_a_reading_before_its_queue_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """With several processes a reading is given once it is done, however slowly articles come."""
    monkeypatch.setattr("sayso.reader.crew.AHEAD", 1_000_000)
    given = 0

    def give() -> Iterator[Article]:
        nonlocal given
        while True:
            time.sleep(0.2)
            given += 1
            yield Article.of("It rained, she said.")

    results = read_all(give(), processes=2)
    assert isinstance(next(results), Reading)
    assert given < 1_000
    results.close()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("_light")
def test_processes_end_when_nobody_wants_more() -> None:
    """Who stops asking need not wait for what is queued: the processes are gone within a moment."""
    results = read_all((Article.of("It rained, she said.") for _ in range(1_000)), processes=2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 60
    while multiprocessing.active_children() and time.monotonic() < until:
        time.sleep(0.05)
    assert not multiprocessing.active_children()


def test_tells_of_bad_weights_before_processes_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights that cannot be read are that error, also where several processes would read."""

    def fail() -> Reader:
        raise ModelError("MDL001", "the weights cannot be read", "install sayso again")

    monkeypatch.setattr("sayso.reader.reader.load_reader", fail)
    with pytest.raises(ModelError, match="MDL001"):
        next(read_all([Article.of("It rained, she said.")], processes=2))
    assert not multiprocessing.active_children()


def test_loads_the_weights_once_a_process() -> None:
    """The shared reader is one object, however often it is asked for."""
    assert share_reader() is share_reader()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_spans_are_valid_in_any_text(reader: Reader, text: str) -> None:
    """Whatever the text, every span lies in it and says what it says."""
    reader.read(Article.of(text)).validate()

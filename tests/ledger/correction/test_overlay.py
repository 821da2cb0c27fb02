"""Corrections laid over any reading."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.ledger import Editor, Ledger, open_ledger
from sayso.ledger.correction.match import measure_overlap
from sayso.ledger.correction.overlay import lay, list_claims
from sayso.model import Act, Attribution, EventType, Measure, Reading
from tests.ledger.sample import cut, make_reading, readings


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Iterator[Ledger]:
    """One ledger for all examples; a store keeps what another keeps, as other tests show."""
    path = tmp_path_factory.mktemp("overlay") / "ledger.db"
    shutil.copy(empty, path)
    with open_ledger(path) as opened:
        yield opened


def _forget(_correction: object) -> Reading:
    raise AssertionError("nothing is to be recalled")


def test_without_corrections_it_is_the_reading() -> None:
    """Nothing is changed where nothing was said."""
    reading = make_reading()
    overlay = lay(reading, (), _forget)
    assert overlay.corrected is reading
    assert overlay.reviewed == ()


def test_spans_overlap_by_characters() -> None:
    """Of what two lists of spans cover, the shared part counts."""
    assert measure_overlap([cut("The mill")], [cut("mill in")]) == 4 / 11
    assert measure_overlap([], []) == 0


def _say_something(draw: Any, editor: Editor, reading: Reading, texts: st.SearchStrategy[str]) -> None:
    """Says anything of a reading; what does not fit is refused."""
    address = reading.article.id
    words = draw(texts)
    with suppress(LedgerError):
        match draw(st.integers(0, 5)):
            case 0:
                editor.add(address, "attribution", content=words, act=draw(st.sampled_from(get_args(Act))))
            case 1:
                editor.add(
                    address, "figure", span=words, low=3, measure=draw(st.sampled_from(get_args(Measure)))
                )
            case 2:
                editor.add(address, "event", trigger=words, type=draw(st.sampled_from(get_args(EventType))))
            case number if claims := list_claims(reading):
                claim = draw(st.sampled_from(claims))
                if number == 3:
                    editor.confirm(address, claim.id)
                elif number == 4:
                    editor.reject(address, claim.id)
                elif isinstance(claim, Attribution):
                    editor.amend(address, claim.id, content=words, source=words, speaker=words)
                else:
                    editor.amend(address, claim.id, place=words)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), reading=readings(), newer=readings())
def test_any_corrections_leave_a_whole_reading(
    file: Ledger, data: st.DataObject, reading: Reading, newer: Reading
) -> None:
    """Whatever is said of whatever reading, the corrected one holds together, and so does a later one."""
    number = sum(1 for _ in file.read_all())
    article = replace(reading.article, id=f"own {number}", url=f"https://news.example/{number}")
    reading = replace(reading, article=article)
    file.add(reading, reader="test")
    text = article.text
    texts = st.integers(0, len(text) - 1).flatmap(
        lambda a: st.integers(a + 1, len(text)).map(lambda b: text[a:b])
    )
    editor = Editor(file, "anna")
    for _ in range(data.draw(st.integers(1, 4))):
        _say_something(data.draw, editor, reading, texts)
    overlay = file.corrections(article.id)
    overlay.corrected.validate()
    assert overlay.reading == reading
    newer = replace(newer, article=replace(newer.article, url=article.url))
    file.corrected(newer).validate()

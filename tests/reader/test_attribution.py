"""Attributions of invented sentences, as the pipeline gives them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.model import Article, Attribution
from sayso.reader import Reader


def _read(nlp: Language, text: str) -> tuple[Attribution, ...]:
    found: tuple[Attribution, ...] = nlp(text)._.attributions
    return found


def test_that_is_no_part_of_what_was_said(nlp: Language) -> None:
    """The word that introduces a content stands outside of it."""
    (attribution,) = _read(nlp, "The Lund Post reported that the mill had been sold twice.")
    assert attribution.content[0].text == "the mill had been sold twice"


CITING = [
    ("Halyard Press, citing prosecutors, reported that the mill had been sold twice.", "prosecutors", "role"),
    ("The mill had been sold twice, the Lund Post said, citing two officials.", "two officials", "role"),
    (
        "The Lund Post reported on Friday, citing two officials, that the mill had been sold twice.",
        "two officials",
        "role",
    ),
    (
        "The Lund Post reported that the mill had been sold twice, citing a person familiar with the matter.",
        "a person familiar with the matter",
        "anonymous",
    ),
]


@pytest.mark.parametrize(("text", "source", "kind"), CITING)
def test_who_is_cited_is_a_source_in_the_report(nlp: Language, text: str, source: str, kind: str) -> None:
    """The cited say the same as the report, which is their parent."""
    report, cited = sorted(_read(nlp, text), key=lambda a: a.parent is not None)
    assert cited.parent == report.id
    assert cited.content == report.content
    assert (cited.source and cited.source.text, cited.speaker.kind) == (source, kind)


def test_the_chain_goes_over_the_report_to_the_cited(reader: Reader) -> None:
    """The hops are the outlet, who reports, and who is cited."""
    text = "Halyard Press, citing prosecutors, reported that the mill had been sold twice."
    reading = reader.read(Article.of(text, publisher="The Lund Post"))
    (cited,) = (a for a in reading.attributions if a.parent is not None)
    hops = [hop.name or (hop.mention and hop.mention.text) for hop in reading.chain(cited.id)]
    assert hops == ["The Lund Post", "Halyard Press", "prosecutors"]


def test_a_reason_is_nobody_cited(nlp: Language) -> None:
    """What is cited as a reason makes no source."""
    found = _read(nlp, "The council closed the mill on Monday, citing the risk of fire.")
    assert not any(a.source and "risk" in a.source.text for a in found)


PASSIVE = [
    ("The mayor was told by the inspector that the mill was unsafe.", "the inspector", "The mayor"),
    (
        "Residents had been warned by the fire service that the mill was unsafe.",
        "the fire service",
        "Residents",
    ),
    ("The workers had been warned that the mill was unsafe.", None, "The workers"),
    ("He was assured by the manager that the mill was safe.", "the manager", "He"),
]


@pytest.mark.parametrize(("text", "source", "audience"), PASSIVE)
def test_who_was_told_is_the_audience(nlp: Language, text: str, source: str | None, audience: str) -> None:
    """The subject of a passive of telling hears, its agent speaks, and neither is what was said."""
    (attribution,) = _read(nlp, text)
    assert (attribution.source and attribution.source.text) == source
    assert attribution.audience is not None
    assert attribution.audience.text == audience
    assert [span.text.removeprefix("that ") for span in attribution.content] == [
        text[text.index("the mill") : -1]
    ]


def test_another_persons_sentence_parts_quotations(nlp: Language) -> None:
    """A quotation after a sentence about somebody else is not given to who spoke before it."""
    text = (
        "“The mill is shut,” said Ewa Kral, the mayor.\n\nTomas Berg, who works there, was not so sure.\n\n"
        "“We have heard nothing from them.”"
    )
    first, second = (a for a in _read(nlp, text) if a.parent is None)
    assert first.speaker.name == "Ewa Kral"
    assert (second.speaker.kind, second.speaker.name) == ("unresolved", None)
    assert second.speaker.reason == "several that it may mean"


def test_a_quotation_is_of_who_spoke_right_before(nlp: Language) -> None:
    """A quotation in a paragraph of its own goes to the last speaker, not to the one before."""
    text = (
        "“The mill is shut,” said Ewa Kral, the mayor.\n\nTomas Berg, a fitter, said the owners were away."
        "\n\n“Nobody tells us anything.”"
    )
    last = [a for a in _read(nlp, text) if any("Nobody" in span.text for span in a.content)]
    assert [a.speaker.name for a in last] == ["Tomas Berg"]


def test_a_speech_over_two_paragraphs_stays_whole(nlp: Language) -> None:
    """A quotation that directly follows is of the same attribution."""
    text = "“The mill is shut,” said Ewa Kral, the mayor.\n\n“We had no choice. The floors were rotten.”"
    (attribution,) = (a for a in _read(nlp, text) if a.parent is None)
    assert len(attribution.content) == 2

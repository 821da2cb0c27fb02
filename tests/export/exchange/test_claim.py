"""Claims against the vocabulary of schema.org and a JSON-LD processor."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyld import jsonld

from sayso.export.exchange import write_claims
from sayso.export.exchange.claim import list_claims
from sayso.model import Reading

VOCABULARY = json.loads((Path(__file__).parent / "standard" / "schema_org.json").read_text("utf-8"))
TYPES, PROPERTIES = VOCABULARY["types"], VOCABULARY["properties"]
CONTEXT = {"@vocab": "https://schema.org/"}


def walk(node: dict[str, Any], ranges: list[str]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yields each node of a tree, with the types that its place asks for."""
    yield node, ranges
    for key, value in node.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from walk(item, PROPERTIES[key]["ranges"])


def is_a(type: str, wanted: list[str]) -> bool:
    return bool({type, *TYPES[type]} & set(wanted))


def test_every_term_exists_and_fits(corpus: tuple[Reading, ...], sample: Reading) -> None:
    """Every type and property is one of schema.org, on a type that has it, with a value in its range."""
    for reading in (*corpus, sample):
        for root in list_claims(reading):
            for node, ranges in walk(root, ["Thing"]):
                kind = node.get("@type")
                assert kind is None or is_a(kind, ranges)
                for key in node.keys() - {"@type", "@id"}:
                    assert kind is None or is_a(kind, PROPERTIES[key]["domains"]), (kind, key)


def test_document_is_a_graph(corpus: tuple[Reading, ...]) -> None:
    """All readings make one JSON-LD document; it expands without the loss of a node."""
    stream = io.StringIO()
    write_claims(corpus, stream)
    document = json.loads(stream.getvalue())
    assert document["@context"] == "https://schema.org"
    claims = sum(len(reading.attributions) for reading in corpus)
    assert len(document["@graph"]) == len(corpus) + claims
    expanded = jsonld.expand({**document, "@context": CONTEXT})
    assert sum(node.get("@type") == ["https://schema.org/Claim"] for node in expanded) == claims


def test_parts_point_at_their_characters(corpus: tuple[Reading, ...], sample: Reading) -> None:
    """The fragment of a part (RFC 5147) counts the characters that it quotes."""
    for reading in (*corpus, sample):
        for node in list_claims(reading):
            for part in node.get("hasPart", ()):
                start, end = map(int, re.findall(r"#char=(\d+),(\d+)$", part["@id"])[0])
                assert reading.article.text[start:end] == part["text"]


def test_quotation_is_spoken(sample: Reading) -> None:
    """Direct speech is a Quotation with its speaker, and nobody interprets it."""
    claim = list(list_claims(sample))[2]
    assert claim["hasPart"][0]["@type"] == "Quotation"
    assert claim["hasPart"][0]["spokenByCharacter"]["name"] == "Marit Solheim"
    assert "claimInterpreter" not in claim


def test_reported_speech_has_an_interpreter(sample: Reading) -> None:
    """Of reported speech it is the outlet, or the one inside whose words it stands."""
    _, first, _, _, nested = list_claims(sample)
    assert first["claimInterpreter"] == {"@type": "NewsMediaOrganization", "name": "Northern Wire; Evening"}
    assert nested["claimInterpreter"]["name"] == "Marit Solheim"


def test_nobody_is_named_who_has_no_name(sample: Reading) -> None:
    """A speaker known by a role alone has the article's words, and neither name nor type."""
    assert list(list_claims(sample))[1]["author"] == {"description": "the coastguard"}


def test_claim_mentions_its_figures(sample: Reading) -> None:
    """A count that a claim carries is a quantity with its bounds."""
    (quantity,) = list(list_claims(sample))[1]["mentions"]
    assert (quantity["minValue"], quantity["maxValue"], quantity["unitText"]) == (9, 9, "people")

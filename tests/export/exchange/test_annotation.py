"""Web annotations against the model of the W3C and a JSON-LD processor."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pyld import jsonld

from sayso.export.exchange import write_annotations
from sayso.export.exchange.annotation import list_annotations
from sayso.model import Reading

STANDARD = Path(__file__).parent / "standard"
CONTEXT = json.loads((STANDARD / "anno.jsonld").read_text("utf-8"))
SCHEMA = json.loads((STANDARD / "annotation.schema.json").read_text("utf-8"))
OA = "http://www.w3.org/ns/oa#"


def load(url: str, options: object) -> dict[str, Any]:
    """Gives the one context that is used, without a network."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT, "contentType": "application/ld+json"}


def find_selected(value: Any) -> list[list[dict[str, Any]]]:
    """Returns the selectors of every resource in a node."""
    if isinstance(value, list):
        return [found for item in value for found in find_selected(item)]
    if not isinstance(value, dict):
        return []
    own = [value["selector"]] if "selector" in value else []
    return own + [found for item in value.values() for found in find_selected(item)]


def test_corpus_is_valid(corpus: tuple[Reading, ...]) -> None:
    """Every annotation of the sample corpus is one by the model of the W3C."""
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for reading in corpus:
        for node in list_annotations(reading):
            validator.validate(node)


def test_document_is_one_array(corpus: tuple[Reading, ...]) -> None:
    """All readings together are one JSON document, with a record of each kind annotated."""
    stream = io.StringIO()
    write_annotations(corpus, stream)
    nodes = json.loads(stream.getvalue())
    kinds = {node["body"][0]["value"] for node in nodes}
    assert kinds >= {"attribution", "figure", "event", "time", "place", "actor"}
    assert len(nodes) == len({node["id"] for node in nodes})


def test_position_and_quotation_select_the_same(corpus: tuple[Reading, ...], sample: Reading) -> None:
    """Start and end are code points of the text that cut out what is quoted, between prefix and suffix."""
    for reading in (*corpus, sample):
        text = reading.article.text
        for node in list_annotations(reading):
            for quote, position in find_selected(node):
                start, end = position["start"], position["end"]
                assert text[start:end] == quote["exact"]
                assert text[:start].endswith(quote["prefix"])
                assert text[end:].startswith(quote["suffix"])


def test_every_term_expands(sample: Reading) -> None:
    """A JSON-LD processor finds an IRI for every key: expanded and compacted, nothing is lost."""
    for node in list_annotations(sample):
        (expanded,) = jsonld.expand(node, {"documentLoader": load})
        assert expanded["@type"] == [f"{OA}Annotation"]
        assert len(expanded[f"{OA}hasTarget"]) == len(node["target"])
        compact = jsonld.compact(
            expanded, CONTEXT["@context"], {"documentLoader": load, "compactArrays": False}
        )
        keys = set(compact["@graph"][0] if "@graph" in compact else compact)
        assert keys >= node.keys() - {"@context"}


def test_claim_names_its_speaker(sample: Reading) -> None:
    """A claim's annotation identifies the speaker and links the words of source, cue and audience."""
    node = next(node for node in list_annotations(sample) if node["id"].endswith(":A2"))
    said = {(body.get("purpose"), body.get("value")) for body in node["body"]}
    assert ("identifying", "Marit Solheim") in said
    assert [quote["exact"] for quote, _ in find_selected(node["body"])] == [
        "Marit Solheim", "told", "the Harbour Post",
    ]  # fmt: skip


def test_relation_links_two_annotations(sample: Reading) -> None:
    """A relation points to the annotations of both its ends."""
    nodes = list(list_annotations(sample))
    assert nodes[-1]["motivation"] == "linking"
    assert set(nodes[-1]["target"]) <= {node["id"] for node in nodes}


@pytest.mark.parametrize("url", [None, "no address", "news.example/a"])
def test_source_without_an_address_is_a_urn(sample: Reading, url: str | None) -> None:
    """An article without an IRI of its own is called by its id."""
    reading = replace(sample, article=replace(sample.article, url=url))
    assert next(list_annotations(reading))["target"][0]["source"] == "urn:x-sayso:sample%201"

"""Claim: attributions as JSON-LD in the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.export.exchange.iri import name_article, name_record, name_span
from sayso.export.exchange.sequence import dump
from sayso.model import Actor, Article, Attribution, Figure, Hop, Reading

Node = dict[str, Any]

_TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "government": "GovernmentOrganization",
    "outlet": "NewsMediaOrganization",
}
"""Kinds of actors as types of schema.org; a place that speaks has none."""


def write_claims(readings: Iterable[Reading], stream: TextIO) -> None:
    """Writes one JSON-LD document, a graph of articles and claims, a node a line."""
    stream.write('{"@context":"https://schema.org","@graph":[')
    before = ""
    for node in (node for reading in readings for node in list_claims(reading)):
        stream.write(f"{before}\n{dump(node)}")
        before = ","
    stream.write("\n]}\n")


def list_claims(reading: Reading) -> Iterator[Node]:
    """Yields the article and then its claims."""
    yield _describe_article(reading.article)
    actors = {actor.id: actor for actor in reading.actors}
    for attribution in reading.attributions:
        yield _describe_claim(reading, attribution, actors)


def _describe_article(article: Article) -> Node:
    return _prune(
        {
            "@type": "NewsArticle",
            "@id": name_article(article),
            "url": article.url,
            "headline": article.title,
            "author": None if article.byline is None else {"name": article.byline},
            "publisher": _describe_outlet(article.publisher),
            "datePublished": article.published,
            "inLanguage": article.language,
        }
    )


def _describe_claim(reading: Reading, attribution: Attribution, actors: dict[str, Actor]) -> Node:
    article = reading.article
    author = _describe_speaker(attribution, actors)
    figures = [f for f in reading.figures if f.attribution == attribution.id]
    return _prune(
        {
            "@type": "Claim",
            "@id": name_record(article, attribution.id),
            "text": " … ".join(span.text for span in attribution.content),
            "author": author,
            "claimInterpreter": _find_interpreter(reading, attribution),
            "appearance": {"@id": name_article(article)},
            "keywords": [word for word in (attribution.act, attribution.quotation) if word is not None],
            "mentions": [_describe_figure(figure) for figure in figures],
            "hasPart": [
                _describe_part(article, attribution, author, i) for i in range(len(attribution.content))
            ],
        }
    )


def _describe_part(article: Article, attribution: Attribution, author: Node | None, position: int) -> Node:
    span = attribution.content[position]
    is_quoted = attribution.quotation == "direct"
    return _prune(
        {
            "@type": "Quotation" if is_quoted else "CreativeWork",
            "@id": name_span(article, span),
            "text": span.text,
            "spokenByCharacter": author if is_quoted else None,
        }
    )


def _describe_speaker(attribution: Attribution, actors: dict[str, Actor]) -> Node | None:
    """Returns the speaker; nobody is given a name or a type that the article does not give."""
    actor = actors.get(attribution.speaker.actor or "")
    words = None if attribution.source is None else attribution.source.text
    node = _prune(
        {
            "@type": None if actor is None else _TYPES.get(actor.kind),
            "name": attribution.speaker.name,
            "description": words,
        }
    )
    return node or None


def _find_interpreter(reading: Reading, attribution: Attribution) -> Node | None:
    """Returns whose words the claim is told in: of reported speech, whoever reports it."""
    if attribution.quotation == "direct":
        return None
    hops = reading.chain(attribution.id)
    before = hops[-2] if len(hops) > 1 else None
    return None if before is None else _describe_hop(before)


def _describe_hop(hop: Hop) -> Node | None:
    if hop.role == "outlet":
        return _describe_outlet(hop.name)
    node = _prune({"name": hop.name, "description": None if hop.mention is None else hop.mention.text})
    return node or None


def _describe_outlet(name: str | None) -> Node | None:
    return None if name is None else {"@type": "NewsMediaOrganization", "name": name}


def _describe_figure(figure: Figure) -> Node:
    return _prune(
        {
            "@type": "QuantitativeValue",
            "minValue": figure.low,
            "maxValue": figure.high,
            "unitText": None if figure.of is None else figure.of.text,
            "valueReference": figure.measure,
            "description": figure.span.text,
        }
    )


def _prune(node: Node) -> Node:
    """Leaves out what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}

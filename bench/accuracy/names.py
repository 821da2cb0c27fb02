"""Names: entity spans with their class, over the tokens of the corpora."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.accuracy.subject import Place, Subject
from bench.measure import Measure
from sayso.reader.entity import name_entities
from training.corpus.conllu import read_conllu
from training.corpus.document import Document
from training.corpus.name import read_uner, read_worldwide

Entity = tuple[int, int, str]
UNKNOWN = "?"
"""Label of a token whose sentence the corpus of names cuts into other tokens."""


def measure_names(subject: Subject, place: Place) -> Iterator[Measure]:
    """Measures F1 of exact spans with their class, micro-averaged, on Worldwide newswire and UNER EWT."""
    worldwide = read_worldwide(place.find("worldwide-ner/dev.bioes.tsv"))
    yield _measure(subject, worldwide, "Worldwide dev name F1", "names")
    names = read_uner(place.find("uner-ewt/dev.iob2"))
    ewt = read_conllu(place.find("ud-ewt/dev.conllu"), names)
    yield _measure(subject, ewt, "UNER EWT dev name F1", "coarse")


def _measure(subject: Subject, documents: Iterable[Document], name: str, head: str) -> Measure:
    gold: list[set[Entity]] = []
    predicted: list[set[Entity]] = []
    for document in documents:
        labels = document.names or []
        states = subject.encoder.encode(document.text, document.tokens)
        found = name_entities(getattr(states, head), getattr(subject.encoder.weights.labels, head))
        gold.append(set(find_spans(labels)))
        predicted.append(set(select_entities(found, labels)))
    precision, recall, f1 = score_spans(gold, predicted)
    note = f"P {precision:.1f}, R {recall:.1f}, gold tokens"
    return Measure(name, f1, sum(map(len, gold)), note=note)


def find_spans(labels: Iterable[str]) -> Iterator[Entity]:
    """Yields the spans of BIO or BIOES labels; an inside that follows nothing of its class begins one."""
    start, kind, at = 0, "", -1
    for at, label in enumerate(labels):
        prefix, _, current = label.partition("-")
        goes_on = prefix in {"I", "E"} and current == kind
        if kind and not goes_on:
            yield start, at, kind
            kind = ""
        if current and not kind:
            start, kind = at, current
        if kind and prefix in {"E", "S"}:
            yield start, at + 1, kind
            kind = ""
    if kind:
        yield start, at + 1, kind


def select_entities(entities: Iterable[Entity], labels: list[str]) -> Iterator[Entity]:
    """Yields the entities that stand where the corpus says something."""
    for start, end, kind in entities:
        if UNKNOWN not in labels[start:end]:
            yield start, end, kind


def score_spans(gold: list[set[Entity]], predicted: list[set[Entity]]) -> tuple[float, float, float]:
    """Returns precision, recall and F1 over all documents, in per cent."""
    hits = sum(len(g & p) for g, p in zip(gold, predicted, strict=True))
    n_gold, n_predicted = sum(map(len, gold)), sum(map(len, predicted))
    precision = 100 * hits / n_predicted if n_predicted else 0.0
    recall = 100 * hits / n_gold if n_gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0

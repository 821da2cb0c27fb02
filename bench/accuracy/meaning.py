"""Meaning: whether sentences about one event lie near each other, against the original model."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from bench.accuracy.subject import Missing, Place, Subject
from bench.measure import Measure
from sayso.reader.meaning import embed

TOPICS = frozenset(map(str, range(26, 36)))
NAME = "ECB+ 26–35 retrieval"
_EVENT = re.compile(r"(NEG_)?ACTION")

Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A validated sentence: token range in its document, and the event instances that it mentions."""

    document: int
    low: int
    high: int
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class Page:
    """A document of ECB+: its tokens joined by spaces, their offsets, shape (n, 2), and their sentences."""

    text: str
    tokens: NDArray[np.int64]
    sentence: list[int]
    events: dict[int, frozenset[str]]


def measure_meaning(subject: Subject, place: Place) -> Iterator[Measure]:
    """Measures mean average precision of retrieving sentences that mention the same event.

    Every validated sentence that mentions an event of a cross-document chain is a query over all other
    validated sentences of the topics. The reader's vectors come from the whole article, as in use; once more
    from the sentence alone, as the original model's do.
    """
    folder = place.find("ecbplus")
    pages, sentences = read_sentences(folder)
    relevant = [s.events for s in sentences]
    original, n = mean_average_precision(_embed_originally(folder), relevant)
    yield Measure(f"{NAME}, original model", 100 * original, n, note="MAP")
    for name, vectors in (
        ("", _embed_in_context(subject, pages, sentences)),
        (", sentence alone", _embed_alone(subject, pages, sentences)),
    ):
        own, n = mean_average_precision(vectors, relevant)
        yield Measure(f"{NAME}, sayso{name}", 100 * own, n, note="MAP")
        yield Measure(f"{NAME}, share of the original{name}", 100 * own / original if original else None, n)


def read_sentences(folder: Path) -> tuple[list[Page], list[Sentence]]:
    """Reads the development topics: their documents, and the sentences whose annotation was validated."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Topic"] in TOPICS]
    pages: list[Page] = []
    index: dict[tuple[str, str], int] = {}
    sentences = []
    for row in rows:
        key = row["Topic"], row["File"]
        if key not in index:
            index[key] = len(pages)
            pages.append(read_page(folder / key[0] / f"{key[0]}_{key[1]}.xml"))
        page, number = pages[index[key]], int(row["Sentence Number"])
        at = [i for i, n in enumerate(page.sentence) if n == number]
        if at:
            events = page.events.get(number, frozenset())
            sentences.append(Sentence(index[key], at[0], at[-1] + 1, events))
    return pages, sentences


def read_page(path: Path) -> Page:
    """Reads one document; its events are the cross-document chains of the actions in a sentence."""
    root = ET.parse(path).getroot()
    words = [
        (token.get("t_id", ""), token.text or "?", int(token.get("sentence", 0)))
        for token in root.iter("token")
    ]
    offsets, at = [], 0
    for _, word, _ in words:
        offsets.append((at, at + len(word)))
        at += len(word) + 1
    sentence_of = {t_id: sentence for t_id, _, sentence in words}
    mentions = {
        mark.get("m_id"): sentence_of[anchor.get("t_id", "")]
        for mark in root.iterfind("Markables/*")
        if _EVENT.match(mark.tag) and (anchor := mark.find("token_anchor")) is not None
    }
    events: dict[int, set[str]] = {}
    for chain in root.iterfind("Relations/CROSS_DOC_COREF"):
        for source in chain.iterfind("source"):
            if (sentence := mentions.get(source.get("m_id"))) is not None:
                events.setdefault(sentence, set()).add(chain.get("note", ""))
    return Page(
        " ".join(word for _, word, _ in words),
        np.array(offsets, dtype=np.int64).reshape(-1, 2),
        [sentence for *_, sentence in words],
        {sentence: frozenset(found) for sentence, found in events.items()},
    )


def mean_average_precision(vectors: Floats, events: list[frozenset[str]]) -> tuple[float, int]:
    """Returns the mean average precision of retrieval by cosine, 0 to 1, and the number of queries.

    Args:
        vectors: one unit vector a sentence, shape (n, width).
        events: what each sentence mentions; two are relevant to each other if they share an event. Sentences
            to which none is relevant are no queries.
    """
    similarity = vectors @ vectors.T
    precisions = []
    for i, wanted in enumerate(events):
        others = [j for j in range(len(events)) if j != i]
        relevant = np.array([bool(wanted & events[j]) for j in others], dtype=bool)
        if relevant.any():
            precisions.append(average_precision(similarity[i, others], relevant))
    return float(np.mean(precisions)) if precisions else 0.0, len(precisions)


def average_precision(scores: Floats, relevant: NDArray[np.bool_]) -> float:
    """Returns the mean, over relevant items, of the precision at their rank; ties keep their order."""
    ranked = relevant[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def _cut(page: Page, sentence: Sentence) -> tuple[int, int]:
    return int(page.tokens[sentence.low, 0]), int(page.tokens[sentence.high - 1, 1])


@cache
def _embed_originally(folder: Path) -> Floats:
    try:
        from transformers.utils.logging import disable_progress_bar, set_verbosity_error

        from training.meaning import embed_texts
        from training.train import load_tokenizer
    except ImportError as error:
        raise Missing(
            f"the original model is not installed ({error.name}); it is part of the extra `train`"
        ) from error
    disable_progress_bar()
    set_verbosity_error()
    pages, sentences = read_sentences(folder)
    cuts = [(pages[s.document].text, *_cut(pages[s.document], s)) for s in sentences]
    vectors: Floats = embed_texts([text[a:b] for text, a, b in cuts], load_tokenizer()).float().numpy()
    return vectors


def _embed_in_context(subject: Subject, pages: list[Page], sentences: list[Sentence]) -> Floats:
    encoder = subject.encoder
    states = [encoder.encode(page.text, page.tokens) for page in pages]
    return np.stack([embed(states[s.document], encoder.weights, s.low, s.high) for s in sentences])


def _embed_alone(subject: Subject, pages: list[Page], sentences: list[Sentence]) -> Floats:
    encoder = subject.encoder
    vectors = []
    for s in sentences:
        page = pages[s.document]
        start, end = _cut(page, s)
        states = encoder.encode(page.text[start:end], page.tokens[s.low : s.high] - start)
        vectors.append(embed(states, encoder.weights, 0, s.high - s.low))
    return np.stack(vectors)

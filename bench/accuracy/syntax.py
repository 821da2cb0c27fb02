"""Syntax: parts of speech and dependencies, on gold tokens and on the pipeline's own."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from bench.accuracy.conll import evaluate, filter_documents, write_conllu
from bench.accuracy.subject import Place, Subject
from bench.measure import Measure
from sayso.reader.syntax import parse, tag
from training.corpus.conllu import read_conllu

FILES = {"EWT": "ud-ewt/dev.conllu", "GUM": "gum/dev.conllu"}


def measure_syntax(subject: Subject, place: Place) -> Iterator[Measure]:
    """Measures UPOS, UAS and LAS on gold tokens and sentences, then everything on raw text."""
    for corpus, name in FILES.items():
        yield from _measure_gold(subject, place.find(name), corpus)
    yield from _measure_raw(subject, place.find(FILES["EWT"]), "EWT dev", lambda _: True)
    is_news: Callable[[str], bool] = lambda name: name.startswith("GUM_news")  # noqa: E731
    yield from _measure_raw(subject, place.find(FILES["GUM"]), "GUM dev news", is_news)


def _measure_gold(subject: Subject, path: Path, corpus: str) -> Iterator[Measure]:
    """Compares every token, punctuation included, by its whole relation with any subtype."""
    right = Counter[str]()
    total = 0
    for document in read_conllu(path):
        states = subject.encoder.encode(document.text, document.tokens)
        starts = np.asarray(document.sentence_start, dtype=bool)
        heads, relations = parse(states, subject.encoder.weights, starts)
        upos, _ = tag(states, subject.encoder.weights)
        attached = np.asarray(heads) == document.head
        labelled = attached & (np.array(relations) == np.array(document.relation))
        right["UPOS"] += int((np.array(upos) == np.array(document.upos)).sum())
        right["UAS"] += int(attached.sum())
        right["LAS"] += int(labelled.sum())
        total += len(upos)
    for key in ("UPOS", "UAS", "LAS"):
        note = "relations with subtypes" if key == "LAS" else ""
        yield Measure(f"{corpus} dev {key}, gold tokens", 100 * right[key] / total, total, note=note)


def _measure_raw(
    subject: Subject, path: Path, corpus: str, is_wanted: Callable[[str], bool]
) -> Iterator[Measure]:
    system = io.StringIO()
    for document in read_conllu(path):
        if is_wanted(document.id):
            write_conllu(subject.language(document.text), system)
    scores = evaluate(filter_documents(path.read_text("utf8"), is_wanted), system.getvalue())
    notes = {"LAS": "CoNLL 2018: F1 of aligned words, relations without subtypes"}
    shown = {"Words": "word", "Sentences": "sentence", "UPOS": "UPOS", "UAS": "UAS", "LAS": "LAS"}
    for key, name in shown.items():
        suffix = " F1" if key in {"Words", "Sentences"} else ""
        score = scores[key]
        yield Measure(f"{corpus} {name}{suffix}, own tokens", score.f1, score.gold, note=notes.get(key, ""))

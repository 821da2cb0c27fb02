"""The label inventories of every head, fixed by the corpora and shipped with the weights."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.reader.encoder.weight import Labels
from training.corpus.document import UNLABELLED, Document, Span

UNER_CLASSES = ("PER", "ORG", "LOC")


def save_labels(labels: Labels, path: Path) -> None:
    """Writes the inventories as JSON."""
    path.write_text(json.dumps(asdict(labels), indent=1) + "\n", "utf8")


def load_labels(path: Path) -> Labels:
    """Reads what `save_labels` wrote."""
    return Labels(**{key: tuple(value) for key, value in json.loads(path.read_text("utf8")).items()})


def collect_labels(corpora: dict[str, list[Document]]) -> Labels:
    """Collects the inventories of the training documents, in alphabetical order, outside first."""
    documents = [document for group in corpora.values() for document in group]
    events = [e for d in documents for e in d.events or ()]
    frames = [f for d in documents for f in d.frames or ()]
    kinds = sorted({n[2:] for d in documents if not d.names_scheme for n in d.names or () if n != "O"})
    return Labels(
        upos=_sort(value for d in documents for value in d.upos or ()),
        xpos=_sort(value for d in documents for value in d.xpos or ()),
        relation=_sort(value for d in documents for value in d.relation or ()),
        names=_begin_and_inside(kinds),
        coarse=_begin_and_inside(UNER_CLASSES),
        event=("O", *_sort(e.type for e in events)),
        measure=("O", *_sort(c.measure for d in documents for c in d.counts or ())),
        act=_sort(f.act for f in frames),
        speaker_kind=_sort(f.speaker_kind for f in frames),
        factuality=_sort(e.factuality for e in events),
    )


def _sort(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values) - {""}))


def _begin_and_inside(kinds: Iterable[str]) -> tuple[str, ...]:
    return ("O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))


def number_labels(document: Document, labels: Labels) -> dict[str, NDArray[np.int64]]:
    """Turns the labels of each token into numbers, UNLABELLED where it has none; absent ones are left out.

    The type of a whole sentence is that of its first token, under "root".
    """
    given: dict[str, Sequence[str] | None] = {
        "upos": document.upos,
        "xpos": document.xpos,
        "relation": document.relation,
        "coarse" if document.names_scheme else "names": document.names,
    }
    given |= _label_attributions(document) | _label_events(document)
    if document.counts is not None:
        given["measure"] = _label_spans(document, [(c.span, c.measure) for c in document.counts], "O")
    if document.root is not None:
        given["root"] = [document.root.type]
    tags: dict[str, NDArray[np.int64]] = {}
    for key, values in given.items():
        if values is not None:
            order: tuple[str, ...] = getattr(labels, "event" if key == "root" else key)
            index = {label: i for i, label in enumerate(order)}
            tags[key] = np.array([index.get(v, UNLABELLED) for v in values], dtype=np.int64)
    if document.sentence_start is not None:
        tags["sentence"] = document.sentence_start
    return tags


def _label_attributions(document: Document) -> dict[str, Sequence[str] | None]:
    """Act and kind of speaker of each attribution, at its anchor."""
    anchors = [((f.anchor, f.anchor + 1), f) for f in document.frames or ()]
    return {
        "act": _label_spans(document, [(span, f.act) for span, f in anchors], ""),
        "speaker_kind": _label_spans(document, [(span, f.speaker_kind) for span, f in anchors], ""),
    }


def _label_events(document: Document) -> dict[str, Sequence[str] | None]:
    """Type of each event on all of its trigger, factuality at the trigger's first token."""
    if document.events is None:
        return {}
    firsts = [((e.trigger[0], e.trigger[0] + 1), e.factuality) for e in document.events]
    return {
        "event": _label_spans(document, [(e.trigger, e.type) for e in document.events], "O"),
        "factuality": _label_spans(document, firsts, ""),
    }


def _label_spans(document: Document, spans: Iterable[tuple[Span, str]], outside: str) -> list[str]:
    labels = [outside] * len(document.tokens)
    for (start, end), label in spans:
        labels[start:end] = [label] * (end - start)
    return labels

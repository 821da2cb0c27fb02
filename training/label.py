"""The label inventories of every head, fixed by the corpora and shipped with the weights."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from sayso.reader.encoder.frame import ROLES
from sayso.reader.encoder.weight import Labels
from training.corpus.document import Document

UNER_CLASSES = {"PER": ("Person",), "ORG": ("Organization",), "LOC": ("Location", "Facility")}


def save_labels(labels: Labels, path: Path) -> None:
    """Writes the inventories as JSON."""
    path.write_text(json.dumps(asdict(labels), indent=1) + "\n", "utf8")


def load_labels(path: Path) -> Labels:
    """Reads what `save_labels` wrote."""
    return Labels(**{key: tuple(value) for key, value in json.loads(path.read_text("utf8")).items()})


def collect_labels(syntax: Iterable[Document], names: Iterable[Document]) -> Labels:
    """Collects the inventories of training documents, in alphabetical order."""
    upos, xpos, relation = Counter[str](), Counter[str](), Counter[str]()
    for document in syntax:
        upos.update(document.upos or ())
        xpos.update(document.xpos or ())
        relation.update(document.relation or ())
    classes = sorted({n[2:] for d in names for n in d.names or () if n != "O"})
    bio = ("O", *(f"{prefix}-{c}" for c in classes for prefix in "BI"))
    return Labels(tuple(sorted(upos)), tuple(sorted(xpos)), tuple(sorted(relation)), bio, ROLES)


def name_groups(labels: Labels) -> list[list[int]]:
    """Groups the name labels as Universal NER sees them: O, B/I-PER, B/I-ORG, B/I-LOC.

    Its guideline has three classes, so all others fall into its O.
    """
    order = ["O", *(f"{prefix}-{c}" for c in UNER_CLASSES for prefix in "BI")]
    groups: list[list[int]] = [[] for _ in order]
    of = {name: c for c, names in UNER_CLASSES.items() for name in names}
    for i, label in enumerate(labels.names):
        c = of.get(label[2:])
        groups[order.index(f"{label[0]}-{c}") if c else 0].append(i)
    return groups


UNER_ORDER = ("O", *(f"{prefix}-{c}" for c in UNER_CLASSES for prefix in "BI"))

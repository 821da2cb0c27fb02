"""Fits the directions of meaning that a ledger keeps: python -m training.projection --data DATA.

The meanings of sentences of news vary in few directions: 128 of 384 hold what tells most sentences apart,
and a vector of them in 8 bits is a twelfth of the original. The directions are the principal ones, not
centred, since it is products that are compared. Each is divided by the fourth root of its strength:
sentences differ most in their topic, which otherwise drowns what is said of it (after Su et al. 2021, who
divide by the square root). The number of directions and the root were chosen on ECB+ topics 26–35;
docs/adr/0004-ledger-schema.md has the numbers.

To be run again after every training: the directions belong to the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).parent.parent / "src/sayso/vocab/meaning.npy"
CORPORA = ("polnear/train.jsonl", "wikinews/articles.jsonl")
NAMES = "worldwide-ner/train.bioes.tsv"
DIRECTIONS, POWER = 128, 0.25
LONGEST, SHORTEST = 20_000, 5
"""Characters of a text that are read, and tokens of a sentence that counts."""

Floats = NDArray[np.floating[Any]]


def read_texts(data: Path) -> Iterator[str]:
    """Yields the texts of the corpora that the directions are fitted on."""
    for corpus in CORPORA:
        for line in (data / corpus).read_text("utf8").splitlines():
            yield json.loads(line)["text"]
    for document in (data / NAMES).read_text("utf8").split("# doc ")[1:]:
        rows = [line.split("\t")[0] for line in document.splitlines()[1:]]
        yield " ".join(word for word in rows if word.strip())


def embed_sentences(texts: Iterable[str]) -> Floats:
    """Returns the meanings of all sentences, shape (sentences, 384)."""
    from sayso.reader import load

    nlp = load()
    documents = (nlp(text[:LONGEST]) for text in texts)
    return np.stack([s._.meaning for doc in documents for s in doc.sents if len(s) >= SHORTEST])


def fit_projection(meanings: Floats, directions: int = DIRECTIONS, power: float = POWER) -> Floats:
    """Returns the principal directions, each divided by a power of its strength, shape (384, directions)."""
    strength, axes = np.linalg.eigh(meanings.T @ meanings / len(meanings))
    strength, axes = strength[::-1][:directions], axes[:, ::-1][:, :directions]
    # Of an axis and its opposite the one whose largest number is positive, on every machine.
    signs = np.sign(axes[np.abs(axes).argmax(0), np.arange(directions)])
    projection: Floats = axes * signs * np.maximum(strength, 1e-9) ** -power
    return projection


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    arguments = parser.parse_args()
    meanings = embed_sentences(read_texts(arguments.data)).astype(np.float32)
    np.save(OUT, fit_projection(meanings).astype(np.float16))
    print(f"{len(meanings):,} sentences: wrote {OUT}")


if __name__ == "__main__":
    main()

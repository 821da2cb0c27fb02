"""Counts how many articles have each word: python -m training.term --data DATA."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sayso.reconcile.term import split_words
from training.corpus.name import read_worldwide

TABLE = Path(__file__).parents[1] / "src/sayso/vocab/term.npz"
LEAST = 4
"""A word that fewer articles have is not listed, so that no private name is."""
STEP = 4
"""One in so many articles of local news, which tell of nothing but shootings."""


def read_texts(data: Path) -> Iterator[str]:
    """Yields the articles of the training parts."""
    for name, step in (("polnear/train", 1), ("wikinews/articles", 1), ("gva/train", STEP)):
        for line in (data / f"{name}.jsonl").read_text("utf8").splitlines()[::step]:
            yield json.loads(line)["text"]
    for document in read_worldwide(data / "worldwide-ner/train.bioes.tsv"):
        yield document.text


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.term", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    articles = 0
    for text in read_texts(options.data):
        counts.update(set(split_words(text)))
        articles += 1
    words = sorted(word for word, count in counts.items() if count >= LEAST)
    np.savez_compressed(
        options.out,
        articles=np.int64(articles),
        words=np.frombuffer("\n".join(words).encode("utf8"), dtype=np.uint8),
        counts=np.array([counts[word] for word in words], dtype=np.uint16),
    )
    print(f"{articles} articles, {len(words)} words, {options.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

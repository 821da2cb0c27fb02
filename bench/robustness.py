"""Mutates articles at random and reads them: python -m bench.robustness [--articles JSONL] [--n 10000].

Every mutation must give a valid reading or a coded error. Anything else is printed with the number that makes
it again, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

from sayso.errors import SaysoError
from sayso.ingest import ingest
from sayso.model import Article
from sayso.reader import Reader, load_reader

EXAMPLES = Path(__file__).parent.parent / "examples" / "corpus"
LONGEST = 1500
"""Articles are cut to about this many characters at a random place, so that many can be read."""
PUNCTUATION = "“”‘’\"'«».,;:!?—–-()[]…"
CONTROL = "".join(map(chr, (*range(1, 32), 127, 0x85, 0xAD, 0x200B, 0x2028, 0x2029, 0xFEFF)))
DIRECTION = "".join(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
PICTURES = "😀👩‍👩‍👧🏴‍☠️🇰🇬✊🏽﷽"


def mutate(text: str, rng: random.Random) -> str:
    """Changes a text in one to six random ways."""
    start = rng.randrange(max(1, len(text) - LONGEST))
    text = text[start : start + LONGEST]
    for _ in range(rng.randint(1, 6)):
        text = rng.choice((_cut, _double, _shuffle, _insert, _strip, _glue))(text, rng)
    return text


def _part(text: str, rng: random.Random) -> tuple[int, int]:
    start = rng.randrange(len(text) + 1)
    return start, min(len(text), start + rng.choice((1, 3, 20, 200)))


def _cut(text: str, rng: random.Random) -> str:
    start, end = _part(text, rng)
    return text[:start] + text[end:]


def _double(text: str, rng: random.Random) -> str:
    start, end = _part(text, rng)
    return text[:end] + text[start:end] * rng.choice((1, 2, 30)) + text[end:]


def _shuffle(text: str, rng: random.Random) -> str:
    """Puts the text's punctuation marks in each other's places."""
    at = [i for i, character in enumerate(text) if character in PUNCTUATION]
    marks = [text[i] for i in at]
    rng.shuffle(marks)
    characters = list(text)
    for i, mark in zip(at, marks, strict=True):
        characters[i] = mark
    return "".join(characters)


def _insert(text: str, rng: random.Random) -> str:
    alphabet = rng.choice((PUNCTUATION, CONTROL, DIRECTION, PICTURES, "\n\r\t   "))
    characters = list(text)
    for _ in range(rng.choice((1, 5, 40))):
        characters.insert(rng.randrange(len(characters) + 1), rng.choice(alphabet))
    return "".join(characters)


def _strip(text: str, rng: random.Random) -> str:
    """Takes every mark of one kind away."""
    return text.replace(rng.choice(PUNCTUATION), "")


def _glue(text: str, rng: random.Random) -> str:
    """Takes the spaces out of a part of the text."""
    start, end = _part(text, rng)
    return text[:start] + text[start:end].replace(" ", "") + text[end:]


def try_mutation(reader: Reader, text: str) -> str:
    """Reads a text; returns `read`, or the code of the error that sayso raised."""
    try:
        reading = reader.read(Article.of(text))
    except SaysoError as error:
        if error.code == "RDR001":
            raise
        return error.code
    reading.validate()
    return "read"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=EXAMPLES)
    parser.add_argument("--n", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20)
    options = parser.parse_args()
    texts = [article.text for article in ingest([options.articles]) if isinstance(article, Article)]
    reader, results, failures = load_reader(), Counter[str](), 0
    for i in range(options.n):
        rng = random.Random(f"{options.seed}-{i}")
        try:
            results[try_mutation(reader, mutate(rng.choice(texts), rng))] += 1
        except Exception as error:  # anything at all is a finding here
            failures += 1
            print(f"mutation {i}: {type(error).__name__}: {error}")
    print(f"{options.n} mutations: {dict(results)}, {failures} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()

"""Prints how well quotations are found again in edited texts: python -m bench.correction --data DATA."""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.measure import Measure, format_table
from sayso.ledger.correction.quote import Quote
from sayso.model import Span

COLUMNS = ("measure", "value", "unit", "n")
SEED = 1
CHANGED = 0.06
"""Share of the words that are changed or left out."""
LEAST_PARAGRAPH = 60
_WORD = re.compile(r"\S+|\s+")

Characters = list[tuple[str, int | None]]
"""A text with the offset at which each character stood before it was edited, or null for a new one."""

Edit = Callable[[Characters, random.Random, str], Characters]


def read_quotations(folder: Path) -> Iterator[tuple[str, list[Span]]]:
    """Yields the text of each gold article with its contents, cues, figures and triggers."""
    texts = {a["id"]: a["text"] for a in json.loads((folder / "articles.json").read_text("utf8"))}
    for path in sorted(folder.glob("*.json")):
        if path.name != "articles.json":
            gold = json.loads(path.read_text("utf8"))
            marks = [mark for row in gold["attributions"] for mark in (*row["content"], row["cue"])]
            marks += [row["span"] for row in gold["figures"]] + [row["trigger"] for row in gold["events"]]
            text = texts[gold["id"]]
            yield text, [_locate(text, mark) for mark in marks if mark is not None]


def _locate(text: str, mark: Any) -> Span:
    words, number = (mark["t"], mark.get("n", 1)) if isinstance(mark, dict) else (mark, 1)
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return Span.of(text, at, at + len(words))


def put_in_front(characters: Characters, _dice: random.Random, other: str) -> Characters:
    new: Characters = [(c, None) for c in other.rsplit("\n", maxsplit=1)[-1] + "\n\n"]
    return new + characters


def take_out(characters: Characters, dice: random.Random, _other: str) -> Characters:
    paragraphs = _cut(characters)
    long = [n for n, paragraph in enumerate(paragraphs) if len(paragraph) > LEAST_PARAGRAPH]
    if len(long) > 1:
        del paragraphs[dice.choice(long)]
    return [c for paragraph in paragraphs for c in paragraph]


def move(characters: Characters, dice: random.Random, _other: str) -> Characters:
    paragraphs = _cut(characters)
    paragraph = paragraphs.pop(dice.randrange(len(paragraphs)))
    paragraphs.insert(dice.randrange(len(paragraphs) + 1), paragraph)
    return [c for paragraph in paragraphs for c in paragraph]


def change_words(characters: Characters, dice: random.Random, other: str) -> Characters:
    text, edited = "".join(c for c, _ in characters), Characters()
    for match in _WORD.finditer(text):
        piece = characters[match.start() : match.end()]
        if match[0][0].isalnum() and dice.random() < CHANGED:
            piece = [(c, None) for c in dice.choice(other.split())] if dice.random() < 1 / 2 else []
        edited += piece
    return edited


def do_all(characters: Characters, dice: random.Random, other: str) -> Characters:
    for edit in (put_in_front, take_out, move, change_words):
        characters = edit(characters, dice, other)
    return characters


EDITS: dict[str, Edit] = {
    "a paragraph put in front": put_in_front,
    "a paragraph taken out": take_out,
    "a paragraph moved": move,
    "words changed": change_words,
    "all of them": do_all,
}


def _cut(characters: Characters) -> list[Characters]:
    paragraphs: list[Characters] = [[]]
    for character in characters:
        paragraphs[-1].append(character)
        if character[0] == "\n":
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def judge_quotation(text: str, span: Span, characters: Characters, edited: str) -> str:
    """Tells whether a quotation is there, and whether it was found where it stands now."""
    found = Quote.of(text, span).find(edited)
    left = {n for n, (_, was) in enumerate(characters) if was is not None and span.start <= was < span.end}
    if 2 * len(left) < span.end - span.start:
        return "gone, not found" if found is None else "gone, found"
    if found is None:
        return "there, not found"
    there = set(range(found.start, found.end))
    is_right = 2 * len(there & left) >= len(there | left)
    return "there, right" if is_right else "there, elsewhere"


def measure_edit(name: str, articles: Sequence[tuple[str, list[Span]]]) -> Iterator[Measure]:
    dice, counts = random.Random(SEED), Counter[str]()
    for n, (text, spans) in enumerate(articles):
        plain: Characters = [(c, i) for i, c in enumerate(text)]
        characters = EDITS[name](plain, dice, articles[(n + 1) % len(articles)][0])
        edited = "".join(c for c, _ in characters)
        counts.update(judge_quotation(text, span, characters, edited) for span in spans)
    for outcome, count in sorted(counts.items()):
        yield Measure(f"{name}: {outcome}", count, sum(counts.values()), unit="quotations")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / "gold" / "dev"
    if not folder.exists():
        print(f"skipped: there is no {folder}")
        return
    articles = list(read_quotations(folder))
    measures = [measure for name in EDITS for measure in measure_edit(name, articles)]
    rows = [{"measure": m.name, "value": m.value, "unit": m.unit, "n": m.n} for m in measures]
    print(format_table(rows, COLUMNS))


if __name__ == "__main__":
    main()

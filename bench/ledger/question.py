"""Prints how long each question takes: python -m bench.ledger.question --ledger LEDGER [--data DATA].

Where there is no ledger yet it is made of readings derived from real ones. What is asked is drawn from the
ledger itself: half of it by rows, so that what is told of often is asked often; half of it by terms, most of
which are rare.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.ledger.derive import derive
from bench.ledger.draw import Draw
from bench.ledger.source import read_sources
from bench.measure import Measure, format_table, judge, load_bars
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.question.meaning import Meanings

BARS = Path(__file__).parent / "bar.json"
NARROWED = {
    "claims": (
        *("speaker", "actor", "place", "time", "published", "outlet"),
        *("act", "kind", "measure", "event"),
    ),
    "figures": ("measure", "place", "time", "counter", "published"),
    "sources": ("outlet", "published", "speaker", "place"),
}
"""What each question is narrowed by, one at a time."""

COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")


def build(address: str, data: Path, cache: Path | None, count: int) -> None:
    """Makes a ledger of derived readings."""
    from sayso.reader.version import name_version

    with open_ledger(address) as ledger:
        ledger.add_all(derive(read_sources(data, 1_000, cache), count), reader=name_version())


def list_questions(ledger: Ledger, draw: Draw) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Lists the questions of a round, each with a name."""
    for name, fields in NARROWED.items():
        for field in fields:
            for value in (draw.frequent(field), draw.rare(field)):
                yield f"{name} by {field}", partial(getattr(ledger, name), **{field: value})
    act, place = draw.frequent("act"), draw.frequent("place")
    yield "claims by two of them", partial(ledger.claims, act=act, place=place)
    yield "figures by two of them", partial(ledger.figures, measure=draw.frequent("measure"), place=place)
    for words in (draw.words(1), draw.words(2), f'"{draw.words(2)}"'):
        yield "claims by words", partial(ledger.claims, words=words)
    yield "sources by words", partial(ledger.sources, words=draw.words(2))
    meaning = draw.frequent("passage")
    yield "claims by meaning", partial(ledger.claims, meaning=meaning)
    yield "claims by meaning and place", partial(ledger.claims, meaning=meaning, place=place)
    for someone in (draw.frequent("speaker"), draw.rare("speaker")):
        yield "who", partial(ledger.who, someone)
    yield "article", partial(ledger.read, draw.frequent("address"))
    yield "stats", ledger.stats


def measure_questions(ledger: Ledger, rounds: int) -> Iterator[Measure]:
    """Measures each question, every round with something else drawn."""
    draw = Draw(ledger)
    spent: dict[str, list[float]] = {}
    rows: dict[str, int] = {}
    for _ in range(rounds):
        for name, ask in list_questions(ledger, draw):
            started = time.perf_counter()
            answer = ask()
            spent.setdefault(name, []).append(1000 * (time.perf_counter() - started))
            rows[name] = rows.get(name, 0) + _is_answered(answer)
    for name, times in spent.items():
        percentile = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
        note = f"95 % in {percentile:.0f} ms; {rows[name]} answered"
        yield Measure(name, statistics.median(times), len(times), "ms", note)


def _is_answered(answer: Any) -> bool:
    names = ("rows", "said", "told", "shares", "article", "articles")
    return any(getattr(answer, name, None) for name in names)


def _embed_as(version: str) -> Callable[[str], Any]:
    """Lets the installed reader embed as if it were the one that made the ledger."""
    from sayso.reader import share_reader

    share_reader().embed_text("The mill burned.")  # the weights are loaded before the clock starts
    return lambda words: (share_reader().embed_text(words), version)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--ledger", required=True, help="address of a ledger, which is made where there is none"
    )
    parser.add_argument("--data", type=Path, help="folder of the corpora, to make the ledger of")
    parser.add_argument("--cache", type=Path, help="folder that keeps the readings of the real articles")
    parser.add_argument(
        "--derived", type=int, default=100_000, help="how many readings the ledger is made of"
    )
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args(arguments)
    if given.data is not None and not Path(given.ledger).exists():
        build(given.ledger, given.data, given.cache, given.derived)
    with open_ledger(given.ledger) as ledger:
        version = ledger.stats().readers[0].version
        ledger.meanings = Meanings(_embed_as(version))
        started = time.perf_counter()
        ledger.claims(meaning="The mill burned.")
        print(f"vectors loaded in {time.perf_counter() - started:.2f} s")
        bars = load_bars(BARS)
        rows = [{"measure": m.name, **judge(m, bars)} for m in measure_questions(ledger, given.rounds)]
        print(format_table(rows, COLUMNS))


if __name__ == "__main__":
    main()

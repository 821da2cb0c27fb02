"""Prints how fast the reader is: python -m bench.speed."""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.measure import Measure, format_table, judge, load_bars
from bench.speed.article import count_words, load_texts, make_articles
from bench.speed.clock import Timing, time_rounds
from bench.speed.memory import measure_memory
from bench.speed.start import prepare_commands
from bench.speed.throughput import ENCODER, ONE, TOKENIZER, prepare_readers

BARS = Path(__file__).parent / "bar.json"
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "spread", "of encoder", "of tokenizer", "note")


def measure_start(rounds: int) -> Iterator[dict[str, Any]]:
    """Measures the start of the command line; a command that fails has no value."""
    with prepare_commands() as commands:
        for name, command in commands.items():
            try:
                timing = time_rounds({name: command}, rounds)[name]
            except subprocess.CalledProcessError as error:
                words = error.stderr.decode("utf8", "replace").strip().splitlines() or ["no words"]
                yield _judge(Measure(name, None, unit="s", note=f"failed: {words[-1]}"))
                continue
            yield {**_judge(Measure(name, timing.median, rounds, "s")), "spread": timing.spread}


def measure_peak(texts: list[str], weights: Path | None) -> Iterator[dict[str, Any]]:
    """Measures the peak memory of one process that reads all texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts), "utf8")
        peak = measure_memory(path, weights)
    yield _judge(Measure("peak memory, one process", peak, len(texts), "MB"))


def measure_throughput(texts: list[str], weights: Path | None, rounds: int) -> Iterator[dict[str, Any]]:
    """Measures articles and words a second, and each as a share of the encoder's and the tokenizer's."""
    timings = time_rounds(prepare_readers(texts, weights), rounds)
    words = sum(map(count_words, texts))
    share = 100 * _share(timings[ENCODER], timings[ONE])
    yield _judge(Measure("one process, share of the encoder alone", share, len(texts)))
    for unit, amount in (("articles", len(texts)), ("words", words)):
        for name, timing in timings.items():
            measure = Measure(f"{unit} a second, {name}", amount / timing.median, len(texts), f"{unit}/s")
            yield {
                **_judge(measure),
                "spread": timing.spread,
                "of encoder": _share(timings[ENCODER], timing),
                "of tokenizer": _share(timings[TOKENIZER], timing),
            }


def _share(of: Timing, timing: Timing) -> float:
    return of.median / timing.median


def _judge(measure: Measure) -> dict[str, Any]:
    return {"measure": measure.name, **judge(measure, load_bars(BARS))}


def show(rows: Iterable[dict[str, Any]], path: Path | None) -> None:
    """Prints the rows as a table and writes them to a file if one is given."""
    rows = list(rows)
    print(format_table(rows, COLUMNS))
    print("spread: slowest less fastest round, in per cent of the median; of …: speed as a multiple of its.")
    if path is not None:
        path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--articles", type=Path, help="JSONL of articles; the sample corpus if not given")
    parser.add_argument("--n", type=int, default=200, help="how many articles of about 600 words")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds count")
    parser.add_argument("--weights", type=Path, help="folder of weights; the shipped ones if not given")
    parser.add_argument("--json", type=Path, help="file to write the table to")
    options = parser.parse_args()
    texts = make_articles(load_texts(options.articles), options.n)
    # Small processes first: what this one has loaded by then would count as theirs.
    rows = [*measure_peak(texts, options.weights), *measure_start(options.rounds)]
    rows += measure_throughput(texts, options.weights, options.rounds)
    show(rows, options.json)


if __name__ == "__main__":
    main()

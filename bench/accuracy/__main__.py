"""Prints how right the readings are: python -m bench.accuracy --data DATA."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.accuracy.subject import Measurement, Missing, Place, Subject
from bench.measure import Measure, format_table, judge, load_bars

BARS = Path(__file__).parent / "bar.json"
LARGEST_LOSS = 0.5
COLUMNS = ("measure", "value", "unit", "bar", "met", "n")


def list_measurements() -> dict[str, Measurement]:
    """Returns what can be measured, by name, in the order of the table."""
    from bench.accuracy.attribution import measure_attribution
    from bench.accuracy.calibration import measure_calibration
    from bench.accuracy.meaning import measure_meaning
    from bench.accuracy.names import measure_names
    from bench.accuracy.syntax import measure_syntax

    return {
        "attribution": measure_attribution,
        "calibration": measure_calibration,
        "syntax": measure_syntax,
        "names": measure_names,
        "meaning": measure_meaning,
    }


def measure_all(subject: Subject, place: Place, only: list[str] | None) -> Iterator[Measure]:
    """Yields all measures; what cannot be measured yields one without a value that says why."""
    for name, measurement in list_measurements().items():
        if only and name not in only:
            continue
        try:
            yield from measurement(subject, place)
        except Missing as missing:
            yield Measure(name, None, note=f"skipped: {missing}")


def compare(rows: list[dict[str, Any]], others: list[Measure]) -> None:
    """Adds to each row the other weights' value and, for shares that should be high, the loss against it."""
    values = {measure.name: measure.value for measure in others}
    for row in rows:
        other = values.get(row["name"])
        row["against"], row["loss"], row["loss met"] = other, None, None
        if other is not None and row["value"] is not None and row["unit"] == "%" and row["bar"]:
            row["loss"] = other - row["value"]
            row["loss met"] = row["loss"] <= LARGEST_LOSS


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the corpora")
    parser.add_argument(
        "--score", type=Path, help="the attribution scorer; DATA/../score/score.py if not given"
    )
    parser.add_argument("--seed", type=Path, help="folder of the seed case")
    parser.add_argument("--weights", type=Path, help="folder of weights; the shipped ones if not given")
    parser.add_argument("--against", type=Path, help="a second folder of weights, such as the 32-bit export")
    parser.add_argument("--json", type=Path, help="file to write the table to")
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=list(list_measurements()))
    return parser.parse_args()


def main() -> None:
    options = parse_options()
    if options.data is None or not options.data.is_dir():
        reason = "no --data was given" if options.data is None else f"there is no folder {options.data}"
        print(f"skipped: {reason}; the corpora are not part of the project")
        return
    score = options.score or options.data.parent / "score" / "score.py"
    place = Place(options.data, score, options.seed)
    bars = load_bars(BARS)
    rows = [judge(m, bars) for m in measure_all(Subject(options.weights), place, options.only)]
    columns = [*COLUMNS]
    if options.against:
        compare(rows, list(measure_all(Subject(options.against), place, options.only)))
        columns += ["against", "loss", "loss met"]
    print(format_table(({"measure": row["name"], **row} for row in rows), [*columns, "note"]))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    main()

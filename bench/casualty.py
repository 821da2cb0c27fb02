"""Prints how many casualty numbers are found: python -m bench.casualty --data DATA.

On MUC-4: of the numbers of killed and injured in the keys, how many an article's reading holds with their
value and measure. On local news of shootings: how many incidents have an article that yields the incident's
final number of killed and of injured; an article need not state it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.measure import Bar, Measure, format_table, judge
from sayso.model import Article, Figure

if TYPE_CHECKING:
    from sayso.reader import Reader

MUC = "muc4"
MUC_TESTS = ("tst1", "tst2")
NEWS = "gva/dev.jsonl"
BARS = {"MUC-4 victim numbers found": Bar(least=70)}
COLUMNS = ("measure", "value", "unit", "bar", "met", "n", "note")
EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
STATED = ("one", "plain", "bounded")
NAME, NUMBER, EFFECT = 18, 21, 23
"""Slots of the template: HUM TGT: NAME, NUMBER and EFFECT OF INCIDENT."""

_SLOT = re.compile(r"^(\d+)\.\s+[A-Z :]+?(?:\s{2,}(.*))?$")
_STRING = re.compile(r'"((?:\\.|[^"\\])*)"')
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b[^\n]*\n", re.MULTILINE)
_VALUE = re.compile(r"(?P<about>~)?\s*(?P<low>\d+)?\s*(?P<dash>-)?\s*(?P<high>\d+)?")

Template = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class Victim:
    """A number of victims in a key.

    Attributes:
        message: id of the article.
        number: as the key writes it: "8", "PLURAL", "~100", "7 -", and alternatives of these.
        measures: killed or injured, or both where the key does not tell them apart.
        kind: plain, one, plural, bounded, or named where it stands for a person named in the text.
    """

    message: str
    number: str
    measures: frozenset[str]
    kind: str


def read_templates(paths: Iterable[Path]) -> Iterator[Template]:
    """Yields the templates of key files: the fillers of each slot by its number."""
    template: Template = {}
    for path in paths:
        slot = -1
        for line in path.read_text("latin1").splitlines():
            match = _SLOT.match(line)
            if match and int(match[1]) == 0:
                if template:
                    yield template
                template = {}
            if match:
                slot = int(match[1])
                template[slot] = [(match[2] or "").strip()]
            elif line.strip() and not line.startswith(";") and slot >= 0:
                template[slot].append(line.strip())
    if template:
        yield template


def read_victims(template: Template) -> Iterator[Victim]:
    """Yields the numbers of killed and injured of a template that the key does not call optional."""
    effects: dict[str, list[str]] = defaultdict(list)
    for filler in template.get(EFFECT, []):
        label, _, names = filler.partition(":")
        for effect in label.split("/"):
            effects[names.strip()].append(EFFECTS.get(effect.strip(), ""))
    named = {name for filler in template.get(NAME, []) for name in _STRING.findall(filler)}
    for filler in template.get(NUMBER, []):
        number, colon, names = (part.strip() for part in filler.partition(":"))
        if not colon or number.startswith("?"):
            continue
        measures = _find_measures(effects, names)
        if measures:
            is_named = not named.isdisjoint(_STRING.findall(names))
            message = template[0][0].split()[0]
            yield Victim(message, number, measures, "named" if is_named else _name_kind(number))


def _find_measures(effects: dict[str, list[str]], names: str) -> frozenset[str]:
    """Returns what befell the victims of these names; two entries of the same names are told in turn."""
    if names in effects:
        told = effects[names]
        return frozenset([told.pop(0)] if len(told) > 1 else told) - {""}
    strings = set(_STRING.findall(names))
    met = (effect for key, told in effects.items() if strings & set(_STRING.findall(key)) for effect in told)
    return frozenset(met) - {""}


def _name_kind(number: str) -> str:
    if number in ("1", "PLURAL"):
        return {"1": "one", "PLURAL": "plural"}[number]
    return "plain" if number.isdigit() else "bounded"


def is_found(victim: Victim, figures: Iterable[Figure]) -> bool:
    """Tells whether a figure has the measure and the value of a number, or of one of its alternatives."""
    figures = [figure for figure in figures if figure.measure in victim.measures]
    return any(_agrees(number.strip(" ()"), f) for number in victim.number.split("/") for f in figures)


def _agrees(number: str, figure: Figure) -> bool:
    """Compares a number of a key with a figure.

    The keys write "more than 30" and "at least 30" alike; PLURAL is any number greater than one.
    """
    low, high = figure.low, figure.high
    if number == "PLURAL":
        return (low or 0) > 1 or (low is None and (high or 0) > 1)
    match = _VALUE.fullmatch(number)
    if match is None or not (match["low"] or match["high"]):
        return False
    first, last = (None if part is None else int(part) for part in (match["low"], match["high"]))
    if match["about"]:
        agrees = first in (low, high)
    elif not match["dash"]:
        agrees = low == high == first
    elif first is None:
        agrees = low is None and high in ((last or 0) - 1, last)
    elif last is None:
        agrees = high is None and low in (first, first + 1)
    else:
        agrees = (low, high) == (first, last)
    return agrees


def read_messages(paths: Iterable[Path]) -> dict[str, str]:
    """Returns the texts of message files by id: each paragraph on a line, without the mark of their start."""
    texts = {}
    for path in paths:
        parts = _MESSAGE.split(path.read_text("latin1"))
        for name, body in zip(parts[1::2], parts[2::2], strict=True):
            paragraphs = re.split(r"\n\s*\n", body.replace("[TEXT]", ""))
            texts[name] = "\n\n".join(" ".join(p.split()) for p in paragraphs if p.strip())
    return texts


@dataclass(slots=True)
class Tally:
    """What was found of what was asked for, by kind."""

    found: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, is_hit: bool) -> None:
        """Counts one."""
        self.found[kind] += is_hit
        self.total[kind] += 1

    def measure(self, name: str, kinds: Iterable[str], note: str = "") -> Measure:
        """Returns the share that was found of some kinds."""
        kinds = list(kinds)
        total = sum(self.total[kind] for kind in kinds)
        found = sum(self.found[kind] for kind in kinds)
        return Measure(name, 100 * found / total if total else None, total, note=note)


def tally_muc(reader: Reader, folder: Path, tests: Iterable[str]) -> tuple[Tally, list[Victim]]:
    """Reads the articles of MUC-4 tests and counts the victims found; returns those that are not, too."""
    tally, missed = Tally(), []
    for test in tests:
        keys = sorted((folder / test).glob("key*"))
        texts = read_messages(sorted((folder / test).glob(f"{test}-muc*")))
        victims = [victim for template in read_templates(keys) for victim in read_victims(template)]
        victims.sort(key=lambda victim: victim.message)
        for message, told in groupby(victims, lambda victim: victim.message):
            figures = reader.read(Article.of(texts[message], id=message)).figures
            for victim in told:
                hit = is_found(victim, figures)
                tally.add(victim.kind, hit)
                missed += [] if hit else [victim]
    return tally, missed


def measure_muc(reader: Reader, data: Path) -> Iterator[Measure]:
    """Yields the shares of the victims found on the two tests of MUC-4."""
    tally, _ = tally_muc(reader, data / MUC, MUC_TESTS)
    yield tally.measure(
        "MUC-4 victim numbers found", STATED, "one, plain and bounded: the text gives a number"
    )
    note = "with plural: the key knows of no number"
    yield tally.measure("MUC-4 victim numbers found, all kinds", (*STATED, "plural"), note)
    for kind in (*STATED, "plural"):
        yield tally.measure(f"MUC-4 victim numbers found, {kind}", [kind])
    yield tally.measure("MUC-4 named victims found", ["named"], "a name is no number; not in the total")


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident with what its articles yield.

    Attributes:
        id: its id.
        wanted: its final number of each measure.
        articles: the casualty figures of each of its articles.
    """

    id: str
    wanted: dict[str, int]
    articles: list[list[Figure]]

    def is_found(self, measure: str) -> bool:
        """Tells whether an article yields the number: of nobody, that it names no other number than zero."""
        wanted = self.wanted[measure]
        for figures in self.articles:
            told = [f for f in figures if f.measure == measure]
            if any(f.low == wanted == f.high for f in told) or (not wanted and not any(f.low for f in told)):
                return True
        return False


def read_incidents(reader: Reader, path: Path, most: int | None) -> Iterator[Incident]:
    """Yields the incidents of a file of local news, read, in the order of their ids."""
    rows = sorted(map(json.loads, path.read_text("utf8").splitlines()), key=lambda row: str(row["incident"]))
    for number, (name, group) in enumerate(groupby(rows, lambda row: str(row["incident"]))):
        if number == most:
            return
        told = [row for row in group if row["text"].strip()]
        if told:
            wanted = {"killed": int(told[0]["killed"]), "injured": int(told[0]["injured"])}
            yield Incident(name, wanted, [_read_row(reader, row) for row in told])


def _read_row(reader: Reader, row: dict[str, Any]) -> list[Figure]:
    article = Article.of(row["text"], id=row["doc_id"], published=row["dct"], title=row["title"])
    return [f for f in reader.read(article).figures if f.measure in EFFECTS.values()]


def measure_news(reader: Reader, data: Path, most: int | None) -> Iterator[Measure]:
    """Yields how often some article of an incident yields its final numbers."""
    tally = Tally()
    for incident in read_incidents(reader, data / NEWS, most):
        hits = {measure: incident.is_found(measure) for measure in incident.wanted}
        tally.add("both", all(hits.values()))
        for measure, hit in hits.items():
            tally.add(f"{measure}, {_group(incident.wanted[measure])}", hit)
    yield tally.measure("incidents with both numbers", ["both"], "some article each")
    for kind in sorted(tally.total.keys() - {"both"}):
        yield tally.measure(f"incidents, {kind}", [kind])


def _group(number: int) -> str:
    return str(number) if number < 2 else "2 or more"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.casualty", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--incidents", type=int, help="how many incidents to read; all if not given")
    options = parser.parse_args()
    from sayso.reader import load_reader

    reader = load_reader()
    measures: list[Measure] = []
    for corpus, measured in (
        (MUC, measure_muc(reader, options.data)),
        (NEWS, measure_news(reader, options.data, options.incidents)),
    ):
        if (options.data / corpus).exists():
            measures += measured
        else:
            measures.append(Measure(corpus, None, note=f"skipped: {options.data / corpus} is not there"))
    rows = [judge(measure, BARS) for measure in measures]
    print(format_table(({"measure": row["name"], **row} for row in rows), COLUMNS))


if __name__ == "__main__":
    main()

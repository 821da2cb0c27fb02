"""Authority: a file of known persons and bodies with their ids, by which actors are identified.

Two forms are read: CSV with the columns `id` and `name`, and if need be `kind` and `aliases`; and entities of
FollowTheMoney as JSON, one a line.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import ReconcileError
from sayso.reconcile.actor.sketch import ActorSketch, Name, split_name
from sayso.vocab import load_table

_UTF8 = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who is known.

    Attributes:
        id: such as a QID of Wikidata.
        name: the main name.
        person: whether it is a person; null where the file does not say.
        aliases: further names, short forms included.
    """

    id: str
    name: str
    person: bool | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Why an actor is somebody who is known.

    Attributes:
        entry: who that is.
        by: the name of the entry that the actor bears.
        rule: `name` or `alias`, whichever that is.
    """

    entry: Entry
    by: str
    rule: str


class Authority:
    """Known persons and bodies, found by their names."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._found: dict[tuple[bool, Name], dict[str, Identity]] = {}
        for entry in entries:
            for text in (entry.name, *entry.aliases):
                rule = "name" if text == entry.name else "alias"
                for person in (True, False) if entry.person is None else (entry.person,):
                    key = (person, split_name(text, "person" if person else "organisation"))
                    self._found.setdefault(key, {}).setdefault(entry.id, Identity(entry, text, rule))

    def identify(self, actor: ActorSketch) -> Identity | None:
        """Tells who an actor is, by its whole name or else by a short form that its article gives.

        Returns:
            Null where nobody bears the name, or several do: a name alone tells namesakes apart from nobody.
        """
        if not actor.name:
            return None
        person = actor.kind == "person"
        for name in (actor.name, *((short,) for short in sorted(actor.acronyms))):
            found = self._found.get((person, name), {})
            if found:
                return next(iter(found.values())) if len(found) == 1 else None
        return None


def read_authority(path: Path) -> Authority:
    """Reads an authority file; its ending tells its form.

    Raises:
        ReconcileError: it cannot be read (REC001), has another form (REC002), a row without id or name or one
            that does not hold together (REC003), or an id twice (REC004).
    """
    forms = load_table("authority")["endings"]
    form = next((form for form, endings in forms.items() if path.suffix.lower() in endings), None)
    if form is None:
        raise ReconcileError(
            "REC002", f"{path.name} is neither CSV nor JSON lines", "name it .csv or .jsonl", path=str(path)
        )
    try:
        text = path.read_text(_UTF8)
    except (OSError, UnicodeDecodeError) as error:
        raise ReconcileError(
            "REC001",
            f"{path.name} cannot be read ({error})",
            "check its path; save it as UTF-8",
            path=str(path),
        ) from error
    rows = _read_csv(text) if form == "csv" else _read_lines(text)
    seen: dict[str, Entry] = {}
    for line, entry in rows:
        if entry.id in seen:
            raise ReconcileError(
                "REC004", f"line {line}: the id {entry.id} stands twice", "join its rows", line=line
            )
        seen[entry.id] = entry
    return Authority(seen.values())


def _read_csv(text: str) -> Iterator[tuple[int, Entry]]:
    table = load_table("authority")
    rows = csv.DictReader(text.splitlines())
    missing = {"id", "name"} - {*(rows.fieldnames or ())}
    if missing:
        raise _complain(1, f"there is no column {' and none '.join(sorted(missing))}")
    for row in rows:
        aliases = [alias.strip() for alias in (row.get("aliases") or "").split(table["separator"])]
        yield rows.line_num, _make(rows.line_num, row["id"], [row["name"], *aliases], row.get("kind"))


def _read_lines(text: str) -> Iterator[tuple[int, Entry]]:
    """Yields the entities of FollowTheMoney that are somebody; addresses and the like are passed over."""
    table = load_table("authority")
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            entity = json.loads(content)
        except ValueError as error:
            raise _complain(line, f"it is not JSON ({error})") from error
        if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
            raise _complain(line, "it is no entity with properties")
        if entity.get("schema") in table["schemata"]:
            yield line, _read_entity(line, entity)


def _read_entity(line: int, entity: Mapping[str, Any]) -> Entry:
    """Reads an entity; the id of an authority that it names counts before its own."""
    table = load_table("authority")
    values = {
        key: [found] if isinstance(found, str) else found for key, found in entity["properties"].items()
    }
    if not all(isinstance(found, list) for found in values.values()):
        raise _complain(line, "its properties are not lists of values")
    names = [str(name) for key in table["names"] for name in values.get(key, ())]
    known = next((str(found) for key in table["ids"] for found in values.get(key, ())), None)
    return _make(line, known or entity.get("id"), names, entity.get("schema"))


def _make(line: int, id: object, names: Sequence[str | None], kind: str | None) -> Entry:
    """Makes an entry; the first name is the main one."""
    kept = [name.strip() for name in names if name and name.strip()]
    if not id or not str(id).strip() or not kept or not (names[0] or "").strip():
        raise _complain(line, "it has no id or no name")
    persons, said = load_table("authority")["person"], (kind or "").strip().lower()
    aliases = tuple(dict.fromkeys(name for name in kept if name != kept[0]))
    return Entry(str(id).strip(), kept[0], said in persons if said else None, aliases)


def _complain(line: int, fault: str) -> ReconcileError:
    return ReconcileError("REC003", f"line {line}: {fault}", "complete the row, or leave it out", line=line)

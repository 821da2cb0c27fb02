"""Authority files: forms, errors and whom an actor is told to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import ReconcileError
from sayso.model import ActorKind, Span
from sayso.reconcile.actor import ActorSketch
from sayso.reconcile.authority import Authority, Identity, read_authority

TABLE = """\
id,name,kind,aliases
Q1,Ines Kubiak,person,I. M. Kubiak
Q2,National Storm Fund,organisation,NSF;Storm Fund
Q3,Jan Kral,person,
Q4,Jan Kral,person,
"""


def sketch(name: str, kind: ActorKind = "person", *acronyms: str) -> ActorSketch:
    span = Span(start=0, end=len(name), text=name)
    return ActorSketch("a", "N1", span, kind, tuple(name.lower().split()), frozenset(acronyms))


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf8")
    return path


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return read_authority(write(tmp_path, "known.csv", TABLE))


def get_id(identity: Identity | None) -> str | None:
    return None if identity is None else identity.entry.id


def test_a_name_is_found(authority: Authority) -> None:
    """An actor who bears a listed name is who is listed, by that name."""
    identity = authority.identify(sketch("Ines Kubiak"))
    assert identity is not None
    assert (identity.entry.id, identity.rule, identity.by) == ("Q1", "name", "Ines Kubiak")


def test_an_alias_is_found(authority: Authority) -> None:
    """Aliases are parted by semicolons."""
    identity = authority.identify(sketch("Storm Fund", "organisation"))
    assert identity is not None
    assert (identity.entry.id, identity.rule) == ("Q2", "alias")


def test_an_articles_own_short_form_is_found(authority: Authority) -> None:
    """A body under a name that is not listed is found by the short form that its article gives."""
    assert get_id(authority.identify(sketch("Storm Relief Fund", "organisation", "nsf"))) == "Q2"


def test_namesakes_are_nobody(authority: Authority) -> None:
    """A name that two bear tells nothing."""
    assert authority.identify(sketch("Jan Kral")) is None


def test_a_person_is_no_body(authority: Authority) -> None:
    """The kind must fit."""
    assert authority.identify(sketch("Ines Kubiak", "organisation")) is None


def test_a_surname_alone_is_nobody(authority: Authority) -> None:
    """Only whole names count."""
    assert authority.identify(sketch("Kubiak")) is None


def test_entities_of_followthemoney_are_read(tmp_path: Path) -> None:
    """The QID counts before the entity's own id; what is nobody is passed over."""
    person = {"name": ["Ines Kubiak"], "alias": ["Inka Kubiak"], "wikidataId": ["Q1"]}
    rows = [
        {"id": "x-1", "schema": "Person", "properties": person},
        {"id": "x-2", "schema": "Address", "properties": {"full": ["1 Quay"]}},
    ]
    lines = "\n".join(map(json.dumps, rows))
    found = read_authority(write(tmp_path, "known.jsonl", lines)).identify(sketch("Inka Kubiak"))
    assert get_id(found) == "Q1"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("known.xml", "", "REC002"),
        ("known.csv", "name,qid\nInes Kubiak,Q1\n", "REC003"),
        ("known.csv", "id,name\n,Ines Kubiak\n", "REC003"),
        ("known.csv", "id,name\nQ1\n", "REC003"),
        ("known.csv", "id,name\nQ1,Ines\nQ1,Jan\n", "REC004"),
        ("known.jsonl", "{", "REC003"),
        ("known.jsonl", '{"id": "x", "schema": "Person", "properties": {}}', "REC003"),
        ("known.jsonl", '{"id": "x", "schema": "Person", "properties": {"name": 3}}', "REC003"),
        ("known.jsonl", "[]", "REC003"),
    ],
)
def test_what_is_no_authority_file_is_an_error(tmp_path: Path, name: str, text: str, code: str) -> None:
    """Each fault has its code."""
    with pytest.raises(ReconcileError) as caught:
        read_authority(write(tmp_path, name, text))
    assert caught.value.code == code


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A missing file has a code as well."""
    with pytest.raises(ReconcileError) as caught:
        read_authority(tmp_path / "none.csv")
    assert caught.value.code == "REC001"

"""Participants: who does it and to whom it is done, by the tree where the encoder names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader.figure.word import Words, find_kinds
from sayso.reader.stem import list_stems
from sayso.vocab import load_table

ROLES = ACTOR, RECIPIENT = ("actor", "recipient")
FARTHEST = 4
"""How many steps up a tree the subject of a verb is looked for."""
Found = Iterator[tuple[str, int]]


def find_participants(words: Words, at: int, kind: str) -> Found:
    """Yields the participants of a happening that the tree names: role, and head word.

    Args:
        words: the text with its tree.
        at: the word that tells of the happening.
        kind: its type.
    """
    read = _read_verb if words.pos[at] in ("VERB", "AUX") else _read_noun
    found = read(words, at, kind)
    yield from ((role, head) for role, head in found if _can_act(words, head))


def _can_act(words: Words, at: int) -> bool:
    """Tells whether a word stands for somebody, or for a place, body or thing with a name of its own."""
    if words.pos[at] == "PRON":
        return words.lower[at] not in load_table("event_participant")["impersonal"]
    named = words.label[at] not in ("", "Date", "Money", "Misc")
    return named or bool(find_kinds(words.lower[at]) & set(load_table("event_participant")["acting"]))


def _read_verb(words: Words, at: int, kind: str) -> Found:
    """Reads subject, objects and agent of a verb."""
    objects = _list(words, at, "obj") or _list(words, at, "iobj")
    passive = _is_passive(words, at)
    subject = _find_subject(words, at)
    if subject is not None:
        undergone = passive or (not objects and kind in load_table("event_participant")["undergone"])
        yield (RECIPIENT if undergone else ACTOR), subject
    for child in words.children[at]:
        if words.dep[child].startswith("obl"):
            yield from _read_case(words, child, bare=not objects and not passive)
    if not passive:
        for child in objects:
            yield RECIPIENT, child


def _read_case(words: Words, child: int, *, bare: bool) -> Found:
    """Reads what a preposition ties to a happening; `bare` is one that nothing else is done to."""
    table = load_table("event_participant")
    if words.label[child] in ("Date", "Location") and words.lower[child - 1] not in table["by"]:
        return
    case = next((words.lower[c] for c in words.children[child] if words.dep[c] == "case"), "")
    if case in table["by"]:
        yield ACTOR, child
    elif bare and case in table["towards"]:
        yield RECIPIENT, child


def _read_noun(words: Words, at: int, kind: str) -> Found:
    """Reads what qualifies a noun, and the subject of the verb over it ("launched an attack")."""
    table = load_table("event_participant")
    owned = kind in table["owned"]
    for child in words.children[at]:
        dep = words.dep[child]
        if dep == "nmod:poss":
            yield (RECIPIENT if owned else ACTOR), child
        elif dep == "nmod":
            of = any(words.lower[c] == "of" for c in words.children[child])
            if of and not owned:
                yield ACTOR, child
            else:
                yield from _read_case(words, child, bare=True)
    over = words.head[at]
    if words.dep[at] in ("obj", "nsubj:pass") and over != at:
        stems = set(list_stems(words.lower[over]))
        if (
            words.dep[at] == "obj"
            and stems & set(table["light"])
            and (actor := _find_subject(words, over)) is not None
        ):
            yield (RECIPIENT if stems & set(table["suffered"]) else ACTOR), actor


def _list(words: Words, at: int, dep: str) -> list[int]:
    return [child for child in words.children[at] if words.dep[child] == dep]


def _is_passive(words: Words, at: int) -> bool:
    if any(words.dep[child] in ("aux:pass", "nsubj:pass") for child in words.children[at]):
        return True
    return words.tag[at] == "VBN" and words.dep[at] in ("acl", "amod")


def _find_subject(words: Words, at: int) -> int | None:
    """Returns the subject of a verb: its own, that of the verb over it, or the noun that it qualifies."""
    for _ in range(FARTHEST):
        own = next((c for c in words.children[at] if words.dep[c] in ("nsubj", "nsubj:pass")), None)
        over, dep = words.head[at], words.dep[at]
        if own is not None:
            is_relative = words.lower[own] in load_table("event_participant")["relative"]
            return over if is_relative and dep == "acl:relcl" else own
        if over == at:
            return None
        if dep in ("acl", "amod") and words.tag[at] in ("VBN", "VBG"):
            return over
        if dep == "xcomp":
            controlled = _list(words, over, "obj")
            if controlled:
                return controlled[0]
        if dep not in ("xcomp", "conj", "advcl") or _is_passive(words, at) != _is_passive(words, over):
            return None
        at = over
    return None


def widen(words: Words, at: int) -> tuple[int, int]:
    """Returns the noun phrase around its head word: first and past-the-last token."""
    near = {"det", "amod", "compound", "nummod", "nmod:poss", "flat", "case"}
    start, end = at, at + 1
    for child in words.children[at]:
        dep = words.dep[child]
        if child < at and dep in near and not (dep == "case" and words.lower[child] != "of"):
            start = min(start, _reach(words, child))
        elif child > at and dep in ("flat", "compound") and child == end:
            end = child + 1
    return start, end


def _reach(words: Words, at: int) -> int:
    return min([at, *(_reach(words, child) for child in words.children[at] if child < at)])

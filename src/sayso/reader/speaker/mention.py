"""Mentions: the names, pronouns and common nouns that may refer to somebody, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.reader.figure.word import Words
from sayso.reader.noun import is_plural_noun
from sayso.reader.speaker.name import Name
from sayso.reader.speaker.noun import is_body_noun, is_person_noun, tell_noun_gender
from sayso.vocab import load_table

MentionKind = Literal["name", "he", "she", "it", "they", "person", "body", "thing"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that may refer to somebody.

    Attributes:
        head: its head token.
        start, end: its tokens, half open.
        kind: a name, a pronoun by its number and gender, or a noun by what it is one for.
        plural: whether it stands for several.
        definite: whether it means something known: a pronoun, or a noun with "the", "this" or a possessor.
        gender: "he" or "she" where its noun tells.
        name: the name, or None.
    """

    head: int
    start: int
    end: int
    kind: MentionKind
    plural: bool
    definite: bool
    gender: str = ""
    name: Name | None = None


def find_mentions(words: Words, names: Sequence[Name], wanted: Iterable[int]) -> list[Mention]:
    """Finds the mentions of a text, in the order of their heads.

    Args:
        words: the words of the text.
        names: its names.
        wanted: tokens that are to be mentions whatever noun they are.
    """
    found = {find_head(words, name.start, name.end): name for name in names if name.kind != "people"}
    held = {i for name in names for i in range(name.start, name.end)} - found.keys()
    needed = set(wanted)
    mentions = []
    for at, pos in enumerate(words.pos):
        if at in found:
            name = found[at]
            mentions.append(Mention(at, name.start, name.end, "name", plural=False, definite=True, name=name))
        elif at in held:
            continue
        elif pos == "PRON":
            mentions += _read_pronoun(words, at)
        elif at in needed or (
            pos in ("NOUN", "PROPN") and words.dep[at] not in ("compound", "flat", "fixed")
        ):
            mentions += _read_noun(words, at, at in needed)
    return mentions


def find_head(words: Words, start: int, end: int) -> int:
    """Returns the first token of [start, end) whose own head lies outside, or is itself."""
    for at in range(start, end):
        if not start <= words.head[at] < end or words.head[at] == at:
            return at
    return start


def _read_pronoun(words: Words, at: int) -> list[Mention]:
    forms: dict[str, MentionKind] = load_table("speaker")["person_of"]
    kind = forms.get(words.lower[at])
    if kind is None:
        return []
    return [Mention(at, at, at + 1, kind, plural=kind == "they", definite=True)]


def _read_noun(words: Words, at: int, needed: bool) -> list[Mention]:
    word, table = words.lower[at], load_table("speaker")
    kind: MentionKind = "person" if is_person_noun(word) else "body" if is_body_noun(word) else "thing"
    if kind == "thing" and not (needed or word in table["document"]):
        return []
    start = at
    while start > 0 and (
        words.pos[start - 1] in ("ADJ", "NOUN", "PROPN", "NUM")
        or words.tag[start - 1] in ("HYPH", "VBN", "POS")
    ):
        start -= 1
    opening = words.lower[start - 1] if start else ""
    vague = any(word in table["vague"] for word in words.lower[start:at])
    definite = not vague and (opening in table["definite"] or "POS" in words.tag[start:at])
    start -= any(opening in table[key] for key in ("definite", "indefinite", "possessive"))
    plural = words.tag[at] in ("NNS", "NNPS") or is_plural_noun(word)
    return [Mention(at, start, at + 1, kind, plural, definite, tell_noun_gender(word))]

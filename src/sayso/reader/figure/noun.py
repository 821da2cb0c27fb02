"""What a quantity counts: the noun phrase after it, or the noun that it is said of."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader.figure.word import Words, find_kinds
from sayso.vocab import load_table

_INNER = {"ADJ", "NOUN", "PROPN", "NUM"}
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun phrase that a quantity counts, in tokens.

    Attributes:
        head: its head noun, pronoun or nominal adjective.
        start: its first token.
        end: the token after its last.
        partitive: whether the quantity is a part of it ("four of whom").
    """

    head: int
    start: int
    end: int
    partitive: bool


def find_counted(words: Words, after: int, vague: bool) -> Counted | None:
    """Finds the noun phrase that a quantity before token `after` counts, or None where none follows it.

    Args:
        words: the words of the text.
        after: the first token after the quantity.
        vague: whether the quantity takes in an "of" that follows ("dozens of people").
    """
    if after >= len(words):
        return None
    if words.lower[after] == "of" or vague:
        start = after + 1 if words.lower[after] == "of" else after
        return _find_whole(words, start, after if not vague else start)
    start = after
    if words.lower[after] in load_table("figure_grammar")["quotation_or_hyphen"] and after + 1 < len(words):
        start = after + 1
    head = _scan(words, start)
    return None if head is None else Counted(head, start, head + 1, False)


def _find_whole(words: Words, start: int, shown: int) -> Counted | None:
    """Finds the phrase after "of": a pronoun, or a noun phrase with its determiners and possessor."""
    at = start
    while at < min(len(words), start + _LONGEST):
        if words.pos[at] == "PRON" and words.tag[at] not in ("PRP$", "WP$"):
            return Counted(at, shown, at + 1, True)
        if words.pos[at] in ("DET", "NUM", "PRON"):
            at += 1
            continue
        head = _scan(words, at)
        if head is None:
            return None
        if head + 1 < len(words) and words.tag[head + 1] == "POS":
            at = head + 2
            continue
        return Counted(head, shown, head + 1, True)
    return None


def _scan(words: Words, start: int) -> int | None:
    """Returns the last noun of the run of adjectives, participles and nouns that starts at a token."""
    head, at = None, start
    stop = load_table("figure_noun")["stop"]
    while at < min(len(words), start + _LONGEST):
        pos, tag = words.pos[at], words.tag[at]
        if words.lower[at] in stop or words.label[at] in ("Date", "Money"):
            break
        follows_noun = head is not None and head == at - 1
        if pos in ("NOUN", "PROPN") or (_is_nominal(words, at) and not follows_noun):
            head = at
            if not _continues(words, at):
                break
        elif not (pos in _INNER or tag == "HYPH" or _leads(words, at, head is None) or _joins(words, at)):
            break
        at += 1
    return head


def _is_nominal(words: Words, at: int) -> bool:
    """Tells whether an adjective stands for those whom it describes: "three deceased", "eight Afghan"."""
    return (
        words.pos[at] == "ADJ"
        and words.dep[at] not in ("amod", "compound")
        and bool(find_kinds(words.lower[at]))
    )


def _continues(words: Words, at: int) -> bool:
    """Tells whether a noun qualifies the next word: a plural ends its phrase unless the tree says more."""
    if at + 1 >= len(words):
        return False
    if words.tag[at + 1] == "HYPH" or words.lower[at + 1] == "related":
        return True
    following = words.pos[at + 1] in ("NOUN", "PROPN", "ADJ")
    if words.tag[at] in ("NNS", "NNPS"):
        return (
            following and words.dep[at] in ("compound", "nmod", "nmod:desc", "amod") and words.head[at] > at
        )
    return True


def _leads(words: Words, at: int, first: bool) -> bool:
    """Tells whether a participle qualifies a noun that follows it: "wounded people", not "people wounded"."""
    if words.tag[at] not in ("VBN", "VBG"):
        return False
    if first and at + 1 < len(words) and words.pos[at + 1] in ("NOUN", "ADJ"):
        return True
    return words.dep[at] in ("amod", "compound") and words.head[at] > at


def _joins(words: Words, at: int) -> bool:
    """Tells whether a word joins or strengthens adjectives before one noun ("Iraqi and allied troops")."""
    if at + 1 >= len(words):
        return False
    if words.pos[at] == "ADV" and not words.tag[at].startswith("W"):
        return words.head[at] > at and words.pos[words.head[at]] in ("ADJ", "VERB", "NOUN")
    if words.lower[at] in load_table("figure_grammar")["conjunction"]:
        return (
            at > 0 and words.pos[at - 1] == "ADJ" and words.dep[at - 1] == "amod" and words.head[at - 1] > at
        )
    return False

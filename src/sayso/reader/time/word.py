"""Words: what tags and trees say about the words of an expression of time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from sayso.vocab import load_table

FARTHEST = 12
"""How many steps up a tree a verb is looked for; a tree of a doc that was not parsed may never end."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of a doc, with what the guards ask of it."""

    at: int
    text: str
    tag: str
    entity: str

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def _load_cues() -> dict[str, list[str]]:
    cues: dict[str, list[str]] = load_table("time")["tenses"]
    return cues


class Words:
    """The tokens of a doc, found by the offsets of their characters.

    Attributes:
        doc: the doc; its tags and trees may be missing.
        text: its text, which a doc puts together anew each time that it is asked.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text

    @cached_property
    def _rows(self) -> list[list[int]]:
        """Offset, length, tag, part of speech, head, relation and entity of each token, column by column."""
        from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LENGTH, POS, TAG
        from spacy.tokens import Doc as SpacyDoc

        columns = SpacyDoc.to_array(self.doc, [IDX, LENGTH, TAG, POS, HEAD, DEP, ENT_TYPE])
        rows: list[list[int]] = columns.astype("int64").T.tolist()
        return rows

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        children: dict[int, list[int]] = {}
        for at, step in enumerate(self._rows[4]):
            if step:
                children.setdefault(at + step, []).append(at)
        return children

    def word(self, at: int) -> Word | None:
        """Returns the word of a number, or null outside of the doc."""
        starts, lengths, tags, *_, entities = self._rows
        if not 0 <= at < len(starts):
            return None
        text = self.text[starts[at] : starts[at] + lengths[at]]
        return Word(at, text, self._name(tags[at]), self._name(entities[at]))

    def find(self, offset: int) -> Word | None:
        """Returns the word that holds the character at an offset, or the last one before it."""
        return self.word(bisect_right(self._rows[0], offset) - 1)

    def after(self, offset: int) -> Word | None:
        """Returns the first word that begins at an offset or after it, white space left out."""
        word = self.word(bisect_right(self._rows[0], offset - 1))
        while word is not None and word.text.isspace():
            word = self.word(word.at + 1)
        return word

    def before(self, offset: int) -> Word | None:
        """Returns the last word that begins before an offset, white space left out."""
        word = self.word(bisect_right(self._rows[0], offset - 1) - 1)
        while word is not None and word.text.isspace():
            word = self.word(word.at - 1)
        return word

    def tense(self, start: int, end: int) -> int:
        """Returns the tense of the verb that governs the words [start, end): -1 past, 1 future, 0 unknown.

        A verb right before them governs them, whatever the tree says ("ruled Wednesday that"), and "until"
        and "as soon as" look ahead, but for "Until" at the head of a sentence.
        """
        cues = _load_cues()
        near, follower = self.before(start), self.after(end)
        if near is not None and near.text in cues["ahead"]:
            return 1
        if near is not None and near.lower in cues["leads"]:
            near = self.word(near.at - 1)
        if near is not None and near.tag.startswith("VB"):
            return self._tell_tense(near.at)
        last = self.find(end - 1)
        if last is None or (follower is not None and follower.tag == "POS"):
            return 0
        return self._tell_tense(self._find_predicate(last.at))

    def _find_predicate(self, at: int) -> int:
        """Returns the verb over a word, or the predicate with a copula, or the root."""
        for _ in range(FARTHEST):
            has_copula = "cop" in map(self._dep, self._children.get(at, ()))
            if has_copula or self._pos(at) in ("VERB", "AUX") or not self._rows[4][at]:
                break
            at += self._rows[4][at]
        return at

    def _tell_tense(self, at: int, depth: int = 3) -> int:
        """Tells the tense of a predicate by its form, its auxiliaries and what leads to it."""
        cues, word = _load_cues(), self.word(at)
        if word is None or not depth:
            return 0
        helpers = {
            child.lower
            for one in self._children.get(at, ())
            if self._dep(one) in ("aux", "aux:pass", "cop", "mark") and (child := self.word(one))
        }
        is_planned = word.lower in cues["plans"] or self._is_planned(at)
        for name, tense in (("perfect", -1), ("future", 1), ("past", -1)):
            if not helpers.isdisjoint(cues[name]) or (is_planned and name == "future"):
                return tense
        if word.tag == "VB" and "to" in helpers:
            return self._tell_tense_over(at, depth)
        if word.tag in ("VBD", "VBN") and helpers.isdisjoint(cues["present"]):
            return -1
        return int(word.tag in ("VBP", "VBZ") and not helpers and word.lower not in cues["standing"])

    def _tell_tense_over(self, at: int, depth: int) -> int:
        """Tells the tense of an infinitive: that of the predicate over it, or future after "agreed to"."""
        if not (step := self._rows[4][at]):
            return 0
        over = self._find_predicate(at + step)
        governor = self.word(over)
        leads = governor is not None and governor.lower in _load_cues()["leads_to"]
        return 1 if leads else self._tell_tense(over, depth - 1)

    def _is_planned(self, at: int) -> bool:
        """Tells whether "due to" or the like stands before a word, whatever the tree makes of it."""
        cues = _load_cues()
        to, plan, *before = (word.lower if (word := self.word(at - step)) else "" for step in (1, 2, 3, 4))
        is_led = to == "to" and (plan in cues["plans"] or plan in cues["leads_to"])
        return is_led and not any(word in cues["perfect"] for word in before)

    def _pos(self, at: int) -> str:
        return self._name(self._rows[3][at])

    def _dep(self, at: int) -> str:
        return self._name(self._rows[5][at])

    def _name(self, key: int) -> str:
        return self.doc.vocab.strings[key % 2**64] if key else ""

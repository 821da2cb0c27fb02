"""Words: what tags and trees say about the words of an expression of time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc


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

    def head(self, at: int) -> int:
        """Returns the number of the word over a word, its own for a root."""
        return at + self._rows[4][at]

    def children(self, at: int) -> list[int]:
        """Returns the numbers of the words right below a word."""
        return self._children.get(at, [])

    def pos(self, at: int) -> str:
        """Returns the part of speech of a word, in universal tags."""
        return self._name(self._rows[3][at])

    def dep(self, at: int) -> str:
        """Returns the relation of a word to the one over it."""
        return self._name(self._rows[5][at])

    def _name(self, key: int) -> str:
        return self.doc.vocab.strings[key % 2**64] if key else ""

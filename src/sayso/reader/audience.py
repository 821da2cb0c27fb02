"""Audiences: to whom the words of an attribution were said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sayso.reader.figure.word import Words
from sayso.reader.passive import find_hearer, is_passive
from sayso.reader.span import Range, meets
from sayso.reader.speaker.noun import is_body_noun, is_person_noun
from sayso.vocab import load_table

LONGEST = 12
REACH = 40


class AudienceReader:
    """Finds audiences in one text.

    Attributes:
        words: the words of the text.
        named: the tokens that its names hold.
    """

    def __init__(self, words: Words, named: Collection[int]) -> None:
        self.words, self.named = words, named
        self.table = load_table("audience")

    def find(self, cue: Range | None, content: Sequence[Range], source: Range | None) -> Range | None:
        """Finds the audience: who was told, the object of the cue, who follows "to", or the words' occasion.

        Args:
            cue: characters of the cue, or None.
            content: characters of what was said.
            source: characters of the source, or None.
        """
        if cue is None:
            return None
        words = self.words
        hearer = find_hearer(words, cue)
        if hearer is not None and not (source and meets(hearer, source)):
            return hearer
        first, last = words.find(cue[0]), words.find(cue[1] - 1)
        for start in self._list_starts(first, last, content):
            always = start == last + 1 and any(
                words.lower[at] in self.table["always"] for at in range(first, start)
            )
            found = self._read_phrase(start, always)
            if found is not None and not (source and meets(found, source)) and not _is_inside(found, content):
                return found
        return None

    def _list_starts(self, first: int, last: int, content: Sequence[Range]) -> Iterator[int]:
        """Yields the tokens that phrases may start at, the surest first."""
        words, table = self.words, self.table
        verb = next((at for at in range(last, first - 1, -1) if words.lower[at] in table["telling"]), None)
        if (
            verb is not None
            and not is_passive(words, verb)
            and (words.lower[verb] in table["always"] or self._has_object(verb, last, content))
        ):
            yield last + 1
        if words.lower[last] == "on" and words.lower[max(last - 1, 0)] in table["on"]:
            yield last + 1
        told = any(words.lower[at] in table["said_to"] or at == verb for at in range(first, last + 1))
        if told and words.lower[last] == "to":
            yield last + 1
        if told:
            yield from self._find_recipients(first, last)
        yield from self._find_settings(first, content)

    def _has_object(self, verb: int, last: int, content: Sequence[Range]) -> bool:
        """Tells whether somebody behind the cue is the object of its verb, by the tree or by what follows."""
        words = self.words
        found = self._read_phrase(last + 1)
        if found is not None and words.lower[last + 1] not in self.table["not"]:
            after = words.find(found[1] - 1) + 1
            begins = any(words.find(start) in (after, after + 1) for start, _ in content)
            if begins or (after < len(words) and words.lower[after] in self.table["following"]):
                return True
        for at in range(last + 1, min(last + 8, len(words))):
            if words.head[at] == verb and words.dep[at] in ("obj", "iobj"):
                return self._is_somebody(at)
            if words.pos[at] in ("VERB", "AUX", "PUNCT"):
                return False
        return False

    def _find_recipients(self, first: int, last: int) -> Iterator[int]:
        """Yields what follows "to" where it depends on the cue: "said to the council"."""
        words = self.words
        for at in range(last + 1, min(last + REACH, len(words) - 1)):
            if words.sentence[at] != words.sentence[last]:
                return
            if words.lower[at] == "to" and words.pos[at] == "ADP":
                noun = words.head[at]
                if first <= words.head[noun] <= last and self._is_somebody(noun):
                    yield at + 1

    def _find_settings(self, first: int, content: Sequence[Range]) -> Iterator[int]:
        """Yields whom the sentence says that the words were spoken or written to: "in an interview with"."""
        words, table = self.words, self.table
        sentence = words.sentence[first]
        low = max(first - REACH, 0)
        for at in range(low, min(first + REACH, len(words) - 1)):
            if words.sentence[at] != sentence or _holds(content, words.starts[at]):
                continue
            word, follows = words.lower[at], words.lower[at + 1]
            if word == "addressing" or (word in table["setting_verb"] and follows in ("to", "with")):
                yield at + 1 + (follows in ("to", "with"))
            elif (
                word in table["setting_noun"]
                and words.lower[at - 1] != "to"
                and follows in table["setting_link"]
            ):
                yield at + 2

    def _is_somebody(self, at: int) -> bool:
        word = self.words.lower[at]
        return (
            at in self.named
            or word in self.table["pronoun"]
            or self.words.pos[at] == "PRON"
            or (is_person_noun(word) or is_body_noun(word) or word in self.table["public"])
        )

    def _read_phrase(self, start: int, always: bool = False) -> Range | None:
        """Reads the noun phrase that starts at a token, up to a verb, a mark or a time.

        Args:
            start: the token.
            always: whether it means somebody whatever its noun.
        """
        words, at = self.words, start
        if start >= len(words) or words.lower[start] in self.table["not"]:
            return None
        if words.lower[start] in self.table["pronoun"]:
            return words.starts[start], words.ends[start]
        while at < min(start + LONGEST, len(words)):
            if at in self.named or (self._is_inner(at) and words.label[at] != "Date"):
                at += 1
                continue
            joins = words.lower[at] in self.table["tail"] and at > start and at + 1 < len(words)
            if (
                not joins
                or words.label[at + 1] == "Date"
                or not (at + 1 in self.named or self._is_inner(at + 1))
            ):
                break
            if words.lower[at] == "in" and at + 1 not in self.named:
                break
            at += 1
        nouns = [i for i in range(start, at) if i in self.named or words.pos[i] in ("NOUN", "PROPN", "PRON")]
        if not nouns or not (always or any(self._is_somebody(i) for i in nouns)):
            return None
        return words.starts[start], words.ends[nouns[-1]]

    def _is_inner(self, at: int) -> bool:
        words = self.words
        return words.pos[at] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or words.tag[at] in (
            "HYPH",
            "POS",
            "PRP$",
        )


def _is_inside(found: Range, content: Sequence[Range]) -> bool:
    """Tells whether a phrase stands inside of what was said, or is all of it; it may be its begin."""
    return any(a < found[0] < b or (a == found[0] and found[1] >= b) for a, b in content)


def _holds(ranges: Sequence[Range], at: int) -> bool:
    return any(start <= at < end for start, end in ranges)

"""What happened to those counted, read from the order of the words: it holds where a parse fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reader.figure.word import Words, find_cue
from sayso.vocab import load_table

_NOMINAL = {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"}
_FAR = 16
_TAIL = 7


@dataclass(frozen=True, slots=True)
class Surface:
    """Reads the words beside those counted in one text.

    Attributes:
        words: the words of the text.
        things: whether it is things that are counted.
    """

    words: Words
    things: bool = False

    def read_within(self, start: int, head: int) -> str | None:
        """Reads the adjectives of a noun phrase from token `start` to its head ("25 wounded people")."""
        words = self.words
        inner = (i for i in range(start, head) if words.pos[i] in ("ADJ", "VERB"))
        cues = (self._find_cue(words.lower[i], "state") for i in inner)
        return next((cue for cue in cues if cue), None)

    def read_before(self, start: int) -> str | None:
        """Reads the verb or the noun just before token `start` ("killing 20", "the deaths of 29")."""
        words, at = self.words, start - 1
        while at > 0 and (words.pos[at] in ("ADV", "DET", "PUNCT") or words.tag[at] == "PRP$"):
            if words.lower[at] in load_table("figure_grammar")["sentence_part_end"]:
                return None
            at -= 1
        if at < 0 or words.sentence[at] != words.sentence[start]:
            return None
        if at and (
            words.lower[at] in load_table("figure_grammar")["harm_preposition"]
            or (self.things and words.lower[at] == "to")
        ):
            return self._find_cue(words.lower[at - 1], "of")
        if words.pos[at] == "ADJ" and at and words.pos[at - 1] == "VERB":
            return self._find_cue(words.lower[at], "state")
        return self._read_active(at)

    def read_joined(self, start: int) -> str | None:
        """Reads the verb that a quantity shares with what it is joined to ("killing him and two others")."""
        words, at = self.words, start - 1
        if at < 0 or words.lower[at] not in load_table("figure_grammar")["shared_verb_joint"]:
            return None
        low = max(0, start - _FAR)
        while at >= low and words.sentence[at] == words.sentence[start]:
            if words.pos[at] == "VERB" and words.lower[at] not in load_table("figure_grammar")["no_governor"]:
                return self._read_active(at)
            if words.pos[at] == "AUX" or words.lower[at] in load_table("figure_grammar")["clause_opener"]:
                return None
            at -= 1
        return None

    def read_after(self, end: int) -> str | None:
        """Reads the predicate that follows token `end` ("five people were killed", "eight dead")."""
        words = self.words
        if self._is_fatal(end):
            return "killed"
        verb, passive = self._find_predicate(end)
        if verb is None:
            return self._read_place(end)
        limit = min(len(words), verb + _TAIL)
        found = [self._read_predicate(verb, passive)]
        tail = list(self._list_tail(verb, limit))
        found += [
            self._read_tail(at, passive) or self._read_phrase(at, limit, "later_phrases") for at in tail
        ]
        if "injured" in found and load_table("figure_grammar")["fatal_end"] in " ".join(
            words.lower[verb:limit]
        ):
            found.append("killed")
        return self._read_phrase(verb, limit) or choose(found) or self._read_place(end)

    def _is_fatal(self, end: int) -> bool:
        """Tells whether an adverb alone says that somebody died: "four were shot, one fatally"."""
        words = self.words
        fatal = end < len(words) and words.lower[end] in load_table("figure_grammar")["fatal"]
        return fatal and (end + 1 == len(words) or words.pos[end + 1] != "VERB")

    def _list_tail(self, verb: int, limit: int) -> Iterator[int]:
        """Yields the tokens after a verb that are said of the same people, up to token `limit`."""
        words, ends = self.words, load_table("figure_grammar")["clause_end"]
        for at in range(verb + 1, limit):
            if (
                words.sentence[at] != words.sentence[verb]
                or words.pos[at] == "NUM"
                or words.lower[at] in ends
                or words.dep[at].startswith("nsubj")
            ):
                return
            if words.lower[at] == "and" and words.pos[min(at + 1, len(words) - 1)] not in ("VERB", "ADV"):
                return
            yield at

    def _read_tail(self, at: int, passive: bool) -> str | None:
        """Reads one word after a verb: a further verb, or a state."""
        words, table = self.words, load_table("figure_grammar")
        following = min(at + 1, len(words) - 1)
        if words.pos[at] == "VERB":
            did = words.lower[at - 1] in table["perfect"]
            undergoes = not did and (passive or words.lower[at - 1] in table["be_infinitive"])
            if (undergoes and words.tag[at] in ("VBN", "VBD")) or words.lower[following] in table[
                "reflexive"
            ]:
                return self._read_patient(at)
            return self._find_cue(words.lower[at], "agent")
        qualifies = words.pos[at] == "ADJ" and words.pos[following] == "NOUN"
        return None if qualifies else self._find_cue(words.lower[at], "state")

    def _read_place(self, end: int) -> str | None:
        """Reads where those counted are ("eight others on board", "under the rubble", "among the dead")."""
        words = self.words
        limit = min(len(words), end + _TAIL)
        if end >= limit or words.sentence[end] != words.sentence[end - 1]:
            return None
        origin = words.lower[end] in load_table("figure_grammar")["origin_preposition"]
        if words.lower[end] == "aboard" or (words.pos[end] == "ADP" and not origin):
            states = [self._find_cue(word, "state") for word in words.lower[end : min(end + 3, limit)]]
            if choose(states):
                return choose(states)
        far = range(end, min(len(words) - 2, end + _FAR))
        among = next((i for i in far if words.lower[i : i + 2] == ["among", "the"]), None)
        if among is not None and words.sentence[among] == words.sentence[end]:
            return self._find_cue(words.lower[among + 2], "state")
        later = (self._read_phrase(at, limit, "later_phrases") for at in range(end, limit))
        return self._read_phrase(end, limit) or next((measure for measure in later if measure), None)

    def _find_predicate(self, end: int) -> tuple[int | None, bool]:
        """Returns the verb or adjective said of the noun phrase before it, and whether it is passive.

        A participle that a passive follows tells who is meant ("five people riding a bus were hurt").
        """
        words, at, passive = self.words, end, False
        limit = min(len(words), end + _FAR)
        while at < limit and (at == end or words.sentence[at] == words.sentence[end - 1]):
            word, pos = words.lower[at], words.pos[at]
            if at == end and words.tag[at] == "VBG" and self._find_predicate(self._skip_phrase(at))[1]:
                return self._find_predicate(self._skip_phrase(at))
            if pos == "VERB" or (pos == "ADJ" and (passive or at == end)):
                return at, passive
            if pos == "AUX":
                passive = passive or word in load_table("figure_measure")["be"]
            elif pos == "ADP" or word in load_table("figure_grammar")["phrase_joint"]:
                at = self._skip_phrase(at)
                continue
            elif not (
                pos in ("ADV", "PART", "SPACE") or word in load_table("figure_grammar")["predicate_filler"]
            ):
                return None, False
            at += 1
        return None, False

    def _skip_phrase(self, at: int) -> int:
        """Returns the token after a preposition, conjunction or participle and the noun phrase after it."""
        words = self.words
        at += 1
        if words.lower[at - 1] == "," and "," in words.lower[at : at + _FAR]:
            close = at + words.lower[at : at + _FAR].index(",")
            if close + 1 < len(words) and words.pos[close + 1] in ("VERB", "AUX"):
                return close + 1
        while at < len(words) and (words.pos[at] in _NOMINAL or words.tag[at] in ("POS", "HYPH")):
            if words.lower[at] in load_table("figure_grammar")["relative"]:
                break
            at += 1
        return at

    def _read_predicate(self, verb: int, passive: bool) -> str | None:
        """Reads a verb by its form: a bare participle is passive where no object follows it."""
        words = self.words
        word, tag = words.lower[verb], words.tag[verb]
        if words.pos[verb] == "ADJ":
            return self._find_cue(word, "state")
        reflexive = load_table("figure_grammar")["reflexive"]
        if verb + 1 < len(words) and words.lower[verb + 1] in reflexive:
            return self._read_patient(verb)
        follows = verb + 1 < len(words) and words.pos[verb + 1] in ("DET", "NUM", "PROPN", "NOUN", "PRON")
        have = verb > 0 and words.lower[verb - 1] in load_table("figure_grammar")["perfect"]
        if passive or (tag in ("VBN", "VBD") and not follows and not have):
            cue = self._read_patient(verb) or self._find_cue(word, "state")
            return cue or self._find_cue(word, "agent")
        return self._find_cue(word, "agent")

    def _read_phrase(self, start: int, limit: int, kind: str = "phrases") -> str | None:
        """Reads a set phrase that starts at a token ("lost their homes"); some may come later in a clause."""
        words = " ".join(self.words.lower[start:limit])
        phrases = load_table("figure_measure")[kind]
        return next((measure for phrase, measure in phrases.items() if words.startswith(phrase)), None)

    def _read_active(self, at: int) -> str | None:
        """Reads a verb that takes those counted as its object; a passive one has none."""
        words = self.words
        if words.pos[at] not in ("VERB", "ADJ"):
            return None
        be = load_table("figure_measure")["be"]
        if words.tag[at] == "VBN" and any(words.lower[i] in be for i in range(max(0, at - 2), at)):
            return None
        return self._read_patient(at)

    def _read_patient(self, at: int) -> str | None:
        """Reads what a verb does to its object or passive subject: who is fatally shot is killed."""
        cue = self._find_cue(self.words.lower[at], "patient")
        is_fatal = at > 0 and self.words.lower[at - 1] in load_table("figure_grammar")["fatal"]
        return "killed" if is_fatal and cue == "injured" else cue

    def _find_cue(self, word: str, role: str) -> str | None:
        return find_cue(word, f"thing_{role}" if self.things else role)


def choose(found: list[str | None]) -> str | None:
    """Returns the gravest of the measures found: who is shot and dies is killed."""
    given = set(found)
    return next((measure for measure in load_table("figure_measure")["order"] if measure in given), None)

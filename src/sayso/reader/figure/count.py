"""Which quantities are counts of people, or of things that take part, and of which measure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.reader.figure.bare import find_antecedent, find_sized
from sayso.reader.figure.measure import find_measure, settle_measure
from sayso.reader.figure.noun import Counted, find_counted
from sayso.reader.figure.number import find_numbers
from sayso.reader.figure.quantity import Quantity
from sayso.reader.figure.surface import Surface
from sayso.reader.figure.word import Words, find_cue, find_kinds
from sayso.reader.noun import is_plural_noun
from sayso.vocab import load_table

_FAR = 12
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity that counts.

    Attributes:
        start: offset of its first character.
        end: offset after its last.
        low: least that it can be, or None.
        high: most that it can be, or None.
        bound: how it is bounded.
        measure: what happened to those counted.
        node: the token that stands for those counted in the tree.
        of: first and past-the-last token of the noun phrase counted, or None.
        grade: how it is known: noun, verb, subject, joined, or bare.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    bound: str
    measure: str
    node: int
    of: tuple[int, int] | None
    grade: str


class Counter:
    """Decides, from left to right over one text, what its quantities count.

    Attributes:
        words: the words of the text.
        taken: offsets that expressions of time hold.
        counts: the counts found so far, in the order of the text.
    """

    def __init__(self, words: Words, taken: Collection[int]) -> None:
        self.words = words
        self.taken = taken
        self.counts: list[Count] = []
        self._is_epidemic = not set(words.lower).isdisjoint(load_table("figure_noun")["ambiguous"]["case"])
        self._excluded = -1

    def weigh(self, quantity: Quantity) -> Count | None:
        """Returns the count that a quantity is, or None where it counts nothing that matters here."""
        words = self.words
        first, last = words.find(quantity.core), words.find(quantity.core_end - 1)
        counted = self._find_counted(quantity, last)
        kinds = self._find_kinds(counted)
        if self._is_excluded(quantity, (first, last), kinds):
            self._excluded = last
            return None
        after = words.find(quantity.end - 1) + 1
        number = next((i for i in range(first, last + 1) if not first <= words.head[i] <= last), last)
        node = counted.head if counted and not counted.partitive else number
        place = (words.find(quantity.start), counted.end if counted else after)
        things = bool(kinds & {"things", "vehicle", "units"}) and "person" not in kinds
        sized = counted is None and find_sized(words, place[0]) is not None
        measure = None if sized else find_measure(words, place, node, counted, things)
        grade = "" if sized else grade_count(words, quantity, counted, kinds, measure)
        noun = None
        if counted is None and not grade and quantity.number.kind != "none":
            hedged = quantity.start < quantity.core
            known = find_antecedent(words, self.counts, place, quantity.number.value, hedged)
            if known is not None:
                measure, grade, noun = measure or known.measure, known.grade, known.noun
                kinds = kinds if noun is None else find_kinds(words.lower[noun])
        bounds = self._bound(quantity, counted)
        if not grade or bounds is None:
            return None
        of = (counted.start, counted.end) if counted else None if noun is None else (noun, noun + 1)
        measure = self._recall(quantity, counted, kinds, self._inherit(place[0], measure))
        settled = self._settle(node, kinds, measure, grade)
        start = self._open_whole(node) if "whole" in kinds else quantity.start
        return Count(start, quantity.end, *bounds, settled, node, of, grade)

    def _settle(self, node: int, kinds: frozenset[str], measure: str | None, grade: str) -> str:
        """Returns the measure of a count by its noun, by what governs it, and by what the text is about."""
        settled = settle_measure(kinds, measure, self._is_struck(node))
        if settled == "other" and grade in ("bare", "joined") and not kinds and measure:
            settled = measure
        if settled == "other" and self._is_epidemic and self.words.lower[node] == "patients":
            settled = "infected"
        return settled

    def _bound(
        self, quantity: Quantity, counted: Counted | None
    ) -> tuple[int | None, int | None, str] | None:
        """Returns least, most and bound of a quantity, or None for "all but two" of an unknown whole."""
        words, value = self.words, quantity.number.value
        if not is_exception(words, words.find(quantity.core)):
            return quantity.low, quantity.high, quantity.bound
        told = words.cut(counted.start, counted.end) if counted and counted.partitive else ""
        here = words.sentence[words.find(quantity.core)]
        near = (c for c in reversed(self.counts) if here - words.sentence[c.node] <= _NEAR)
        wholes = [n.value for n in find_numbers(told)] + [c.low or 0 for c in near if c.low == c.high]
        whole = next((whole for whole in wholes if whole > value), None)
        return None if whole is None else (whole - value, whole - value, "exact")

    def _open_whole(self, owner: int) -> int:
        """Returns where the phrase of a group starts whose size is told ("a family of four")."""
        has_article = owner > 0 and self.words.pos[owner - 1] == "DET"
        return self.words.starts[owner - has_article]

    def _find_counted(self, quantity: Quantity, last: int) -> Counted | None:
        words = self.words
        after = words.find(quantity.end - 1) + 1
        vague = words.lower[after - 1] == "of"
        counted = find_counted(words, after - vague, vague)
        if counted is None and after >= 3 and words.lower[last - 1] == "of" and last == after - 1:
            owner = last - 2
            if words.lower[owner] in load_table("figure_noun")["wholes"]:
                return Counted(owner, owner, after, False)
        return counted

    def _is_excluded(self, quantity: Quantity, place: tuple[int, int], kinds: Collection[str]) -> bool:
        """Tells whether a quantity is an age, a date, a measure, a score or the number of something."""
        table, words, (first, last) = load_table("figure_exclusion"), self.words, place
        at = last + 1
        if at + 1 < len(words) and words.lower[at] == "-":
            at += 1
        after = words.lower[at] if at < len(words) else ""
        before = words.lower[first - 1] if first else ""
        number = quantity.number.text
        if after in table["after"] or (number[0].isdigit() and before in table["before_digits"]):
            return True
        bare = quantity.start == quantity.core and not kinds
        if (bare and before in table["before"]) or (not kinds and self._is_age(first)):
            return True
        if bare and 0 < first - self._excluded <= 2 and before in load_table("figure_grammar")["score_joint"]:
            return True
        if before in load_table("figure_grammar")["distributive"] or (
            number == "One" and first and words.pos[first - 1] == "PROPN"
        ):
            return True
        low, high = table["year"]
        is_year = number.isdigit() and low <= quantity.number.value < high and quantity.bound == "exact"
        is_date = is_year or quantity.core in self.taken or words.label[first] in ("Date", "Money")
        noun = find_counted(words, last + 1, vague=False)
        counts = bool(kinds) and is_plural(words, noun) and not (noun is not None and noun.partitive)
        return is_date and not counts

    def _is_age(self, first: int) -> bool:
        """Tells whether a bare number is an age: after "aged", "died at", or a name with a comma."""
        words = self.words
        died = first > 1 and "killed" in (
            find_cue(words.lower[first - 2], role) for role in ("agent", "state")
        )
        if died and words.lower[first - 1] == "at":
            return True
        near = range(max(0, first - 6), first)
        if any(
            words.lower[i] in load_table("figure_grammar")["age"]
            and words.sentence[i] == words.sentence[first]
            for i in near
        ):
            return True
        opens = first > 1 and words.lower[first - 1] == "," and first + 1 < len(words)
        if not opens:
            return first - 2 == self._excluded and words.lower[first - 1] in ("and", ",")
        owner, following = first - 2, words.lower[first + 1]
        if words.tag[owner] in ("NN", "NNS") and "person" in find_kinds(words.lower[owner]):
            several = words.tag[owner] == "NNS" and words.pos[min(first + 2, len(words) - 1)] == "NUM"
            return following == "," if words.tag[owner] == "NN" else several and following in ("and", ",")
        return words.pos[owner] == "PROPN" and following == ","

    def _find_kinds(self, counted: Counted | None) -> frozenset[str]:
        """Returns the kinds of a counted noun; a people's name is a person."""
        if counted is None:
            return frozenset()
        words, head = self.words, counted.head
        kinds = find_kinds(words.lower[head])
        if words.lower[head] in load_table("figure_noun")["wholes"] and counted.end > head + 1:
            return frozenset({"person", "whole"})
        if words.label[head] == "NORP" and not kinds:
            return frozenset({"person"})
        if words.lower[head] in load_table("figure_grammar")["case"] and not self._is_epidemic:
            return frozenset()
        return kinds

    def _is_struck(self, node: int) -> bool:
        """Tells whether the sentence of a token has counted casualties before it."""
        near = [c for c in self.counts if self.words.sentence[c.node] == self.words.sentence[node]]
        return any(c.measure in ("killed", "injured") for c in near)

    def _recall(
        self, quantity: Quantity, counted: Counted | None, kinds: Collection[str], measure: str | None
    ) -> str | None:
        """Returns what befell those whom the text told of before: "one of them", "two of the victims"."""
        if measure is not None or counted is None:
            return measure
        words = self.words
        if counted.partitive and words.pos[counted.head] == "PRON" and self.counts:
            return self.counts[-1].measure
        if "casualty" not in kinds:
            return None
        hurt = (c for c in reversed(self.counts) if c.measure in ("killed", "injured"))
        known = next((c for c in hurt if (c.low or c.high or 0) >= (quantity.low or 0)), None)
        return find_cue(words.lower[counted.head - 1], "of") or (known.measure if known else None)

    def _is_opened(self, first: int) -> bool:
        """Tells whether the sentence of a part opens with its whole: "Of the 31 dead, six were children"."""
        words, opener = self.words, self.words.find(self.counts[-1].start) - 1
        if opener > 0 and words.pos[opener] == "DET":
            opener -= 1
        opens = opener == 0 or (opener > 0 and words.sentence[opener - 1] != words.sentence[opener])
        return opens and words.lower[opener] == "of" and words.lower[first - 1] == ","

    def _inherit(self, first: int, measure: str | None) -> str | None:
        """Returns the measure of a part from its whole ("killed 62, including 54 children")."""
        words = self.words
        if (
            measure
            or not self.counts
            or not first
            or words.sentence[self.counts[-1].node] != words.sentence[first]
        ):
            return measure
        if self._is_opened(first):
            return self.counts[-1].measure
        between = range(self.counts[-1].node + 1, first)
        linkers = {words.lower[first - 1], *(words.lower[i] for i in between)}
        if not linkers.isdisjoint(load_table("figure_grammar")["part_word"]):
            return self.counts[-1].measure
        quiet = all(words.pos[i] not in ("VERB", "AUX") for i in between)
        joins = words.lower[first - 1] in load_table("figure_grammar")["part_joint"]
        return self.counts[-1].measure if quiet and joins and len(between) < _FAR else None


def grade_count(
    words: Words, quantity: Quantity, counted: Counted | None, kinds: frozenset[str], measure: str | None
) -> str:
    """Returns how a quantity is known to count: "noun", "verb", or "" where it is not.

    Args:
        words: the words of the text.
        quantity: the quantity.
        counted: the noun phrase that it counts, or None.
        kinds: the kinds of that noun.
        measure: what governs it, or None.
    """
    number, plural = quantity.number, is_plural(words, counted)
    fates = set(load_table("figure_measure")["fates"])
    named = bool(kinds & {"person", "units", "attending", "forces", "casualty", "vehicle", *_list_harm()})
    fits = number.value < 2 or "whole" in kinds or plural
    if number.kind == "none":
        grade = _grade_none(counted, kinds, measure)
    elif number.text.lower() in load_table("figure_grammar")["loose_number"] and not (
        measure in fates or is_both(words, quantity, counted)
    ):
        grade = ""
    elif counted is None:
        grade = _grade_bare(words, quantity, measure)
    elif counted.partitive and (number.value == 1 or words.pos[counted.head] == "PRON"):
        people = (
            number.value > 1 and words.lower[counted.head] in load_table("figure_grammar")["people_pronoun"]
        )
        grade = "verb" if people or measure in load_table("figure_measure")["harm"] else ""
    elif named or ("lives" in kinds and measure) or ("things" in kinds and measure == "destroyed"):
        grade = "noun" if fits or not named else ""
    else:
        before = Surface(words).read_before(words.find(quantity.start))
        direct = before in ("killed", "injured") or words.tag[min(counted.end, len(words) - 1)] == "VBN"
        grade = "verb" if not kinds and plural and direct and measure in ("killed", "injured") else ""
    return grade


def _list_harm() -> list[str]:
    kinds: list[str] = load_table("figure_noun")["kinds"]
    return kinds


def _grade_none(counted: Counted | None, kinds: Collection[str], measure: str | None) -> str:
    """Grades a "no": it counts where harm is denied ("no injuries", "no one was hurt")."""
    harm = load_table("figure_measure")["harm"]
    if counted and not counted.partitive and {"casualty", "lives", *harm} & set(kinds):
        return "noun"
    return "verb" if measure in harm else ""


def _grade_bare(words: Words, quantity: Quantity, measure: str | None) -> str:
    """Grades a number without a noun: it counts where a verb says what happened to those it counts."""
    first = words.find(quantity.start)
    before = words.lower[first - 1] if first else ""
    if before in load_table("figure_noun")["aged"]:
        return ""
    crowd = before == "of" and measure == "attending"
    return "verb" if crowd or measure in set(load_table("figure_measure")["fates"]) - {"destroyed"} else ""


def is_exception(words: Words, first: int) -> bool:
    """Tells whether a number is what a whole lacks: "all but two"."""
    return first > 1 and words.lower[first - 2 : first] == load_table("figure_grammar")["exception"]


def is_plural(words: Words, counted: Counted | None) -> bool:
    """Tells whether a noun phrase is of many: several ("2020 nominee" is not), or a part of a whole."""
    if counted is None:
        return False
    head = counted.head
    plural = words.tag[head] in ("NNS", "NNPS", "JJ", "VBN", "NNP") or words.lower[head].endswith("s")
    hyphened = words.lower[counted.start - 1] in load_table("figure_grammar")["hyphen"]
    return plural or hyphened or counted.partitive or is_plural_noun(words.lower[head])


def is_both(words: Words, quantity: Quantity, counted: Counted | None) -> bool:
    """Tells whether a word is a "both" that counts two, and does not pair two phrases."""
    at = words.find(quantity.core)
    if quantity.number.text.lower() != "both":
        return False
    if counted is not None:
        if "and" in words.lower[counted.start : counted.end]:
            return False
        after = words.lower[counted.end] if counted.end < len(words) else ""
        return after not in load_table("figure_grammar")["pairing"]
    return quantity.number.text == "Both" and words.pos[min(at + 1, len(words) - 1)] == "AUX"


def find_counts(words: Words, quantities: Sequence[Quantity], taken: Collection[int]) -> list[Count]:
    """Finds the counts among the quantities of a text.

    Args:
        words: the words of the text.
        quantities: its quantities from left to right.
        taken: offsets that expressions of time hold.
    """
    counter = Counter(words, taken)
    for quantity in quantities:
        count = counter.weigh(quantity)
        if count is not None:
            counter.counts.append(count)
    return _share_sums(words, counter.counts)


def _share_sums(words: Words, counts: list[Count]) -> list[Count]:
    """Gives parts the measure of the whole that they add up to ("20 bodies, eleven women and nine men")."""
    shared = list(counts)
    for i, whole in enumerate(counts):
        total = 0
        for j in range(i + 1, min(i + 5, len(counts))):
            if words.sentence[counts[j].node] != words.sentence[whole.node] or counts[j].bound != "exact":
                break
            total += counts[j].low or 0
            if total == whole.low and j > i + 1:
                for k in range(i + 1, j + 1):
                    if shared[k].measure == "other":
                        shared[k] = replace(shared[k], measure=whole.measure)
    return shared

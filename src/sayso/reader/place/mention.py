"""Mentions: the stretches of a Doc that may name a place, each with the names to look it up by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.reader.place.demonym import is_demonym
from sayso.vocab import load_table
from sayso.vocab.gazetteer import KINDS, fold_name, load_gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLACE, WHOLE, OPEN, PART, KNOWN, SHUT = range(6)
"""What a token's entity allows: a place; a place if the whole entity names one; likewise, outside of any
entity; only evidence; a place that the article names elsewhere; nothing."""


POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(slots=True, eq=False)
class Mention:
    """A stretch of tokens that may name a place.

    Attributes:
        start: its first token.
        end: the token after its last.
        key: its folded name.
        posts: what the gazetteer holds under it.
        shown: whether it becomes a Place; else it is evidence on others, as "Kentucky" in a police's name.
        kinds: the kinds of place that the words beside it ask for; empty where they ask for none.
    """

    start: int
    end: int
    key: str
    posts: tuple[int, ...]
    shown: bool = True
    kinds: frozenset[str] = field(default_factory=frozenset)


@lru_cache(maxsize=16384)
def look_up(name: str) -> tuple[str, tuple[int, ...]]:
    """Returns the folded name and its posts in the gazetteer; short names must be spelt in capitals."""
    key = fold_name(name)
    if len(key) < 3 and not (name.endswith(".") or name.replace(".", "").isupper()):
        return key, ()
    return key, tuple(load_gazetteer().find_posts(key))


class Text:
    """The words of a Doc and what each may be part of."""

    def __init__(self, doc: Doc) -> None:
        table = load_table("place")
        self.doc = doc
        self.text = doc.text
        self.words = [token.text for token in doc]
        self.starts = [token.idx for token in doc]
        self.lower = [word.lower() for word in self.words]
        self.allows = [OPEN] * len(self.words)
        self.known: set[str] = set()
        self.entity: list[int] = [-1] * len(self.words)
        self.spans: list[tuple[int, int, str]] = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        whole, part = set(table["whole"]), set(table["part"])
        for number, (start, end, label) in enumerate(self.spans):
            allowed = PLACE if label in table["place"] else WHOLE if label in whole else SHUT
            if allowed == WHOLE and label in part and end - start > 1:
                allowed = PART
            elif label in table["known"]:
                allowed = KNOWN
            for i in range(start, end):
                self.allows[i], self.entity[i] = allowed, number

    def join(self, start: int, end: int) -> str:
        """Returns the characters of some tokens."""
        return self.text[self.starts[start] : self.starts[end - 1] + len(self.words[end - 1])]

    def is_capital(self, i: int) -> bool:
        """Tells whether a token begins with a capital letter."""
        return self.words[i][:1].isupper()


def find_mentions(doc: Doc) -> list[Mention]:
    """Finds what may name a place, in the order of the text, none overlapping."""
    text = Text(doc)
    mentions: list[Mention] = []
    for start, end, label in text.spans:
        if label in load_table("place")["place"]:
            for low, high in _split(text, start, end):
                mention = _read_entity(text, low, high)
                if mention is not None:
                    mentions.append(mention)
    taken = [False] * len(text.words)
    for mention in mentions:
        taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
    text.known = {mention.key for mention in mentions if mention.posts}
    mentions += _scan(text, taken)
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    return [mention for i, mention in enumerate(mentions) if not i or mention.start >= mentions[i - 1].end]


def _split(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts an entity at its commas, unless the whole has an entry: "Washington, D.C."."""
    while end > start and text.words[end - 1] == ",":
        end -= 1
    if "," not in text.words[start:end] or look_up(text.join(start, end))[1]:
        yield start, end
        return
    low = start
    for i in range(start, end + 1):
        if i == end or text.words[i] == ",":
            if i > low:
                yield low, i
            low = i + 1


def _read_entity(text: Text, start: int, end: int) -> Mention | None:
    """Reads an entity: widens it where that has an entry, narrows it where it alone has none."""
    start, end = _trim(text, start, end)
    if start == end or is_demonym(text.join(start, end)) or _goes_on(text, end):
        return None
    for low, high in ((start, end + 2), (start, end + 1), (start - 1, end)):
        if _may_widen(text, low, high, start, end):
            key, posts = look_up(text.join(low, high))
            if posts:
                return Mention(low, high, key, posts)
    name, kinds = text.join(start, end), _read_kinds(text, start, end)
    if "county" in kinds:
        for word in load_table("place")["county_word"]:
            key, posts = look_up(f"{name} {word}")
            if posts:
                return Mention(start, end, key, posts, kinds=kinds)
    key, posts = look_up(name)
    if posts:
        return Mention(start, end, key, posts, kinds=kinds)
    return _narrow(text, start, end) or Mention(start, end, key, ())


def _trim(text: Text, start: int, end: int) -> tuple[int, int]:
    """Cuts what is no part of a name: "the", a possessive, the party in "D-Charleston"."""
    while end > start and (text.lower[end - 1] in POSSESSIVES or not text.words[end - 1].strip()):
        end -= 1
    while start < end and (text.lower[start] == "the" or not text.words[start].strip()):
        start += 1
    if end - start > 2 and text.words[start + 1] == "-" and len(text.words[start]) == 1:
        start += 2
    return start, end


def _goes_on(text: Text, end: int) -> bool:
    """Tells whether a hyphen joins a name that is no place's: "France-Presse", but not "Gaza-Israel"."""
    after = end + 1
    if after >= len(text.words) or text.words[end] != "-" or text.starts[after] != text.starts[end] + 1:
        return False
    word = text.words[after]
    return text.is_capital(after) and not look_up(word)[1] and not is_demonym(word)


def _may_widen(text: Text, low: int, high: int, start: int, end: int) -> bool:
    """Tells whether the tokens around an entity may belong to its name."""
    if low < 0 or high > len(text.words):
        return False
    names = load_table("place")["name_word"]
    added = [*range(low, start), *range(end, high)]
    if not all(text.is_capital(i) and text.allows[i] in {OPEN, WHOLE} for i in added):
        return False
    return low < start or any(text.lower[i] in names for i in added)


def _narrow(text: Text, start: int, end: int) -> Mention | None:
    """Finds the place within an entity such as "northern Gaza Strip", "Anbar province" or "Athens Zoo"."""
    table = load_table("place")
    low = start
    while end - low > 1 and text.lower[low] in table["modifier"]:
        low += 1
        key, posts = look_up(text.join(low, end))
        if posts:
            return Mention(low, end, key, posts, kinds=_read_kinds(text, low, end))
    last = text.lower[end - 1]
    if last in table["part_of_name"] and text.is_capital(end - 1):
        return None
    if end - low > 1 and last in table["designation"]:
        mention = _narrow_kind(text, low, end - 1)
        return mention if mention or low == start else _narrow_kind(text, start, end - 1)
    if any(text.lower[i] in table["feature"] for i in range(low, end)):
        return None
    for high in range(end - 1, low, -1):
        key, posts = look_up(text.join(low, high))
        if posts and _is_renowned(key, posts, table["least_of_part"]):
            return Mention(low, high, key, posts, kinds=_read_kinds(text, low, high))
    return None


def _narrow_kind(text: Text, start: int, end: int) -> Mention | None:
    """Reads the name before a word such as "province" or "Islands"; it must name a place of that kind."""
    kinds = frozenset(load_table("place")["designation"][text.lower[end]])
    found = load_gazetteer().kind
    key, posts = look_up(text.join(start, end))
    if any(KINDS[found[post >> 1]] in kinds for post in posts):
        return Mention(start, end, key, posts, kinds=kinds)
    return None


def _is_renowned(key: str, posts: tuple[int, ...], least: int) -> bool:
    """Tells whether a name is the main one of a region, a county by its full name, or a sizeable city."""
    table, gazetteer = load_table("place"), load_gazetteer()
    if key in table["ordinary"]:
        return False
    for post in posts:
        kind = KINDS[gazetteer.kind[post >> 1]]
        if post & 1 or (gazetteer.population[post >> 1] < least and kind != "county"):
            continue
        if kind in table["broad"] or kind in {"city", "capital"} or (kind == "county" and " " in key):
            return True
    return False


def _read_kinds(text: Text, start: int, end: int) -> frozenset[str]:
    """Reads the kinds that "province of X", "X province", "X and Y counties" ask for."""
    table: dict[str, list[str]] = load_table("place")["designation"]
    after = text.lower[end : end + 1]
    if after and after[0] in table:
        return frozenset(table[after[0]])
    if start >= 2 and text.lower[start - 1] == "of" and text.lower[start - 2] in table:
        return frozenset(table[text.lower[start - 2]])
    if start >= 1 and text.lower[start - 1] in table and not text.is_capital(start - 1):
        return frozenset(table[text.lower[start - 1]])
    i = end
    while i < min(end + 12, len(text.words)) and (text.lower[i] in {"and", ","} or text.is_capital(i)):
        if text.lower[i] in {"counties", "parishes"}:
            break
        i += 1
    if end < i < len(text.words) and text.lower[i] in {"counties", "parishes"}:
        return frozenset(table[text.lower[i]])
    return frozenset()


def _scan(text: Text, taken: list[bool]) -> Iterator[Mention]:
    """Yields what the entities miss: names of well-known places, and names of places found elsewhere."""
    longest = load_table("place")["longest"]
    i, size = 0, len(text.words)
    while i < size:
        if taken[i] or text.allows[i] == SHUT or not text.is_capital(i):
            i += 1
            continue
        stop = i + 1
        while stop < min(i + longest, size) and not taken[stop] and text.entity[stop] == text.entity[i]:
            stop += 1
        mention = _scan_from(text, i, stop)
        if mention is not None:
            yield mention
            i = mention.end
        else:
            i += 1


def _scan_from(text: Text, start: int, stop: int) -> Mention | None:
    for end in range(stop, start, -1):
        if not text.is_capital(end - 1) or _goes_on(text, end):
            continue
        key, posts = look_up(text.join(start, end))
        if posts and _is_plain(text, (start, end), key, posts):
            whole = text.allows[start] == OPEN or text.spans[text.entity[start]][:2] == (start, end)
            return Mention(start, end, key, posts, whole, _read_kinds(text, start, end))
    return None


def _is_plain(text: Text, bounds: tuple[int, int], key: str, posts: tuple[int, ...]) -> bool:
    """Tells whether a name can only mean a place: well known, no ordinary word, no part of a longer name."""
    table = load_table("place")
    start, end = bounds
    inside = text.allows[start] == PART
    if text.allows[start] == KNOWN:
        return key in text.known and text.spans[text.entity[start]][:2] == (start, end)
    if key in table["ordinary"] or (key.isdigit() or len(key) < 2):
        return False
    if len(key) == 2 and not _follows_comma(text, start) and key not in {"us", "uk", "eu"}:
        return False
    if not inside and not _stands_alone(text, start, end):
        return False
    if key in text.known:
        return True
    least = table["least_of_part"] if inside else table["least_of_city"]
    return _is_renowned(key, posts, least)


def _follows_comma(text: Text, start: int) -> bool:
    return start > 1 and text.words[start - 1] == "," and text.allows[start - 2] == PLACE


def _stands_alone(text: Text, start: int, end: int) -> bool:
    """Tells that no capitalised name goes on before or after."""
    doc, size = text.doc, len(text.words)
    for i in (start - 1, end):
        if 0 <= i < size and text.allows[i] == OPEN and text.is_capital(i) and doc[i].pos_ == "PROPN":
            return False
    return doc[start].pos_ in {"PROPN", "X"} or end - start > 1

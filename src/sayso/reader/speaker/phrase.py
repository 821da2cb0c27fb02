"""Phrases: what the noun phrase of a source is about, read from its words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.reader.figure.word import Words
from sayso.reader.speaker.name import Name
from sayso.reader.speaker.noun import is_body_noun, is_person_noun
from sayso.vocab import load_table

TermKind = Literal["name", "office", "pronoun", "first", "relative", "nominal", "document"]


@dataclass(frozen=True, slots=True)
class Term:
    """One of those that a phrase is about.

    Attributes:
        kind: a name; an office that is named by its place ("the Polish government"); a pronoun of the third
            or of the first person; a relative pronoun; a common noun; or a document that somebody wrote.
        head: its head token.
        start, end: its tokens, half open, without what follows its head.
        name: the name that it is, or that qualifies an office, or None.
        owner: whose it is, or who wrote it, or None.
    """

    kind: TermKind
    head: int
    start: int
    end: int
    name: Name | None = None
    owner: Term | None = None


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A noun phrase without what follows its head, and the word that links it to what stands before."""

    link: str
    start: int
    end: int


class PhraseReader:
    """Reads the noun phrases of one text."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
        self.words = words
        self.table = load_table("speaker")
        self.name_at: dict[int, Name] = {i: name for name in names for i in range(name.start, name.end)}

    def read(self, start: int, end: int) -> list[Term]:
        """Returns those whom the phrase of tokens [start, end) is about: several where it joins them."""
        units: list[list[_Chunk]] = []
        while end - start > 1 and self.words.lower[start] in ("(", "((", "["):
            start += 1
        for chunk in self._cut(start, end):
            if not units or self._is_parallel(units, chunk):
                units.append([chunk])
            else:
                units[-1].append(chunk)
        terms = [self._read_unit(unit) for unit in units]
        named = [term for term in terms if term.kind in ("name", "office")]
        if len(named) < len(terms) and all(term.name and term.name.kind == "place" for term in named):
            # "New Orleans and Jefferson Parish officials"
            return [term for term in terms if term not in named][:1]
        return named or terms[:1]

    def _cut(self, start: int, end: int) -> Iterator[_Chunk]:
        """Cuts a phrase at commas, conjunctions, prepositions and verbs; brackets are passed over."""
        words, link, begun, last, at = self.words, "", None, start, start
        while at < end:
            if words.lower[at] in ("(", "["):
                at = next((i for i in range(at, end) if words.lower[i] in (")", "]")), end - 1) + 1
                continue
            name = self.name_at.get(at)
            if name is not None or self._is_inner(at, end):
                begun = at if begun is None else begun
                at = last = min(name.end, end) if name is not None else at + 1
                continue
            if begun is not None:
                yield _Chunk(link, begun, last)
                link, begun = "", None
            link = self._read_link(at, link)
            at += 1
        if begun is not None:
            yield _Chunk(link, begun, last)

    def _is_inner(self, at: int, end: int) -> bool:
        words, pos, tag = self.words, self.words.pos[at], self.words.tag[at]
        if words.lower[at] in self.table["link"]:
            return False
        if tag in ("WDT", "WP", "WP$", "WRB"):
            return False
        if words.lower[at] in ("-", "–") and at + 1 < end:
            return words.starts[at] == words.ends[at - 1] and words.starts[at + 1] == words.ends[at]
        if words.label[at] == "Date" and words.lower[at] == ",":
            return at + 1 < end and words.label[at + 1] == "Date"
        if tag in ("VBN", "VBG", "JJ", "RB", "RBR", "RBS") and pos in ("VERB", "ADV"):
            follows = at + 1 < end and (
                words.pos[at + 1] in ("NOUN", "PROPN", "ADJ") or words.tag[at + 1] == "HYPH"
            )
            return follows and words.lower[at] not in self.table["naming"]
        return pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "SYM", "X") or tag in (
            "POS",
            "HYPH",
            "NFP",
        )

    def _read_link(self, at: int, link: str) -> str:
        """Returns what links the next chunk, given what already stands between."""
        words, word = self.words, self.words.lower[at]
        marks = {"and": "joining", "including": "including", "named": "naming"}
        found = next((mark for mark, key in marks.items() if word in self.table[key]), None)
        if found is not None or link == "including":
            return found or link
        if words.pos[at] == "ADP" or word in self.table["link"]:
            return link if link == "and" else word
        if words.tag[at] in ("WDT", "WP", "WP$", "WRB") or words.pos[at] in ("VERB", "AUX", "SCONJ"):
            return "clause"
        if words.pos[at] == "PUNCT" and word in (",", "–", "—", "-", ":"):
            return link or ","
        return link

    def _is_parallel(self, units: list[list[_Chunk]], chunk: _Chunk) -> bool:
        """Tells whether a chunk is another of those that the phrase joins, by its link and by the tree."""
        own, before = self._ends_in_name(chunk), units[-1][-1]
        if chunk.link == "including":
            return own is not None
        if chunk.link not in ("and", ","):
            return False
        if own is not None and before.link in ("including", ",") and self._ends_in_name(before) is not None:
            return True
        words, at = self.words, self._find_head(chunk)
        for _ in range(8):
            if words.dep[at] != "conj" or words.head[at] == at:
                break
            at = words.head[at]
            if any(unit[0].start <= at < unit[0].end for unit in units):
                return True
        if own is None and len(units[-1]) == 1 and words.tag[chunk.end - 1] == "NNS":
            # "Lund and Malmö officials"
            place = self._ends_in_name(before)
            return place is not None and place.kind == "place" and chunk.start in self.name_at
        return chunk.link == "and" and own is not None and len(units[-1]) == 1

    def _find_head(self, chunk: _Chunk) -> int:
        """Returns the token whose head lies outside of the chunk."""
        words = self.words
        for at in range(chunk.start, chunk.end):
            if not chunk.start <= words.head[at] < chunk.end or words.head[at] == at:
                return at
        return chunk.end - 1

    def _ends_in_name(self, chunk: _Chunk) -> Name | None:
        """Returns the name that a chunk ends in, "'s" and what ranks its bearer left out."""
        end = chunk.end
        while end - 1 > chunk.start and (
            self.words.tag[end - 1] == "POS" or self.words.lower[end - 1] in self.table["suffix"]
        ):
            end -= 1
        name = self.name_at.get(end - 1)
        if name is None or name.end != end or name.kind == "people":
            return None
        is_generic = (
            name.end - name.start == 1 and name.start > chunk.start and self._is_noun(name.start, "office")
        )
        return None if is_generic and name.start - 1 in self.name_at else name

    def _read_unit(self, unit: Sequence[_Chunk]) -> Term:
        core, rest = unit[0], unit[1:]
        is_part = (
            self.words.pos[core.end - 1] in ("NUM", "SYM", "ADJ", "DET", "ADV")
            and core.end - 1 not in self.name_at
        )
        if is_part and rest and rest[0].link == "of":
            core, rest = rest[0], rest[1:]
        term = self._read_core(core, rest)
        if term.kind not in ("nominal", "office", "document"):
            return term
        is_person = is_person_noun(self.words.lower[term.head])
        is_body = is_body_noun(self.words.lower[term.head])
        is_bare = self.words.pos[core.start] != "DET" and core.end - core.start <= 3
        for i, chunk in enumerate(rest):
            name = self._ends_in_name(chunk)
            if name is None:
                continue
            # A noun that is not known may call a person: "its archivist, Ewa Kral".
            fits = name.kind == "other" or (not is_body if name.kind == "person" else not is_person)
            if chunk.link == "," and fits and name.kind != "place":
                return self._of_name(name, term.start)
            if (
                chunk.link == "named"
                or self._is_alias(rest, i)
                or self._is_behind(chunk, name, is_person, is_bare)
            ):
                return self._of_name(name, term.start)
        return term

    def _is_alias(self, rest: Sequence[_Chunk], i: int) -> bool:
        """Tells whether a name stands behind a noun for names: "using the pseudonym Ada"."""
        chunk, name = rest[i], self._ends_in_name(rest[i])
        return name is not None and name.start > chunk.start and self._is_noun(name.start - 1, "alias")

    def _is_behind(self, chunk: _Chunk, name: Name, is_person: bool, is_bare: bool) -> bool:
        """Tells whether a name follows the place of its bearer's office: "mayor of Lund Ewa Kral".

        Args:
            chunk: the chunk that ends in the name.
            name: the name.
            is_person: whether the chunk before it calls a person ("mayor").
            is_bare: whether that is short and has no article, as titles do.
        """
        if chunk.link not in self.table["of"] or name.kind != "person" or name.start <= chunk.start:
            return False
        words, before = self.words, name.start - 1
        if words.tag[before] in ("POS", "PRP$") or words.pos[before] == "DET":
            return False
        word = words.lower[before].rstrip(".")
        is_title = is_person_noun(word) or word in self.table["title"]
        if is_bare:
            return not is_person or not is_title or word in self.table["portfolio"]
        return is_person and not is_title

    def _read_core(self, core: _Chunk, rest: Sequence[_Chunk]) -> Term:
        words = self.words
        name = self._ends_in_name(core)
        if name is not None:
            return self._of_name(name, core.start)
        head = core.end - 1
        while head > core.start and (
            words.tag[head] in ("POS", "NFP")
            or words.pos[head] == "PUNCT"
            or words.label[head] == "Date"
            or (words.pos[head] == "ADJ" and words.pos[head - 1] in ("NOUN", "ADJ"))
        ):
            head -= 1
        if core.end - core.start == 1:
            kind = self._tell_pronoun(head)
            if kind is not None:
                return Term(kind, head, core.start, core.end)
        before = self._find_name_before(core.start, head)
        if (
            before is not None
            and (words.lower[head] in self.table["outlet"])
            and words.tag[before.end] != "POS"
        ):
            return self._of_name(before, core.start)
        if self._is_noun(head, "document"):
            author = self._find_author(core, head, rest)
            if author is not None or not is_body_noun(words.lower[head]):
                return Term("document", head, core.start, core.end, owner=author)
        if self._is_noun(head, "office"):
            place = before or self._find_complement(rest)
            is_vague = (
                words.tag[head] == "NNS" and place is before and place and words.tag[place.end] != "POS"
            )
            if place is not None and not is_vague:
                return Term("office", head, core.start, max(core.end, place.end), name=place)
        owner = self._find_owner(core.start, head)
        return Term("nominal", head, core.start, core.end, name=before, owner=owner)

    def _of_name(self, name: Name, start: int) -> Term:
        return Term("name", self._find_head(_Chunk("", name.start, name.end)), start, name.end, name=name)

    def _tell_pronoun(self, at: int) -> TermKind | None:
        word = self.words.lower[at]
        kinds: tuple[TermKind, ...] = ("pronoun", "first", "relative")
        return next((kind for kind in kinds if word in self.table[kind]), None)

    def _is_noun(self, at: int, kind: str) -> bool:
        word = self.words.lower[at]
        return word in self.table[kind] or (word.endswith("s") and word[:-1] in self.table[kind])

    def _find_name_before(self, start: int, head: int) -> Name | None:
        """Returns the last name that qualifies a noun in its own chunk."""
        platforms = self.table["platform"]
        return next(
            (
                self.name_at[i]
                for i in range(head - 1, start - 1, -1)
                if i in self.name_at and self.words.lower[i] not in platforms
            ),
            None,
        )

    def _find_complement(self, rest: Sequence[_Chunk]) -> Name | None:
        """Returns the name behind "of": "the government of Malta"."""
        if rest and rest[0].link == "of":
            name = self._ends_in_name(rest[0])
            if name is not None and name.start - rest[0].start <= 1:
                return name
        return None

    def _find_owner(self, start: int, head: int) -> Term | None:
        """Returns the possessor in front of a noun: "Okello's", "her", "the minister's"."""
        words = self.words
        for at in range(head - 1, start - 1, -1):
            if words.tag[at] == "POS":
                return self._read_core(_Chunk("", start, at), ())
            if words.lower[at] in self.table["possessive"]:
                kind: TermKind = "first" if words.lower[at] in self.table["first"] else "pronoun"
                return Term(kind, at, at, at + 1)
        return None

    def _find_author(self, core: _Chunk, head: int, rest: Sequence[_Chunk]) -> Term | None:
        """Finds who wrote a document: its possessor, who follows "by", "from" or "of", or a name before."""
        owner = self._find_owner(core.start, head)
        if owner is not None:
            return owner
        for i, chunk in enumerate(rest):
            if chunk.link in self.table["author"] and (i == 0 or chunk.link != "of"):
                term = self._read_unit([_Chunk("", chunk.start, chunk.end), *rest[i + 1 :]])
                if term.kind != "nominal" or is_person_noun(self.words.lower[term.head]):
                    return term
        before = self._find_name_before(core.start, head)
        if before is not None and before.kind != "people":
            return self._of_name(before, core.start)
        if (
            head > core.start
            and self.words.pos[head - 1] in ("NOUN", "PROPN")
            and head - 1 not in self.name_at
        ):
            return Term("nominal", head - 1, core.start, head)
        return None

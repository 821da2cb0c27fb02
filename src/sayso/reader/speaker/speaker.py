"""Speakers: whom each attribution of a text has for its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Quotation, Span, Speaker, SpeakerKind
from sayso.reader.speaker.cast import Cast, Link, Source, walk
from sayso.reader.speaker.noun import is_body_noun, is_person_noun
from sayso.reader.speaker.phrase import Term
from sayso.reader.speaker.somebody import Somebody
from sayso.vocab import load_table

Range = tuple[int, int]
REACH = 80
"""How many tokens of its sentence on either side of a source may tell that its name is kept back."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What of an attribution tells its speaker.

    Attributes:
        source, cue: where they stand, or None.
        content: the pieces of what was said.
        quotation: whether it is quoted.
        audience: to whom it was said, or None.
        parent: number of the attribution inside whose content it stands, or None.
    """

    source: Range | None
    cue: Range | None
    content: Sequence[Range]
    quotation: Quotation
    audience: Range | None
    parent: int | None


def find_speakers(cast: Cast, quotes: Sequence[Quote], link: Link) -> list[Speaker]:
    """Finds the speakers of all attributions of a text, in their order.

    Args:
        cast: those whom the text speaks of.
        quotes: its attributions, in the order of the text.
        link: links mentions.
    """
    finder = _Finder(cast, quotes)
    cast.resolve([source for source in finder.sources if source is not None], link)
    words = cast.words
    for quote in quotes:
        if quote.audience is not None:
            cast.hear(words.find(quote.audience[0]), words.find(quote.audience[1] - 1) + 1)
    finder.ids = {id(somebody): f"N{i}" for i, somebody in enumerate(cast.list_named(), 1)}
    return [finder.find(i) for i in range(len(quotes))]


def read_sources(cast: Cast, quotes: Sequence[Quote]) -> list[Source | None]:
    """Reads whom the source of each attribution is about, before any mention is resolved."""
    return _Finder(cast, quotes).sources


class _Finder:
    """Finds the speakers of one text."""

    def __init__(self, cast: Cast, quotes: Sequence[Quote]) -> None:
        self.cast, self.quotes = cast, quotes
        self.table = load_table("speaker")
        self.sources: list[Source | None] = [self._read(quote) for quote in quotes]
        self.found: dict[int, Speaker] = {}
        self.ids: dict[int, str] = {}
        self.nameless: dict[int, Speaker] = {}
        self.number = {t.head: i for i, s in enumerate(self.sources) if s for t in walk(s.terms)}
        for quote, source in zip(quotes, self.sources, strict=True):
            if source is not None and quote.parent is not None:
                source.around = self.sources[quote.parent]
                source.quoted = quotes[quote.parent].quotation == "direct"

    def _read(self, quote: Quote) -> Source | None:
        if quote.source is None:
            return None
        words = self.cast.words
        start, end = words.find(quote.source[0]), words.find(quote.source[1] - 1) + 1
        terms = self._find_words_of(quote) or self.cast.phrases.read(start, end)
        if terms and terms[0].kind == "relative":
            terms = self._find_antecedent(terms[0].head) or terms
        cue = (
            quote.cue
            and words.cut(words.find(quote.cue[0]), words.find(quote.cue[1] - 1) + 1).lower().split()
        )
        continues = bool(cue) and any(word in self.table["continuing"] for word in cue or ())
        return Source(terms, start, continues)

    def _find_words_of(self, quote: Quote) -> list[Term]:
        """Reads who is quoted where the source passes on somebody's words: "circulated Kral's remarks"."""
        words = self.cast.words
        if quote.cue is None or words.lower[words.find(quote.cue[1] - 1)] not in self.table["passing"]:
            return []
        start = words.find(quote.cue[1] - 1) + 1
        for at in range(start + 1, min(start + 6, len(words))):
            if words.tag[at - 1] == "POS" and words.lower[at] in self.table["spoken"]:
                return self.cast.phrases.read(start, at - 1)
            if words.pos[at] in ("VERB", "AUX", "PUNCT"):
                break
        return []

    def _find_antecedent(self, at: int) -> list[Term]:
        """Reads the noun phrase that a relative clause describes."""
        words = self.cast.words
        for _ in range(4):
            if words.dep[at].startswith("acl") or words.head[at] == at:
                break
            at = words.head[at]
        head = words.head[at]
        if not words.dep[at].startswith("acl") or head >= at:
            return []
        start = min([child for child in words.children[head] if child < head], default=head)
        name = self.cast.phrases.name_at.get(head)
        end = max(head + 1, name.end if name else 0)
        return self.cast.phrases.read(min(start, name.start if name else head), end)

    def find(self, i: int) -> Speaker:
        """Finds the speaker of attribution i."""
        if i not in self.found:
            self.found[i] = self._leave("quotation")
            self.found[i] = self._find(i)
        return self.found[i]

    def _find(self, i: int) -> Speaker:
        quote, source = self.quotes[i], self.sources[i]
        if source is None or not source.terms:
            if quote.cue is None:
                return self._carry_on(i)
            above = self._find_above(quote.cue)
            return _make("anonymous") if above is None else self.find(above)
        if source.terms[0].kind == "first":
            return self.find(quote.parent) if quote.parent is not None else self._leave("first")
        meant = [
            (term, s) for term in source.terms if (s := self._mean(term)) is not None and s.name is not None
        ]
        if meant:
            named = list(dict.fromkeys(somebody for _, somebody in meant))
            name = "; ".join(somebody.name or "" for somebody in named)
            actor = self.ids.get(id(named[0])) if len(named) == 1 else None
            return Speaker(name=name, kind="named", actor=actor, mention=self._locate(*meant[0]))
        return self._judge_once(source.terms[0], quote)

    def _carry_on(self, i: int) -> Speaker:
        """Gives words that have neither source nor cue to whoever spoke right before them.

        Where the article speaks of somebody else in between, it may be either of them.
        """
        start = self.quotes[i].content[0][0]
        for j in range(i - 1, -1, -1):
            before = self.quotes[j]
            if before.parent != self.quotes[i].parent or (before.source is None and before.cue is not None):
                continue
            ends = max(end for _, end in (*before.content, before.cue or (0, 0), before.source or (0, 0)))
            if start - ends > self.table["carried"]:
                break
            return self._leave("several") if self._passes_to_another(j, ends, start) else self.find(j)
        return self._leave("quotation")

    def _find_above(self, cue: Range) -> int | None:
        """Finds the attribution that a participle adds to: "was described by Kral as safe, adding that …"."""
        words = self.cast.words
        verb = words.find(cue[0])
        if words.tag[verb] != "VBG" or words.head[verb] == verb:
            return None
        above = words.starts[words.head[verb]]
        held = (i for i, q in enumerate(self.quotes) if q.source and q.cue and q.cue[0] <= above < q.cue[1])
        return next(held, None)

    def _passes_to_another(self, i: int, start: int, end: int) -> bool:
        """Tells whether characters [start, end) are about a person other than who speaks in attribution i."""
        words, source = self.cast.words, self.sources[i]
        terms = source.terms if source is not None else []
        own = [somebody for term in terms if (somebody := self._mean(term)) is not None]
        about = [self.cast.meant.get(at) for at in range(words.find(start) + 1, words.find(end))]
        people = [
            somebody for somebody in about if somebody is not None and somebody.sort in ("person", "group")
        ]
        return bool(people) and people[-1] not in own

    def _leave(self, reason: str) -> Speaker:
        """Leaves a speaker unresolved, for a reason of the table."""
        return _make("unresolved", self.table["reason"][reason])

    def _mean(self, term: Term) -> Somebody | None:
        """Returns whom a term means; a document means who wrote it."""
        if term.kind == "document":
            if term.owner is not None:
                return self._mean(term.owner)
            return self._find_writer(term)
        return self.cast.mean(term)

    def _find_writer(self, term: Term) -> Somebody | None:
        """Returns who wrote a document that nothing in its phrase tells: who spoke where it first stood.

        "Kral said in a statement that … The statement warned": Kral; "a court ruled … The ruling": the court.
        """
        words = self.cast.words
        noun = words.lower[term.head]
        if words.lower[term.start] not in self.table["definite"]:
            return None
        before = [at for at in self.cast.documents.get(noun, ()) if at < term.head]
        sentences = {words.sentence[at] for at in before[-1:]}
        stem = noun[: max(3, min(4, len(noun) - 3))]
        last = self.number[term.head]
        for i in range(last - 1, max(last - self.table["written"], 0) - 1, -1):
            source, cue = self.sources[i], self.quotes[i].cue
            if source is None or cue is None or source.start >= term.start or not source.terms:
                continue
            at = words.find(cue[0])
            told = words.sentence[at] in sentences and self.quotes[i].parent is None
            if told or any(word.startswith(stem) for word in words.lower[at : words.find(cue[1] - 1) + 1]):
                return self._mean(source.terms[0])
        return None

    def _locate(self, term: Term, somebody: Somebody) -> Span:
        """Returns the span that gives the name: in the source, or else where its bearer was last named."""
        words = self.cast.words
        before = [m for m in somebody.mentions if m.name is not None and m.head <= term.head]
        first = next((m for m in somebody.mentions if m.name is not None), None)
        mention = before[-1] if before else first
        start, end = (term.start, term.end) if mention is None else (mention.start, mention.end)
        return Span.of(words.text, words.starts[start], words.ends[end - 1])

    def _judge_once(self, term: Term, quote: Quote) -> Speaker:
        """Judges a source that has no name as the first source was that means the same."""
        somebody = self.cast.meant.get(term.head)
        if somebody is not None and id(somebody) in self.nameless:
            return self.nameless[id(somebody)]
        judged = self._judge(term, somebody, quote)
        if somebody is not None:
            self.nameless[id(somebody)] = judged
        return judged

    def _judge(self, term: Term, somebody: Somebody | None, quote: Quote) -> Speaker:
        """Judges what is known of a source that has no name."""
        words, table = self.cast.words, self.table
        if term.kind in ("pronoun", "relative", "first"):
            return _make("role") if somebody is not None else self._leave(self._tell_reason(term, "pronoun"))
        if words.lower[term.head] in table["second"]:
            return self._leave("second")
        if any(word in table["anonymous"] for word in words.lower[term.start : term.end]):
            return _make("anonymous")
        if quote.source is not None and self._is_withheld(quote.source, quote.content):
            return _make("anonymous")
        if term.kind == "document" or not (
            is_person_noun(words.lower[term.head]) or is_body_noun(words.lower[term.head])
        ):
            return _make("role" if words.lower[term.start] in table["definite"] else "anonymous")
        bare = term.end - term.start <= 2 and words.lower[term.end - 1] in table["lost"]
        return self._leave(self._tell_reason(term, "description")) if bare else _make("role")

    def _tell_reason(self, term: Term, kind: str) -> str:
        """Tells whether several may be meant or nobody fits."""
        return "several" if term.head in self.cast.torn else kind

    def _is_withheld(self, source: Range, content: Sequence[Range]) -> bool:
        """Tells whether the source, or its sentence beside what was said, says that a name is kept back."""
        words = self.cast.words
        first = words.find(source[0])
        near = range(max(first - REACH, 0), min(first + REACH, len(words)))
        sentence = [at for at in near if words.sentence[at] == words.sentence[first]]
        beside = [at for at in sentence if not any(a <= words.starts[at] < b for a, b in content)]
        said = " ".join(words.lower[at] for at in beside)
        own = words.text[slice(*source)].lower()
        initiated = any(phrase in own for phrase in self.table["initiated"])
        return initiated or any(phrase in said for phrase in self.table["withheld"])


def _make(kind: SpeakerKind, reason: str | None = None) -> Speaker:
    return Speaker(name=None, kind=kind, actor=None, mention=None, reason=reason)

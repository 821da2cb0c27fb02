"""Cast: everybody whom a text speaks of, and whom each of its sources means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from sayso.reader.coreference import Links
from sayso.reader.figure.word import Words, list_words
from sayso.reader.speaker.mention import Mention, find_mentions
from sayso.reader.speaker.name import Name, find_names
from sayso.reader.speaker.noun import read_noun
from sayso.reader.speaker.party import gather_parties
from sayso.reader.speaker.phrase import PhraseReader, Term
from sayso.reader.speaker.resolution import Resolver, Setting, make_nobody
from sayso.reader.speaker.role import find_roles, tell_gender
from sayso.reader.speaker.somebody import Somebody, Sort
from sayso.vocab import load_table

SORTS: dict[str, Sort] = {"person": "person", "body": "body", "place": "place", "other": "thing"}
Link = Callable[[Sequence[int]], list[Links]]
"""Links mentions, given by their head tokens."""


@dataclass(slots=True)
class Source:
    """The source of an attribution while it is resolved.

    Attributes:
        terms: those whom its phrase is about.
        start: its first token.
        continues: whether its cue says that somebody goes on to speak.
        quoted: whether the attribution around it is quoted.
        around: the source of that attribution, or None.
    """

    terms: list[Term]
    start: int
    continues: bool = False
    quoted: bool = False
    around: Source | None = None


class Cast:
    """Everybody whom a text speaks of.

    Attributes:
        words: the words of the text.
        names: its names.
        phrases: reads its noun phrases.
        people: those whom it names, by name mention.
        offices: bodies that it names by their place or holder, by the name that is printed.
        documents: where it speaks of documents, by their noun.
        spelt: bodies by their names in small letters.
        meant: whom each mention means, by its head token.
        torn: head tokens of the mentions that likely mean somebody, but of whom none is likely enough.
        least: how likely a name must be to be given; what is less so stays unresolved.
        least_unnamed: the same of those who have no name.
    """

    def __init__(self, doc: Doc, least: float | None = None) -> None:
        table = load_table("speaker_resolution")
        self.least: float = table["least"] if least is None else least
        self.least_unnamed: float = table["least_unnamed"]
        self.words: Words = list_words(doc)
        self.names = find_names(doc, self.words)
        self.phrases = PhraseReader(self.words, self.names)
        self.people: dict[Name, Somebody] = {}
        self.offices: dict[str, Somebody] = {}
        self.meant: dict[int, Somebody] = {}
        self.torn: set[int] = set()
        self.documents: dict[str, list[int]] = {}
        for at, word in enumerate(self.words.lower):
            if word in load_table("speaker")["document"]:
                self.documents.setdefault(word, []).append(at)
        self.spelt: dict[str, Somebody] = {}
        for party in gather_parties(self.words, self.names):
            somebody = self._introduce(party.kind, party.name, party.names)
            roles = list(find_roles(self.words, party))
            somebody.roles |= {read_noun(self.words.lower, role.head) for role in roles}
            somebody.features |= {word for role in roles for word in self.words.lower[role.start : role.end]}
            somebody.gender = tell_gender(self.words, party.names, sorted(somebody.roles))
            somebody.party = party
            if party.kind == "body" and " " in party.name:
                self.spelt[party.name.lower()] = somebody
            party.roles = [(role.start, role.end) for role in roles]

    def _introduce(self, kind: str, name: str, names: Sequence[Name]) -> Somebody:
        somebody = Somebody(SORTS.get(kind, "thing"), name)
        if kind in ("body", "other"):
            words = {word for n in names for word in self.words.lower[n.start : n.end]}
            somebody.features |= words
            somebody.roles |= {word for word in words if word in load_table("speaker")["generic"]}
            somebody.roles |= {word for word in words if word in load_table("speaker")["body"]}
        self.people.update(dict.fromkeys(names, somebody))
        return somebody

    def resolve(self, sources: Sequence[Source], link: Link, judge: type[Resolver] = Resolver) -> Resolver:
        """Decides whom the mentions of the text mean, in their order.

        Args:
            sources: the sources of its attributions.
            link: links mentions.
            judge: what decides.
        """
        # Several cues may share one source: what tells most of it is kept.
        ranked = sorted(sources, key=lambda source: source.continues)
        heads = {term.head: source for source in ranked for term in walk(source.terms)}
        mentions = find_mentions(self.words, self.names, heads)
        offices = {term.head: term for source in sources for term in source.terms if term.kind == "office"}
        resolver = judge(self.words, mentions, link([mention.head for mention in mentions]))
        self.meant = resolver.meant
        for i, mention in enumerate(mentions):
            source = heads.get(mention.head)
            term = offices.get(mention.head) or self._find_office(mention)
            if term is not None:
                resolver.settle(i, self._get_office(term))
            elif mention.name is not None:
                resolver.settle(i, self.people[mention.name])
                self._gather_group(resolver, i)
            else:
                self._resolve_other(resolver, i, source)
            if source is not None and mention.head in self.meant:
                resolver.speaker = self.meant[mention.head]
                resolver.speaker.takes_part = True
        return resolver

    def hear(self, start: int, end: int) -> None:
        """Notes that tokens [start, end) are an audience: the whole phrase mentions who is meant."""
        terms = self.phrases.read(start, end)
        somebody = self.mean(terms[0]) if len(terms) == 1 else None
        if somebody is None:
            return
        somebody.takes_part = True
        at = [i for i, m in enumerate(somebody.mentions) if start <= m.start and m.end <= end]
        if at:
            somebody.mentions[at[0]] = replace(somebody.mentions[at[0]], start=start, end=end)

    def mean(self, term: Term) -> Somebody | None:
        """Returns whom a term means, or None where that is not known."""
        if term.kind == "name" and term.name is not None:
            return self.people[term.name]
        return self.meant.get(term.head)

    def list_named(self) -> list[Somebody]:
        """Lists those who have a name: people and bodies, places and things if they speak or listen."""
        named = dict.fromkeys([*self.people.values(), *self.offices.values()])
        kept = [s for s in named if s.mentions and (s.sort in ("person", "body") or s.takes_part)]
        return sorted(kept, key=lambda somebody: somebody.mentions[0].start)

    def _resolve_other(self, resolver: Resolver, i: int, source: Source | None) -> None:
        """Decides whom a pronoun or a noun means; a noun that means nobody known introduces somebody."""
        mention = resolver.mentions[i]
        somebody = self._spell_out(mention)
        if somebody is None and mention.definite:
            somebody = self._choose(resolver, i, source)
        if somebody is None and mention.kind in ("person", "body", "thing"):
            somebody = make_nobody(self.words, mention)
        if somebody is None:
            resolver.leave(i)
        else:
            resolver.settle(i, somebody)

    def _choose(self, resolver: Resolver, i: int, source: Source | None) -> Somebody | None:
        """Chooses whom a mention means, or nobody where that is not likely enough."""
        setting = self._set(source)
        somebody, likely = resolver.choose(i, setting)
        if somebody is None:
            return None
        least = self.least if somebody.name is not None else self.least_unnamed
        if likely >= least:
            return somebody
        if sum(each for _, each in resolver.estimate(i, setting)) >= least:
            self.torn.add(resolver.mentions[i].head)
        return None

    def _spell_out(self, mention: Mention) -> Somebody | None:
        """Finds who bears as a name what stands here in small letters: "the roads ministry"."""
        if mention.kind != "body" or mention.head == mention.start:
            return None
        start = mention.start + (self.words.lower[mention.start] in load_table("speaker")["definite"])
        return self.spelt.get(" ".join(self.words.lower[start : mention.end]))

    def _set(self, source: Source | None) -> Setting:
        if source is None:
            return Setting()
        terms = source.around.terms if source.around is not None else []
        around = next((self.meant.get(term.head) for term in terms), None)
        return Setting(source.continues, around, source.quoted)

    def _find_office(self, mention: Mention) -> Term | None:
        """Reads a noun as an office that is named by its place: "the Polish government"."""
        if mention.kind != "body" or mention.plural or mention.name is not None:
            return None
        names = self.phrases.name_at
        if self.words.lower[mention.start] in load_table("speaker")["indefinite"]:
            return None
        follows = self.words.lower[mention.end : mention.end + 1] == ["of"]
        if not follows and not any(at in names for at in range(mention.start, mention.head)):
            return None
        terms = self.phrases.read(mention.start, min(len(self.words), mention.end + (4 if follows else 0)))
        return next((term for term in terms if term.kind == "office" and term.head == mention.head), None)

    def _get_office(self, term: Term) -> Somebody:
        name = self.print_office(term)
        if name not in self.offices:
            office = Somebody("body", name, roles={read_noun(self.words.lower, term.head)})
            office.features = set(self.words.lower[term.start : term.end])
            self.offices[name] = office
        return self.offices[name]

    def print_office(self, term: Term) -> str:
        """Prints an office without its article, a government by its place behind: "Government of Malta"."""
        words, name = self.words, term.name
        start = term.start + (words.lower[term.start] in load_table("speaker")["definite"])
        text = words.cut(start, term.end)
        if name is None or not start <= name.start:
            return text
        if name.end <= term.head and words.tag[name.end] == "POS" and words.lower[term.head] == "government":
            return f"Government of {self.people[name].name}"
        if name.kind == "person" and name.end <= term.head:
            return (
                f"{self.people[name].name}{words.cut(name.end, term.end)}"
                if words.tag[name.end] == "POS"
                else text
            )
        return text[:1].upper() + text[1:] if name.start > term.head else text

    def _gather_group(self, resolver: Resolver, i: int) -> None:
        """Introduces those whom "and" joins as a group, at the last of them."""
        members: list[Somebody] = []
        joined = False
        for j in range(i, max(i - 8, -1), -1):
            name = resolver.mentions[j].name
            if name is None or name.kind != "person":
                break
            if members:
                between = self.words.lower[name.end : resolver.mentions[j + 1].start]
                if len(between) > 6 or not {"and", ","} & set(between) or any("." in w for w in between):
                    break
                joined = joined or "and" in between
            members.append(self.people[name])
        group = tuple(dict.fromkeys(reversed(members)))
        if joined and len(group) > 1:
            roles = set.union(*(member.roles for member in group))
            somebody = Somebody("group", "; ".join(m.name or "" for m in group), members=group, roles=roles)
            somebody.plural = True
            somebody.mentions.append(resolver.mentions[i])
            resolver.people[id(somebody)] = somebody


def walk(terms: Sequence[Term]) -> Iterator[Term]:
    """Yields terms and their owners."""
    for term in terms:
        yield term
        if term.owner is not None:
            yield from walk([term.owner])

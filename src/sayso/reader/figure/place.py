"""The place of a count: of all that the text names, the one that the evidence speaks for most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p

from sayso.model import Attribution, Place
from sayso.reader.figure.count import Count
from sayso.reader.figure.holder import list_holders
from sayso.reader.figure.scope import find_attribution
from sayso.reader.figure.word import Words, find_kinds
from sayso.vocab import load_table

Evidence = dict[str, float]
_NEAR, _NEAR_PATH, _FAR = 2, 3, 8


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A mention of a place, with the evidence on it that is the same for every count.

    Attributes:
        place: the place.
        first: its first token.
        end: the token after its last.
        name: what its mentions share.
        path: the tokens from its head up to the root.
        evidence: names of what speaks for or against it, with their strengths.
    """

    place: Place
    first: int
    end: int
    name: str
    path: tuple[int, ...]
    evidence: Evidence


class Scene:
    """The places of one text, among which each count finds its own.

    Each mention is weighed by a linear function of its evidence, whose weights are those of a conditional
    logit (McFadden 1974): `training/figure_place.py` fits them.

    Attributes:
        sites: the mentions, in the order of the text.
    """

    def __init__(self, words: Words, places: Sequence[Place], attributions: Sequence[Attribution]) -> None:
        self.words = words
        self.attributions = attributions
        self.sites: list[Site] = []
        self._lead = _find_lead(words)
        self._breaks = [at for at, sign in enumerate(words.text) if sign == "\n"]
        sources = (a.source for a in attributions if a.source is not None)
        self._sources = {at for source in sources for at in range(source.start, source.end)}
        self._named = {at for place in places for at in _list_tokens(words, place)}
        names = [place.name.lower() for place in places]
        often, first = Counter(names), names[0] if names else ""
        most = max(often.values(), default=1)
        holders, held = list_holders(places)
        for i, (place, name) in enumerate(zip(places, names, strict=True)):
            evidence = {
                "named_first": name == first,
                "share": log(often[name] / most),
                "holds": i in holders,
                "held": i in held,
                "unresolved": place.lat is None and not self._is_contained(i, places),
            }
            self.sites.append(self._build(place, name, evidence))
        self._sentences = [words.sentence[site.first] for site in self.sites]
        self._starts = [place.span.start for place in places]
        self._leads = [i for i, site in enumerate(self.sites) if site.evidence["lead"]]

    def _build(self, place: Place, name: str, evidence: Mapping[str, float]) -> Site:
        """Makes the site of a place from what is known of it among the others, and the words beside it."""
        words = self.words
        first, end = words.find(place.span.start), words.find(place.span.end - 1) + 1
        head = next((t for t in range(first, end) if not first <= words.head[t] < end), first)
        own = {
            "lead": words.sentence[first] == self._lead,
            "division": place.kind in load_table("figure_place")["division"],
            "in_source": place.span.start in self._sources,
            "listed": self._is_listed(head),
        }
        strengths = {**evidence, **own, **self._read_words(first, end, head)}
        floats = {key: float(value) for key, value in strengths.items()}
        return Site(place, first, end, name, tuple(words.climb(head)), floats)

    def find(self, count: Count) -> Place | None:
        """Returns the place of a count, or None where the text names no place.

        Only the places of the lead and those some sentences around are looked at, so that a long text takes
        time in proportion to its length.
        """
        weights = load_table("figure_place_weight")
        near = self.list_near(count)
        scores = [
            sum(weights.get(name, 0.0) * strength for name, strength in evidence.items())
            for evidence in self._weigh(count, near)
        ]
        return self.sites[near[scores.index(max(scores))]].place if scores else None

    def weigh(self, count: Count) -> list[Evidence]:
        """Returns the evidence on each mention as the place of a count."""
        return self._weigh(count, range(len(self.sites)))

    def list_near(self, count: Count) -> list[int]:
        """Returns which mentions can be the place of a count, in the order of the text."""
        here, far = self.words.sentence[count.node], load_table("figure_place")["farthest"]
        low = bisect_left(self._sentences, here - far)
        high = bisect_right(self._sentences, here + far)
        near = range(low, high)
        return sorted({*near, *self._leads}) if near else list(range(len(self.sites)))

    def _weigh(self, count: Count, near: Sequence[int]) -> list[Evidence]:
        taken_up, attribution = self._find_taken_up(count), find_attribution(count, self.attributions)
        source = None if attribution is None else attribution.source
        above = set(self.words.climb(count.node))
        rows = []
        for i in near:
            site = self.sites[i]
            evidence = self._weigh_one(count, site)
            evidence["governs"] = float(evidence["sentence"] and site.path[0] in above)
            evidence["taken_up"] = float(i == taken_up)
            start = site.place.span.start
            evidence["own_source"] = float(source is not None and source.start <= start < source.end)
            rows.append(evidence)
        return rows

    def _weigh_one(self, count: Count, site: Site) -> Evidence:
        words, evidence = self.words, dict(site.evidence)
        harmed = count.measure in load_table("figure_place")["harm"]
        apart = words.sentence[count.node] - words.sentence[site.first]
        phrase = range(*count.of) if count.of else range(count.node, count.node + 1)
        end = max(words.find(count.end - 1) + 1, phrase.stop)
        inside = not apart and any(token in phrase for token in site.path[:_NEAR_PATH])
        inside = inside and not evidence["direction"]  # "one from France" tells no place of the count
        evidence |= {
            "distance": log1p(abs(apart)),
            "later": apart < 0,
            "paragraph": bisect_left(self._breaks, count.start)
            == bisect_left(self._breaks, site.place.span.start),
            "sentence": apart == 0,
            "within": inside,
            "gap": log1p(abs(site.first - count.node)) if not apart else 0.0,
            "right_after": not apart and evidence["located"] > 0 and 0 <= site.first - end <= _NEAR,
            "held": evidence["held"] * harmed,
            "share_unharmed": evidence["share"] * (not harmed),
        }
        return {name: float(strength) for name, strength in evidence.items()}

    def _read_words(self, first: int, end: int, head: int) -> Evidence:
        """Reads the words beside a mention: what preposition leads to it, and what it is a part of."""
        words, table = self.words, load_table("figure_place")
        before = first - 1
        while before > 0 and words.sentence[before] == words.sentence[first] and self._belongs(before):
            before -= 1
        preposition = words.lower[before] if before >= 0 else ""
        last = self.sites[-1] if self.sites else None
        is_holder = last is not None and last.end == first - 1 and words.lower[last.end] == ","
        qualifies = end < len(words) and words.pos[end] in ("NOUN", "ADJ") and words.head[head] > head
        located = preposition in table["locative"] and not qualifies
        if is_holder and last is not None:
            located = located or last.evidence["located"] > 0
        return {
            "located": float(located),
            "direction": float(preposition in table["direction"]),
            "container": float(is_holder),
            "office": float(self._is_office(head)),
        }

    def _is_office(self, head: int) -> bool:
        """Tells whether a place says whose officer or from where somebody is: "the mayor of"."""
        words, above = self.words, self.words.head[head]
        hangs = words.dep[head].split(":")[0] in ("nmod", "compound", "amod") and above != head
        return hangs and words.tag[above] in ("NN", "NNP") and "person" in find_kinds(words.lower[above])

    def _belongs(self, at: int) -> bool:
        """Tells whether a token is part of the phrase of the place after it: "in the old port of"."""
        words = self.words
        if words.lower[at] == "of":
            return words.lower[at - 1] in load_table("figure_place")["spot"]
        return words.pos[at] in ("DET", "ADJ", "NOUN", "NUM", "PROPN") or words.tag[at] == "POS"

    def _is_contained(self, i: int, places: Sequence[Place]) -> bool:
        """Tells whether a place that is on the map follows after a comma: "Babyno, Russia"."""
        if i + 1 == len(places):
            return False
        after = places[i + 1]
        between = self.words.text[places[i].span.end : after.span.start]
        return between.strip() == "," and after.lat is not None

    def _is_listed(self, head: int) -> bool:
        """Tells whether a mention is one of several that are joined: "Spain, France and Italy"."""
        words = self.words
        joined = [words.head[head]] if words.dep[head] == "conj" else []
        joined += [child for child in words.children[head] if words.dep[child] == "conj"]
        return not self._named.isdisjoint(joined)

    def _find_taken_up(self, count: Count) -> int | None:
        """Returns which mention a noun beside a count takes up: "the state's six delegates"."""
        words, nouns = self.words, load_table("figure_place")["taken_up"]
        near = range(max(0, count.node - _FAR), min(len(words), count.node + _FAR + 1))
        kinds = {
            kind
            for at in near
            if words.sentence[at] == words.sentence[count.node]
            for kind in nouns.get(words.lower[at], ())
        }
        if not kinds:
            return None
        before = bisect_left(self._starts, count.start)
        return next((i for i in reversed(range(before)) if self.sites[i].place.kind in kinds), None)


def _list_tokens(words: Words, place: Place) -> Iterator[int]:
    """Yields the tokens that start within the mention of a place."""
    first, last = words.find(place.span.start), words.find(place.span.end - 1)
    yield from (at for at in range(first, last + 1) if words.starts[at] >= place.span.start)


def _find_lead(words: Words) -> int:
    """Returns the number of the first whole sentence: a line without a verb is a headline or a date."""
    return next((s for s, pos in zip(words.sentence, words.pos, strict=True) if pos in ("VERB", "AUX")), 0)

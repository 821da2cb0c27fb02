"""The place of a count: of all that the text names, the one that the evidence speaks for most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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
        names = [place.name.lower() for place in places]
        often = Counter(names)
        most = max(often.values(), default=1)
        holders, held = list_holders(places)
        lead = _find_lead(words)
        sources = [(a.source.start, a.source.end) for a in attributions if a.source is not None]
        for i, (place, name) in enumerate(zip(places, names, strict=True)):
            first, end = words.find(place.span.start), words.find(place.span.end - 1) + 1
            head = next((t for t in range(first, end) if not first <= words.head[t] < end), first)
            evidence = {
                "lead": words.sentence[first] == lead,
                "named_first": name == names[0],
                "share": log(often[name] / most),
                "holds": i in holders,
                "held": i in held,
                "division": place.kind in load_table("figure_place")["division"],
                "unresolved": place.lat is None and not self._is_contained(i, places),
                "in_source": any(start <= place.span.start < stop for start, stop in sources),
                "listed": self._is_listed(head, places),
            } | self._read_words(first, end, head)
            path = tuple(words.climb(head))
            self.sites.append(
                Site(place, first, end, name, path, {key: float(value) for key, value in evidence.items()})
            )

    def find(self, count: Count) -> Place | None:
        """Returns the place of a count, or None where the text names no place."""
        weights = load_table("figure_place_weight")
        scores = [
            sum(weights.get(name, 0.0) * strength for name, strength in evidence.items())
            for evidence in self.weigh(count)
        ]
        return self.sites[scores.index(max(scores))].place if scores else None

    def weigh(self, count: Count) -> list[Evidence]:
        """Returns the evidence on each mention as the place of a count."""
        taken_up, attribution = self._find_taken_up(count), find_attribution(count, self.attributions)
        source = None if attribution is None else attribution.source
        return [
            self._weigh_one(count, site)
            | {
                "taken_up": float(i == taken_up),
                "own_source": float(
                    source is not None and source.start <= site.place.span.start < source.end
                ),
            }
            for i, site in enumerate(self.sites)
        ]

    def _weigh_one(self, count: Count, site: Site) -> Evidence:
        words, evidence = self.words, dict(site.evidence)
        harmed = count.measure in load_table("figure_place")["harm"]
        apart = words.sentence[count.node] - words.sentence[site.first]
        between = slice(*sorted((count.start, site.place.span.start)))
        phrase = range(*count.of) if count.of else range(count.node, count.node + 1)
        end = max(words.find(count.end - 1) + 1, phrase.stop)
        inside = not apart and any(token in phrase for token in site.path[:_NEAR_PATH])
        inside = inside and not evidence["direction"]  # "one from France" tells no place of the count
        evidence |= {
            "distance": log1p(abs(apart)),
            "later": apart < 0,
            "paragraph": "\n" not in words.text[between],
            "sentence": apart == 0,
            "within": inside,
            "governs": not apart and site.path[0] in set(words.climb(count.node)),
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
        """Tells whether the place after a comma is on the map, and says that this is a place: "Babyno, Russia"."""
        if i + 1 == len(places):
            return False
        after = places[i + 1]
        between = self.words.text[places[i].span.end : after.span.start]
        return between.strip() == "," and after.lat is not None

    def _is_listed(self, head: int, places: Sequence[Place]) -> bool:
        """Tells whether a mention is one of several that are joined: "Spain, France and Italy"."""
        words = self.words
        joined = [words.head[head]] if words.dep[head] == "conj" else []
        joined += [child for child in words.children[head] if words.dep[child] == "conj"]
        spans = [(place.span.start, place.span.end) for place in places]
        return any(start <= words.starts[t] < end for t in joined for start, end in spans)

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
        before = [i for i, s in enumerate(self.sites) if s.place.span.start < count.start]
        return next((i for i in reversed(before) if self.sites[i].place.kind in kinds), None)


def _find_lead(words: Words) -> int:
    """Returns the number of the first whole sentence: a line without a verb is a headline or a date."""
    return next((s for s, pos in zip(words.sentence, words.pos, strict=True) if pos in ("VERB", "AUX")), 0)

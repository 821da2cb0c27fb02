"""References: whom each mention means, decided in the order of the text among those mentioned before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, log

from sayso.reader.coreference import Links
from sayso.reader.figure.word import Words
from sayso.reader.speaker.mention import Mention
from sayso.reader.speaker.noun import read_noun
from sayso.reader.speaker.somebody import Somebody, Sort, widen_role
from sayso.vocab import load_table

FEATURES = (
    *("link", "link_log", "distance", "rank", "sentence", "near", "subject", "count"),
    *(
        "spoke_last",
        "continues",
        "gender",
        "role",
        "feature",
        "strange",
        "unnamed",
        "encloses",
        "quotes",
        "title",
    ),
    *("paragraph", "other"),
)
"""What speaks for or against an antecedent, in the order of the weights."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a mention stands as a source.

    Attributes:
        continues: whether its cue says that somebody goes on to speak.
        around: who speaks the words that it stands in, or None.
        quoted: whether these words are quoted.
    """

    continues: bool = False
    around: Somebody | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """An antecedent with what speaks for it, in the order of FEATURES."""

    somebody: Somebody
    evidence: tuple[float, ...]


class Resolver:
    """Decides whom mentions mean, one after the other.

    Attributes:
        meant: whom each mention means so far, by its head token.
        people: everybody so far, the last mentioned last.
    """

    def __init__(self, words: Words, mentions: Sequence[Mention], links: Sequence[Links]) -> None:
        self.words = words
        self.mentions = mentions
        self.links = links
        self.table = load_table("speaker_resolution")
        table = load_table("speaker")
        self.idle = {
            *table["definite"],
            *table["small"],
            *table["loose"],
            *table["front"],
            *self.table["idle"],
        }
        self.paragraph = list(
            accumulate("\n" in words.text[a:b] for a, b in zip(words.starts, words.ends, strict=True))
        )
        self.meant: dict[int, Somebody] = {}
        self.people: dict[int, Somebody] = {}
        self.speaker: Somebody | None = None
        self._masses: list[dict[int, float]] = []
        self._everybody: dict[int, Somebody] = {}

    def settle(self, i: int, somebody: Somebody) -> None:
        """Notes that mention i means somebody."""
        mention = self.mentions[i]
        self.meant[mention.head] = somebody
        somebody.mentions.append(mention)
        somebody.subject = self.words.dep[mention.head].startswith("nsubj")
        if mention.kind in ("he", "she") and not somebody.gender:
            somebody.gender = mention.kind
        if mention.kind in ("person", "body") and somebody.sort != "group":
            somebody.roles.add(read_noun(self.words.lower, mention.head))
        key = id(somebody)
        self.people.pop(key, None)
        self.people[key] = self._everybody[key] = somebody
        for member in somebody.members:
            self.people.pop(id(member), None)
            self.people[id(member)] = member
        self._masses.append({key: 1.0})

    def leave(self, i: int) -> None:
        """Notes that nobody is known whom mention i means."""
        self._masses.append(self._weigh_links(i))

    def list_choices(self, i: int, setting: Setting) -> list[Choice]:
        """Lists those whom mention i may mean, with what speaks for each."""
        mention, masses = self.mentions[i], self._weigh_links(i)
        people = self._list_people(mention, masses, setting.continues)
        return [
            Choice(s, self._weigh(mention, s, (masses.get(id(s), 0.0), rank), setting))
            for rank, s in enumerate(people)
        ]

    def choose(self, i: int, setting: Setting) -> tuple[Somebody | None, float]:
        """Chooses whom mention i most likely means, nobody where none fits, and how likely that is."""
        estimates = self.estimate(i, setting)
        return max(estimates, key=lambda estimate: estimate[1], default=(None, 0.0))

    def estimate(self, i: int, setting: Setting) -> list[tuple[Somebody, float]]:
        """Estimates how likely mention i means each of those who fit; what lacks to 1 is nobody."""
        choices = self.list_choices(i, setting)
        mention = self.mentions[i]
        weights, null = self.table["weights"], self.table["null"][mention.kind]
        scores = [sum(w * x for w, x in zip(weights, c.evidence, strict=True)) for c in choices]
        top = max([null, *scores])
        total = exp(null - top) + sum(exp(score - top) for score in scores)
        return [(c.somebody, exp(score - top) / total) for c, score in zip(choices, scores, strict=True)]

    def _list_people(self, mention: Mention, masses: dict[int, float], continues: bool) -> list[Somebody]:
        """Lists those who fit a mention, the last mentioned first: the latest, and the linked.

        "He" or "she" passes over somebody named in the same paragraph only to whom it is surely linked.
        """
        found: list[Somebody] = []
        longest, named_here = self.table["candidates"], False
        for passed, somebody in enumerate(reversed(self.people.values())):
            if passed > self.table["passed"]:
                break
            likely = masses.get(id(somebody), 0.0)
            may_be = (continues and somebody is self.speaker) or self._may_be(mention, somebody, likely)
            if not (somebody.fits(mention) and may_be):
                continue
            here = self.paragraph[mention.head] == self.paragraph[somebody.last]
            if named_here and not here and likely < self.table["far"]:
                continue
            named_here = named_here or (here and somebody.name is not None and mention.kind in ("he", "she"))
            if len(found) < longest or id(somebody) in masses:
                found.append(somebody)
        return found

    def _weigh_links(self, i: int) -> dict[int, float]:
        """Returns how likely mention i is linked with each of those whom the mentions before it may mean."""
        masses: dict[int, float] = {}
        for j, likely in self.links[i]:
            for key, mass in self._masses[j].items():
                masses[key] = masses.get(key, 0.0) + likely * mass
        return masses

    def _weigh(
        self, mention: Mention, somebody: Somebody, standing: tuple[float, int], setting: Setting
    ) -> tuple[float, ...]:
        """Weighs somebody as what a mention means.

        Args:
            mention: the mention.
            somebody: who it may mean.
            standing: how likely they are linked, and how many of those who fit were mentioned later.
            setting: where the mention stands.
        """
        mass, rank = standing
        words, last = self.words, somebody.last
        apart = words.sentence[mention.head] - words.sentence[last]
        spoke_last = somebody is self.speaker
        role, feature, strange, other = self._compare_roles(mention, somebody)
        return (
            mass,
            log(mass + 0.02),
            -log(1 + mention.head - last),
            1 / (1 + rank),
            float(apart == 0),
            float(apart == 1),
            float(somebody.subject),
            log(1 + len(somebody.mentions)),
            float(spoke_last),
            float(spoke_last and setting.continues),
            float(bool(somebody.gender) and somebody.gender == mention.kind),
            role,
            feature,
            strange,
            float(somebody.name is None and not somebody.takes_part),
            float(somebody is setting.around and not setting.quoted),
            float(somebody is setting.around and setting.quoted),
            float(somebody.mentions[0].head < self.table["opening"]),
            float(self.paragraph[mention.head] == self.paragraph[last]),
            other,
        )

    def _may_be(self, mention: Mention, somebody: Somebody, likely: float) -> bool:
        """Tells whether a noun may mean somebody: who is called so, or is linked and called nothing."""
        if mention.kind not in ("person", "body"):
            return True
        if mention.kind == "person" and not somebody.roles:
            return likely > float(self.table["unknown"])
        if somebody.sort == "place" and self.words.lower[mention.head] not in self.table["land"]:
            return False
        if not somebody.roles:
            return True
        own, known = self._qualify(mention), somebody.features - somebody.roles - self.idle
        strange = mention.kind == "person" and own and known and not own & known
        return not strange and bool(self._widen(mention) & somebody.roles)

    def _qualify(self, mention: Mention) -> set[str]:
        """Returns the words that stand before a noun and tell its bearer from others."""
        return set(self.words.lower[mention.start : mention.head]) - self.idle

    def _widen(self, mention: Mention) -> frozenset[str]:
        return widen_role(read_noun(self.words.lower, mention.head))

    def _compare_roles(self, mention: Mention, somebody: Somebody) -> tuple[float, float, float, float]:
        """Compares the noun of a mention, and what stands before it, with what somebody was called.

        Returns:
            Whether the noun is the same; whether what stands before it is as well; whether the noun is new to
            one who was called something; whether all that stands before it is new.
        """
        if mention.kind not in ("person", "body", "thing"):
            return 0.0, 0.0, 0.0, 0.0
        role = bool(self._widen(mention) & somebody.roles)
        before = self._qualify(mention)
        shared = before & somebody.features
        known = somebody.features - somebody.roles - self.idle
        other = bool(before) and bool(known) and not shared
        return (
            float(role),
            float(role and bool(shared)),
            float(not role and bool(somebody.roles)),
            float(other),
        )


def make_nobody(words: Words, mention: Mention) -> Somebody:
    """Makes somebody of a noun whose bearer the text does not name."""
    sorts: dict[str, Sort] = {"person": "person", "body": "body"}
    return Somebody(
        sort=sorts.get(mention.kind, "thing"),
        gender=mention.gender,
        plural=mention.plural,
        roles={read_noun(words.lower, mention.head)},
        features=set(words.lower[mention.start : mention.head]),
    )

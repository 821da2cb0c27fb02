"""Statement: what a claim says, and whether it affirms or denies it, made comparable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING, Any, Literal

from sayso.model import Act, Attribution, Reading, Span, SpeakerKind
from sayso.reader.stem import list_stems
from sayso.reconcile.sketch import read_day
from sayso.reconcile.term import load_counts
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name

if TYPE_CHECKING:
    from sayso.reader.vector import Vectors

Stance = Literal["affirms", "denies", "confirms"]
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said.

    Attributes:
        spans: where it stands.
        stems: the stems of its words, weighted by how rare they are in news.
        numbers: the numbers in it, in digits.
        negated: whether it is negated; null where it is too long or too unsure for a contrary.
        vector: its meaning, at length one; empty where it is not known.
    """

    spans: tuple[Span, ...]
    stems: Mapping[str, float]
    numbers: frozenset[str]
    negated: bool | None
    vector: tuple[float, ...] = ()

    @property
    def weight(self) -> float:
        """How much it says: the sum of the weights of its words."""
        return sum(self.stems.values())


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim of an article, made comparable.

    Attributes:
        article: the article's id.
        attribution: id of the attribution.
        outlet: the publisher, or null.
        day: when it was published, or null.
        act: what is done by saying it, or null.
        stance: whether it affirms, denies or confirms what it says.
        speaker: the speaker's name, folded, or null.
        kind: who the speaker is.
        source: the stems of the words for the source.
        content: what is said.
        meant: of a denial, what it denies where the article says that elsewhere, else the content.
    """

    article: str
    attribution: str
    outlet: str | None
    day: date | None
    act: Act | None
    stance: Stance
    speaker: str | None
    kind: SpeakerKind
    source: frozenset[str]
    content: Content
    meant: Content


def list_statements(reading: Reading, vectors: Vectors | None = None) -> tuple[Statement, ...]:
    """Returns the claims of an article that say enough to be compared.

    Args:
        reading: what was read.
        vectors: what its claims mean, one for each attribution in their order; without them words decide.
    """
    contents = {
        attribution.id: read_content(attribution, None if vectors is None else vectors[n])
        for n, attribution in enumerate(reading.attributions)
    }
    made = (_make_statement(reading, attribution, contents) for attribution in reading.attributions)
    least = load_table("claim_link")["least_weight"]
    return tuple(s for s in made if max(s.content.weight, s.meant.weight) >= least)


def read_content(attribution: Attribution, vector: Any = None) -> Content:
    """Reads what an attribution says."""
    text = " ".join(span.text for span in attribution.content)
    length = 0.0 if vector is None else float((vector.astype(float) ** 2).sum() ** 0.5)
    return Content(
        spans=attribution.content,
        stems=weigh_stems(text),
        numbers=frozenset(re.findall(load_table("claim_link")["number"], text)),
        negated=_read_negation(text),
        vector=tuple(float(x) / length for x in vector) if length else (),
    )


def _read_negation(text: str) -> bool | None:
    table = load_table("claim_link")
    if len(_WORD.findall(text)) > table["plain_words"] or re.search(table["epistemic"], text.lower()):
        return None
    return re.search(table["negation"], text.lower()) is not None


def weigh_stems(text: str) -> dict[str, float]:
    """Weighs the stems of a text by how few articles have the word; common words are left out."""
    table = load_table("claim_link")
    weights: dict[str, float] = {}
    for word in _WORD.findall(text.lower()):
        weight = _weigh(word.removesuffix("’s").removesuffix("'s"))
        if len(word) >= table["word_letters"] and weight >= table["commonness"]:
            weights.setdefault(cut_stem(word), weight)
    return weights


def cut_stem(word: str) -> str:
    """Cuts a lower-case word to what it shares with those derived from it: "resign", "resignation"."""
    bare = word.removesuffix("’s").removesuffix("'s")
    return min(list_stems(bare), key=len)[: load_table("claim_link")["stem_letters"]]


@lru_cache(maxsize=20_000)
def _weigh(word: str) -> float:
    counts = load_counts()
    return log(counts.articles / counts.get(word))


def _make_statement(reading: Reading, attribution: Attribution, contents: Mapping[str, Content]) -> Statement:
    stance = find_stance(attribution)
    content, speaker = contents[attribution.id], attribution.speaker
    source = attribution.source.text if attribution.source is not None else ""
    meant = _find_meant(reading, attribution, contents) if stance != "affirms" else None
    return Statement(
        article=reading.article.id,
        attribution=attribution.id,
        outlet=reading.article.publisher,
        day=read_day(reading.article.published),
        act=attribution.act,
        stance=stance,
        speaker=fold_name(speaker.name) if speaker.name else None,
        kind=speaker.kind,
        source=frozenset(weigh_stems(f"{source} {speaker.name or ''}")),
        content=content,
        meant=content if meant is None else contents[meant.id],
    )


def find_stance(attribution: Attribution) -> Stance:
    """Tells whether a claim affirms, denies or confirms what it says; declining to comment denies nothing."""
    table, cue = load_table("relation"), _split(attribution.cue)
    text = " ".join(span.text for span in attribution.content).lower()
    if any(word in table["declining"] for word in cue):
        return "affirms"
    if attribution.act == "deny" or any(word in table["deny"] for word in cue):
        return "denies"
    if re.search(load_table("claim_link")["no_such"], text):
        return "denies"
    return "confirms" if attribution.act == "confirm" else "affirms"


def _split(span: Span | None) -> list[str]:
    return re.findall(r"[^\W\d_]+", span.text.lower()) if span is not None else []


def _find_meant(
    reading: Reading, attribution: Attribution, contents: Mapping[str, Content]
) -> Attribution | None:
    """Finds the claim of its article that one answers: that it denies, or the one before where it points."""
    table, by_id = load_table("claim_link"), {a.id: a for a in reading.attributions}
    for relation in reading.relations:
        if relation.from_ == attribution.id and relation.to in by_id and relation.type == "denies":
            return by_id[relation.to]
    text = " ".join(span.text for span in attribution.content).lower()
    words = re.findall(r"[^\W\d_]+", text)
    points = (len(words) == 1 and words[0] in table["pointing"]) or re.search(table["no_such"], text)
    if not points:
        return None
    at = reading.attributions.index(attribution)
    for other in reversed(reading.attributions[max(0, at - table["nearby"]) : at]):
        is_own = other.speaker.name is not None and other.speaker.name == attribution.speaker.name
        if not is_own and contents[other.id].weight >= table["target_weight"]:
            return other
    return None


def measure_likeness(one: Content, other: Content) -> float:
    """Returns how alike two contents are, -0.5 to 1: the mean of the cosine of meanings and the shared words.

    The words that both have count by weight, against the geometric mean of what either weighs; without
    meanings they count alone.
    """
    both = one.weight * other.weight
    share = measure_shared(one, other) / both**0.5 if both else 0.0
    if not one.vector or not other.vector:
        return share
    return (sum(a * b for a, b in zip(one.vector, other.vector, strict=True)) + share) / 2


def measure_shared(one: Content, other: Content) -> float:
    """Returns the weight of the words that two contents share."""
    return sum_shared(one.stems, other.stems)


def sum_shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Sums the weights of the stems that two texts share, of the lighter word where two have one stem."""
    return sum(min(one[stem], other[stem]) for stem in sorted(one.keys() & other.keys()))


def share_run(one: Content, other: Content) -> bool:
    """Tells whether two contents share several words in a row that are rare enough together."""
    table = load_table("claim_link")
    runs = [set(_list_runs(content, table["run_words"])) for content in (one, other)]
    return any(sum(map(_weigh, run)) >= table["run_weight"] for run in runs[0] & runs[1])


def _list_runs(content: Content, size: int) -> Iterator[tuple[str, ...]]:
    for span in content.spans:
        words = _WORD.findall(span.text.lower())
        yield from (tuple(words[i : i + size]) for i in range(len(words) - size + 1))

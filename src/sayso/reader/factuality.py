"""Factuality: whether what is told of happened, from the encoder and from what the text sets around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from sayso.model import Attribution
from sayso.reader.encoder.sequence import Floats
from sayso.reader.encoder.session import States
from sayso.reader.encoder.weight import Weights
from sayso.reader.figure.word import Words
from sayso.reader.stem import list_stems, look_up
from sayso.vocab import load_table

PLAIN = "plain"
"""What is read where nothing in the text puts the happening in doubt."""
FARTHEST = 8
"""How many steps up a tree may matter to a happening."""
CLAUSES = {"xcomp", "ccomp", "acl", "csubj", "csubj:pass", "advcl"}
OBJECTS = {"obj", "nsubj:pass", "obl", "nmod", "iobj", "compound"}


def judge_factuality(
    states: States, weights: Weights, anchors: Sequence[int], contexts: Sequence[str]
) -> Floats:
    """Returns the probability of each class for each happening, shape (n, classes).

    Args:
        states: what the encoder says of the tokens.
        weights: the heads.
        anchors: the first token of what tells of each happening.
        contexts: what `read_context` read around each.
    """
    table, labels = load_table("factuality")["weight"], weights.labels.factuality
    hidden = states.hidden[np.array(anchors, dtype=np.int64)]
    scores = hidden @ weights.heads["factuality_weight"].T + weights.heads["factuality_bias"]
    for row, context in enumerate(contexts):
        scores[row, labels.index("happened" if context == PLAIN else context)] += table[context]
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def read_context(words: Words, at: int, attribution: Attribution | None = None) -> str:
    """Reads what the words around a happening make of it: a class of factuality, or PLAIN.

    Negation, modality, tense and conditions of its clause and of the clauses over it count, as do the words
    that it depends on ("failed to", "plans for", "the threat of"), and the act of whoever reports it.

    Args:
        words: the text with its tree.
        at: the word that tells of the happening.
        attribution: the innermost attribution whose content holds it, or None.
    """
    found: list[str] = []
    for node, over in _climb(words, at):
        found += _read_clause(words, node)
        if over is not None and (kind := _find_governor(words, node, over)):
            found.append(kind)
    return _settle(found, attribution, words.tag[at])


def _settle(found: list[str], attribution: Attribution | None, tag: str) -> str:
    """Settles on one class: two denials of a happening lift each other."""
    table = load_table("factuality")
    if found.count("not_happened") > 1:
        found = [kind for kind in found if kind != "not_happened"]
    if attribution is not None and attribution.act is not None and (not found or attribution.act == "deny"):
        attitude = table["attitude"].get(attribution.act)
        if attitude is not None and (attitude == "denied" or tag == "VB"):
            found.append(attitude)
    return next((kind for kind in table["order"] if kind in found), PLAIN)


def _climb(words: Words, at: int) -> Iterator[tuple[int, int | None]]:
    """Yields the words on the way up that bear on a happening, each with the word over it or None."""
    node = at
    for _ in range(FARTHEST):
        over = _step_up(words, node)
        yield node, over
        if over is None or not _carries(words, node, over):
            return
        node = over


def _step_up(words: Words, node: int) -> int | None:
    """Returns the word that a happening depends on, or None at the root."""
    return None if words.head[node] == node else words.head[node]


def _carries(words: Words, node: int, over: int) -> bool:
    """Tells whether what is said of a word holds for what depends on it as well."""
    table = load_table("factuality")
    dep = words.dep[node]
    if dep == "conj":
        return _shares(words, node, over)
    if _find_governor(words, node, over) or dep in ("xcomp", "acl"):
        return True
    stems = set(list_stems(words.lower[over]))
    if dep == "nsubj":
        return bool(stems & set(table["occur"]))
    return dep in OBJECTS and bool(stems & set(table["light"]))


def _shares(words: Words, node: int, over: int) -> bool:
    """Tells whether a conjunct shares the auxiliaries of the first: it has its form and no subject."""
    children = words.children[node]
    return words.tag[node] == words.tag[over] and not any(
        words.dep[c] in ("nsubj", "nsubj:pass") or words.lower[c] == "but" for c in children
    )


def _read_clause(words: Words, node: int) -> Iterator[str]:
    """Yields what the auxiliaries, adverbs and conjunctions of a word make of it."""
    table = load_table("factuality")
    children = words.children[node]
    lower = {words.lower[child] for child in children}
    if _is_negated(words, children) or set(table["pending"]) <= lower:
        yield "not_happened"
    if "have" in lower and lower & set(table["unreal"]):
        yield "not_happened" if "would" in lower else "possible"
        return
    for child in children:
        kind = _modals().get(words.lower[child])
        if kind == "reported":
            yield "planned" if words.dep[node] == "ccomp" else "possible"
        elif kind:
            yield kind
    if any(words.dep[c] == "mark" and words.lower[c] in table["condition"] for c in children):
        yield "possible"
    if _is_set(words, node, children):
        yield "planned"


def _is_set(words: Words, node: int, children: Sequence[int]) -> bool:
    """Tells whether a verb is an infinitive after a form of "be" ("is to resign")."""
    if not any(words.lower[c] == "to" and words.dep[c] in ("mark", "aux") for c in children):
        return False
    be, over = load_table("factuality")["be"], words.head[node]
    before = [c for c in children if c < node and words.dep[c] in ("aux", "cop")]
    return any(words.lower[c] in be for c in before) or (words.lower[over] in be and over < node)


def _is_negated(words: Words, children: Sequence[int]) -> bool:
    """Tells whether a word or its subject is negated ("did not meet", "nobody met", "no ministers met")."""
    table = load_table("factuality")
    subjects = [child for child in children if words.dep[child] in ("nsubj", "nsubj:pass")]
    near = [*children, *(inner for subject in subjects for inner in words.children[subject])]
    return any(
        words.lower[child] in table["negative"]
        and words.lower[min(child + 1, len(words) - 1)] not in table["restored"]
        for child in near
    )


def _find_governor(words: Words, node: int, over: int) -> str | None:
    """Returns what the word over a happening makes of it ("failed to", "plans for"), or None."""
    dep, table = words.dep[node], load_table("factuality")
    if dep in CLAUSES:
        kind = look_up(words.lower, over, _governors("clause"))
        if dep in ("advcl", "acl") and not _is_marked(words, node):
            return None
        finite = not _is_marked(words, node)
        return None if finite and set(list_stems(words.lower[over])) & set(table["infinitive"]) else kind
    if dep in OBJECTS:
        cases = [words.lower[c] for c in words.children[node] if words.dep[c] == "case"]
        if dep in ("obl", "nmod") and cases and cases[0] not in table["cases"]:
            return None
        return look_up(words.lower, over, _governors("object"))
    return None


def _is_marked(words: Words, node: int) -> bool:
    """Tells whether a preposition or "to" leads a clause ("to resign", "from returning")."""
    cases = load_table("factuality")["cases"]
    return any(
        words.dep[c] in ("mark", "aux", "case") and words.lower[c] in cases for c in words.children[node]
    )


@cache
def _governors(form: str) -> dict[str, str]:
    return {word: kind for kind, group in load_table("factuality")[form].items() for word in group}


@cache
def _modals() -> dict[str, str]:
    """Returns what auxiliaries, hedges and words of the future make of the word over them."""
    table = load_table("factuality")
    kinds = {word: kind for kind, group in table["modal"].items() for word in group}
    return kinds | dict.fromkeys(table["hedge"], "possible") | dict.fromkeys(table["future"], "planned")

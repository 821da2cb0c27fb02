"""What happened to those counted, read from the words that govern them in the dependency tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reader.figure.bare import read_harm
from sayso.reader.figure.noun import Counted
from sayso.reader.figure.surface import Surface, choose
from sayso.reader.figure.word import Words, find_cue, find_kinds
from sayso.vocab import load_table

_OWN = {"amod", "acl", "acl:relcl", "xcomp", "advcl", "parataxis", "nmod:desc", "appos", "advmod"}
_THROUGH = {"conj", "appos", "nummod", "list", "compound", "det", "amod", "dep", "flat"}
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Governor:
    """Reads what governs those counted in one text.

    Attributes:
        words: the words of the text.
        things: whether it is things that are counted: what befalls them has words of its own.
    """

    words: Words
    things: bool = False

    def find(self, node: int, end: int) -> str | None:
        """Returns the measure that the words around a counted noun give, or None where they give none.

        Args:
            node: the counted noun, or the number where no noun follows it.
            end: the token after the noun phrase.
        """
        return self._read_own(node, end) or self._read_governor(node, 0)

    def find_fate(self, node: int) -> str | None:
        """Returns whether those counted are said to have died by the verb whose subject they are.

        A clause between them may tell of less: "a boy who was shot by his brother has died".
        """
        head, dep = self.words.head[node], self.words.dep[node]
        if not dep.startswith("nsubj") or head < node:
            return None
        fates = self._read_clause(head, passive=dep == "nsubj:pass")
        return "killed" if "killed" in fates else None

    def _read_own(self, node: int, end: int) -> str | None:
        """Reads the adjectives, participles and clauses that hang on a counted noun."""
        found: list[str | None] = []
        for child in self.words.children[node]:
            dep = self.words.dep[child]
            if dep in _OWN:
                if dep in ("appos", "parataxis", "advmod") and self.words.pos[child] not in ("ADJ", "VERB"):
                    continue
                found += self._read_clause(child)
            elif dep == "nmod" and child > node and not self._is_origin(child):
                found.append(self._find_cue(self.words.lower[child], "state"))
        at = end
        while at < len(self.words) and self.words.pos[at] == "ADV" and at < end + 2:
            at += 1
        if (
            at < len(self.words)
            and self.words.pos[at] in ("ADJ", "VERB")
            and self.words.tag[at] in ("JJ", "VBN", "VBD")
        ):
            has_object = any(self.words.dep[c] == "obj" for c in self.words.children[at])
            found.append(None if has_object else self._read_word(at, "patient"))
        return choose(found)

    def _is_origin(self, node: int) -> bool:
        """Tells whether a phrase says whose or from where somebody is: "a spokeswoman for the hospital"."""
        words, origins = self.words, load_table("figure_grammar")["origin_preposition"]
        return any(words.dep[c] == "case" and words.lower[c] in origins for c in words.children[node])

    def _read_governor(self, node: int, depth: int) -> str | None:
        """Climbs from a counted noun to what happens to it."""
        head, dep = self.words.head[node], self.words.dep[node]
        if depth > _DEEPEST or head == node:
            return None
        base, cue = dep.split(":")[0], None
        if base == "nsubj":
            cue = choose(self._read_clause(head, passive=dep == "nsubj:pass"))
        elif base in ("obj", "iobj"):
            cue = self._read_object(node, head)
        elif base in _THROUGH:
            cue = self._read_governor(head, depth + 1)
        elif base in ("nmod", "obl"):
            cue = self._read_phrase(node, head, depth)
        elif base == "xcomp":
            cue = self._find_cue(self.words.lower[head], "patient")
        return cue

    def _read_phrase(self, node: int, head: int, depth: int) -> str | None:
        """Reads what a preposition hangs those counted on ("the deaths of 29", "three, including a baby")."""
        words = self.words
        case = next((words.lower[c] for c in words.children[node] if words.dep[c] == "case"), "")
        if case in load_table("figure_grammar")["noun_preposition"]:
            cue = self._find_cue(words.lower[head], "of")
            if cue:
                return cue
        return (
            self._read_governor(head, depth + 1)
            if case in load_table("figure_grammar")["part_preposition"]
            else None
        )

    def _read_object(self, node: int, verb: int) -> str | None:
        """Reads a verb that takes those counted as its object ("killing five", "left five dead")."""
        if "lives" in find_kinds(self.words.lower[node]):
            return read_lives(self.words, verb)
        words = self.words
        states = [
            self._find_cue(words.lower[c], "state")
            for c in words.children[verb]
            if c > node and words.dep[c] in ("xcomp", "obj", "advcl", "acl", "advmod", "obl")
        ]
        return choose([*states, self._find_cue(words.lower[verb], "patient")])

    def _read_clause(self, verb: int, passive: bool | None = None) -> list[str | None]:
        """Reads the verbs of a clause whose subject is counted, those joined to its verb included."""
        found: list[str | None] = []
        for at in _list_predicates(self.words, verb, 0):
            is_passive = passive if at == verb and passive is not None else _is_passive(self.words, at)
            found.append(self._read_word(at, "patient" if is_passive else "agent"))
            found += [
                self._find_cue(self.words.lower[c], "state")
                for c in self.words.children[at]
                if self.words.dep[c] in ("obl", "obj", "advmod", "compound:prt") and c > at
            ]
        return found

    def _read_word(self, at: int, role: str) -> str | None:
        if self.words.pos[at] in ("ADJ", "NOUN", "ADV"):
            return self._find_cue(self.words.lower[at], "state")
        return self._find_cue(self.words.lower[at], role)

    def _find_cue(self, word: str, role: str) -> str | None:
        return find_cue(word, f"thing_{role}" if self.things else role)


def read_lives(words: Words, verb: int) -> str | None:
    """Returns whether lives are lost or saved by a verb."""
    table = load_table("figure_measure")["lives"]
    stems = {words.lower[verb], words.lower[verb].rstrip("sd"), words.lower[verb].removesuffix("ed")}
    return next((measure for measure, verbs in table.items() if not stems.isdisjoint(verbs)), None)


def _list_predicates(words: Words, verb: int, depth: int) -> Iterator[int]:
    """Lists a verb, what completes it, and what is joined to it without a subject of its own."""
    yield verb
    if depth >= 2:
        return
    for child in words.children[verb]:
        dep = words.dep[child]
        own = any(words.dep[c].startswith("nsubj") for c in words.children[child])
        if (dep == "xcomp" or (dep == "conj" and depth < 2)) and not own:
            yield from _list_predicates(words, child, depth + 1)


def _is_passive(words: Words, verb: int) -> bool:
    """Tells whether a verb is passive: by its auxiliary, or a bare participle without "have"."""
    auxiliaries = [c for c in words.children[verb] if words.dep[c].startswith("aux")]
    if any(words.dep[c] == "aux:pass" for c in auxiliaries):
        return True
    return words.tag[verb] == "VBN" and not auxiliaries


def settle_measure(kinds: frozenset[str], measure: str | None, struck: bool) -> str:
    """Returns the measure of a count: what its noun means, or else what governs it, or else a role.

    Args:
        kinds: the kinds of the counted noun.
        measure: what governs it, or None.
        struck: whether the sentence has counted casualties before.
    """
    own = next((kind for kind in load_table("figure_noun")["kinds"] if kind in kinds), None)
    fate = measure if measure in load_table("figure_measure")["fates"] else None
    if "lives" in kinds:
        settled = measure if measure in ("rescued", "injured") else "killed"
    elif own and (fate in (None, "other") or own in load_table("figure_measure")["harm"]):
        settled = own
    elif fate:
        settled = fate
    elif "casualty" in kinds:
        settled = "injured" if struck else "killed"
    elif kinds & {"forces", "units"} or ("vehicle" in kinds and measure == "forces"):
        settled = "forces"
    else:
        settled = "attending" if "attending" in kinds or measure == "attending" else "other"
    return str(settled)


def find_measure(
    words: Words, place: tuple[int, int], node: int, counted: Counted | None, things: bool
) -> str | None:
    """Finds what happened to those counted: by the words beside them first, then by the tree.

    Args:
        words: the words of the text.
        place: the first token of the quantity, and the token after its noun phrase.
        node: the token that stands for those counted in the tree.
        counted: the noun phrase, or None.
        things: whether it is things that are counted.
    """
    first, end = place
    if counted and "lives" in find_kinds(words.lower[counted.head]):
        verb = max((i for i in range(max(0, first - 4), first) if words.pos[i] == "VERB"), default=first)
        after = range(end, min(len(words), end + 3))
        return next((cue for cue in (read_lives(words, i) for i in (verb, *after)) if cue), None)
    if end + 1 < len(words) and words.tag[end] == "POS":
        cue = find_cue(words.lower[end + 1], "of")
        if cue is not None:
            return cue
    surface = Surface(words, things)
    within = surface.read_within(counted.start, counted.head) if counted else None
    beside = choose([within, surface.read_before(first)])
    if beside in (None, "injured"):
        beside = choose([beside, surface.read_after(end)])
    if beside == "injured" and not things:
        beside = choose([beside, Governor(words).find_fate(node)])
    if beside is None and (things or words.lower[end - 1] == "others"):
        other = Surface(words, not things).read_before(first)
        beside = other if other in ("forces", "destroyed") else None
    beside = beside or read_harm(words, first)
    return beside or Governor(words, things).find(node, end) or surface.read_joined(first)

"""Speakers: who the source of an attribution is, as far as its own words say it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sayso.model import Span, Speaker
from sayso.vocab import load_table

UNRESOLVED = Speaker(name=None, kind="unresolved", actor=None, mention=None)
ANONYMOUS = Speaker(name=None, kind="anonymous", actor=None, mention=None)
ROLE = Speaker(name=None, kind="role", actor=None, mention=None)


def find_speaker(
    doc: Doc, entities: Sequence[DocSpan], source: tuple[int, int] | None, *, has_cue: bool
) -> Speaker:
    """Finds the speaker in the words of the source: a name in it, an office, or nobody that they tell.

    A cue without a source leaves the speaker anonymous ("it was reported"); content that has neither, and a
    pronoun, leave it unresolved.

    Args:
        doc: the text with its syntax.
        entities: the entities of the doc, which a Doc collects anew each time that it is asked.
        source: first and past-the-last character of the source, or None.
        has_cue: whether there is a cue.
    """
    if source is None:
        return ANONYMOUS if has_cue else UNRESOLVED
    span = doc.char_span(*source, alignment_mode="expand")
    words = load_table("speaker")
    heads = _find_heads(span)
    names = [
        entity
        for entity in entities
        if span.start <= entity.start and entity.end <= span.end and _names(entity, heads, words)
    ]
    if names:
        mention = Span(start=names[0].start_char, end=names[0].end_char, text=names[0].text)
        name = "; ".join(entity.text for entity in names)
        return Speaker(name=name, kind="named", actor=None, mention=mention)
    if any(token.lower_ in words["anonymous"] for token in span):
        return ANONYMOUS
    if span.root.pos_ in ("PRON", "DET") or span.root.lower_ in words["lost"]:
        return UNRESOLVED
    return ROLE


def _find_heads(span: DocSpan) -> set[int]:
    """Collects the head of a noun phrase with those that stand beside it: appositions, titles, conjuncts."""
    found = {span.root.i}
    waiting: list[Token] = [span.root]
    while waiting:
        for child in waiting.pop().children:
            beside = child.dep_.partition(":")[0] in ("appos", "flat", "conj", "nmod", "compound", "list")
            is_beside = beside and not any(t.dep_ == "case" for t in child.children) and child.dep_ != "nmod:poss"
            if is_beside and span.start <= child.i < span.end and child.i not in found:
                found.add(child.i)
                waiting.append(child)
    return found


def _names(entity: DocSpan, heads: set[int], words: dict[str, list[str]]) -> bool:
    """Tells whether an entity names the source itself: a person beside its head, or another at its very head."""
    if entity.label_ in words["person"]:
        return entity.root.i in heads
    return entity.label_ in words["body"] and entity.root.dep_ not in ("compound", "nmod:poss", "nmod") and (
        entity.root.i in heads
    )

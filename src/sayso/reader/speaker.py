"""Speakers: who the source of an attribution is, as far as its own words say it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from sayso.model import Span, Speaker, SpeakerKind
from sayso.vocab import load_table


def find_speaker(
    doc: Doc, entities: Sequence[DocSpan], source: tuple[int, int] | None, *, has_cue: bool
) -> Speaker:
    """Finds the speaker in the words of the source: a name in it, an office, or nobody that they tell.

    A cue without a source leaves the speaker anonymous ("it was reported"); content that has neither, and a
    pronoun, leave it unresolved.

    Args:
        doc: the text with its parts of speech.
        entities: the entities of the doc, which a Doc collects anew each time that it is asked.
        source: first and past-the-last character of the source, or None.
        has_cue: whether there is a cue.
    """
    if source is None:
        return _unnamed("anonymous" if has_cue else "unresolved")
    phrase = doc.char_span(*source, alignment_mode="expand")
    if phrase is None:
        return _unnamed("unresolved")
    words = load_table("speaker")
    inside = [e for e in entities if phrase.start <= e.start and e.end <= phrase.end and _is_head(e, phrase)]
    people = [entity for entity in inside if entity.label_ in words["person"]]
    names = people or [entity for entity in inside if entity.label_ in words["body"]]
    if names:
        spans = [_strip(entity, words["stripped"]) for entity in names]
        mention = Span(start=spans[0].start_char, end=spans[0].end_char, text=spans[0].text)
        return Speaker(name="; ".join(s.text for s in spans), kind="named", actor=None, mention=mention)
    if any(token.lower_ in words["anonymous"] for token in phrase):
        return _unnamed("anonymous")
    is_lost = len(phrase) <= 2 and phrase[-1].lower_ in words["lost"]
    return _unnamed("unresolved" if is_lost else "role")


def _unnamed(kind: SpeakerKind) -> Speaker:
    return Speaker(name=None, kind=kind, actor=None, mention=None)


def _is_head(entity: DocSpan, phrase: DocSpan) -> bool:
    """Tells whether a name in a noun phrase is that of the one whom the phrase means.

    It is not where it qualifies what follows ("the Red Cross official", "Okello's lawyer"), or hangs on a
    preposition or a clause before it ("an aide to Marta Okello", "a man who knew Okello").
    """
    doc = entity.doc
    if entity.end < phrase.end and _qualifies(doc, entity.end):
        return False
    at = entity.start - 1
    while at >= phrase.start and doc[at].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
        at -= 1
    before = doc[phrase.start : max(at, phrase.start)]
    hangs = at >= phrase.start and doc[at].pos_ in ("ADP", "VERB", "AUX", "PART", "SCONJ")
    return not hangs and not any(
        token.tag_ in ("WP", "WP$", "WDT", "WRB", "VBD", "VBZ", "VBP") for token in before
    )


def _qualifies(doc: Doc, at: int) -> bool:
    """Tells whether the token after a name makes the name a qualifier of it."""
    return doc[at].pos_ in ("NOUN", "PROPN", "ADJ") or doc[at].tag_ in ("POS", "HYPH")


def _strip(entity: DocSpan, stripped: list[str]) -> DocSpan:
    """Takes articles and forms of address off the front of a name."""
    start = entity.start
    while start < entity.end - 1 and entity.doc[start].lower_.rstrip(".") in stripped:
        start += 1
    return entity.doc[start : entity.end]

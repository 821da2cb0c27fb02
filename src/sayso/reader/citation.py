"""Citations: whom a report cites is a source of its own, nested in the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reader.draft import Draft
from sayso.reader.figure.word import Words
from sayso.reader.span import Range, meets, trim
from sayso.reader.speaker.mention import find_head
from sayso.reader.speaker.noun import is_body_noun, is_person_noun
from sayso.reader.speaker.phrase import PhraseReader
from sayso.vocab import load_table


def cite_sources(words: Words, phrases: PhraseReader, drafts: Sequence[Draft]) -> list[Draft]:
    """Returns the drafts with those that are cited: "the Lund Post reported, citing prosecutors".

    The report is the parent, and both say the same. What the network takes for the words of whoever cites
    ("prosecutors") goes; a reason ("citing the heat") stays.
    """
    kept = list(drafts)
    for at in _list_cues(words):
        cited = _read_cited(words, phrases, at)
        if cited is None:
            continue
        cue = (words.starts[at], words.ends[at])
        own = [draft for draft in kept if draft.cue is not None and meets(draft.cue, cue)]
        others = [draft for draft in kept if draft not in own]
        report = _find_report(words, at, others) or _part_report(words, cited, own)
        if report is None:
            continue
        report.content = [piece for piece in report.content if not meets(piece, cited)] or report.content
        cite = replace(report, source=cited, cue=cue, content=list(report.content), parent=report)
        kept = [*others, *([] if report in others else [report]), cite]
    return kept


def _list_cues(words: Words) -> list[int]:
    table = load_table("attribution")["citing"]
    return [at for at, word in enumerate(words.lower) if word in table and at + 1 < len(words)]


def _read_cited(words: Words, phrases: PhraseReader, at: int) -> Range | None:
    """Returns the phrase of whom a cue cites, or None where that is nobody."""
    end = at + 1
    while end < len(words) and words.sentence[end] == words.sentence[at] and words.pos[end] != "PUNCT":
        if words.pos[end] in ("VERB", "AUX") and words.tag[end] not in ("VBN", "VBG"):
            break
        end += 1
    terms = phrases.read(at + 1, end) if end > at + 1 else []
    if not terms:
        return None
    noun, table = words.lower[terms[0].head], load_table("speaker")
    speaks = is_person_noun(noun) or is_body_noun(noun) or noun in table["anonymous"]
    if terms[0].kind not in ("name", "office", "document") and not speaks:
        return None
    return trim(words.text, words.starts[at + 1], words.ends[end - 1])


def _find_report(words: Words, at: int, drafts: Sequence[Draft]) -> Draft | None:
    """Finds the report of the same sentence whose cue is nearest, outside of what it says."""
    start = words.starts[at]
    near = [
        draft
        for draft in drafts
        if draft.cue is not None
        and draft.source is not None
        and words.sentence[words.find(draft.cue[0])] == words.sentence[at]
        and not any(low <= start < high for low, high in draft.content)
    ]
    return min(near, key=lambda draft: abs((draft.cue or (0, 0))[0] - start), default=None)


def _part_report(words: Words, cited: Range, drafts: Sequence[Draft]) -> Draft | None:
    """Parts a report from the citation in it: "reported, citing prosecutors, that wages rose"."""
    for draft in drafts:
        if draft.source is None or not any(
            low <= cited[0] and cited[1] < high for low, high in draft.content
        ):
            continue
        subject = find_head(words, words.find(draft.source[0]), words.find(draft.source[1] - 1) + 1)
        verb = words.head[subject]
        rest = [_skip(words, cited[1], high) for low, high in draft.content if cited[1] < high]
        if words.pos[verb] == "VERB" and words.ends[verb] <= cited[0]:
            cue = (words.starts[verb], words.ends[verb])
            return replace(draft, cue=cue, content=rest)
    return None


def _skip(words: Words, start: int, end: int) -> Range:
    """Skips the comma and the "that" in front of what was said."""
    at, table = words.find(start), load_table("attribution")["introducing"]
    while words.starts[at] < start or words.pos[at] == "PUNCT" or words.lower[at] in table:
        at += 1
    return words.starts[at], end

"""Tense: whether the words around an expression of time speak of what was or of what will be."""

from __future__ import annotations

from sayso.reader.time.word import Word, Words
from sayso.vocab import load_table

FARTHEST = 12
"""How many steps up a tree a verb is looked for; a tree of a doc that was not parsed may never end."""
_CLAUSES = ("root", "ROOT", "ccomp", "parataxis")
"""The relations of a word that is the predicate of a clause."""


def _load_cues() -> dict[str, list[str]]:
    cues: dict[str, list[str]] = load_table("time")["tenses"]
    return cues


def tell_tense(words: Words, start: int, end: int) -> int:
    """Returns the tense of the verb that governs the words [start, end): -1 past, 1 future, 0 unknown.

    A verb right before them governs them, whatever the tree says ("ruled Wednesday that"). Then what leads to
    them is heard: "since" looks back; "effective", "until", "by" and a deadline look ahead.
    """
    cues, near, last = _load_cues(), words.before(start), words.find(end - 1)
    if near is not None and near.text in cues["ahead"]:
        return 1
    follower = words.after(end)
    if last is None or (follower is not None and follower.tag == "POS"):
        return int(near is not None and near.text in cues["until"])
    verb = _find_verb_before(words, near)
    if verb is None:
        verb = _find_predicate(words, last.at)
        verb = verb if near is None or _is_predicate(words, verb) else _find_verb_left(words, near.at, verb)
    tense = _tell(words, verb)
    return tense if near is None else _weigh_lead(words, (near, last), (verb, tense))


def _find_verb_before(words: Words, near: Word | None) -> int | None:
    """Returns the verb right before an expression, or before its preposition; or null."""
    if near is not None and near.lower in _load_cues()["leads"]:
        near = words.word(near.at - 1)
    if near is None:
        return None
    if near.tag.startswith("VB"):
        return words.head(near.at) if words.dep(near.at) == "cop" else near.at
    is_torn = near.lower in _load_cues()["timetable"] and words.dep(near.at) in _CLAUSES
    return near.at if is_torn else None


def _is_predicate(words: Words, at: int) -> bool:
    """Tells whether a word is a verb or has a copula."""
    has_copula = "cop" in map(words.dep, words.children(at))
    return has_copula or words.pos(at) in ("VERB", "AUX")


def _find_verb_left(words: Words, at: int, root: int) -> int:
    """Returns the verb before a word in its clause, for a tree that has none over it; else the root."""
    for one in range(at, max(at - FARTHEST, -1), -1):
        word = words.word(one)
        if word is None or not word.text[0].isalnum():
            break
        if words.pos(one) == "VERB":
            return one
    return root


def _weigh_lead(words: Words, around: tuple[Word, Word], predicate: tuple[int, int]) -> int:
    """Corrects the tense of a predicate by what leads to the expression, and by the noun over it.

    Args:
        words: the text.
        around: the word before the expression, and its last one.
        predicate: the word that governs it, and the tense of that.
    """
    (near, last), (verb, tense), cues = around, predicate, _load_cues()
    lead, governor = near.lower, _lower(words, verb)
    if lead in cues["since"]:
        return -1
    if near.text in cues["until"]:
        return -1 if tense < 0 and _is_lasting(words, verb) else 1
    if lead in cues["by"] and last.tag:
        return 1 if tense >= 0 or _is_demanded(words, verb) else -1
    if lead in cues["for"] and _lower(words, near.at - 1) in cues["set_for"]:
        return tense if governor in cues["perfect"] else 1
    if _lower(words, words.head(last.at)) in cues["deadlines"] and words.head(last.at) != last.at:
        return -1 if governor in cues["lapses"] else 1
    is_report = lead in cues["after"] and _tag(words, verb) in ("VBP", "VBZ")
    return 0 if is_report else tense


def _is_lasting(words: Words, verb: int) -> bool:
    """Tells whether a past predicate with "until" lies in the past as a whole: "lasted", "did not stop"."""
    cues, helpers = _load_cues(), _get_helpers(words, verb)
    is_state = "cop" in map(words.dep, words.children(verb)) and words.pos(verb) not in ("VERB", "AUX")
    return is_state or _lower(words, verb) in cues["lasting"] or not helpers.isdisjoint(cues["over"])


def _is_demanded(words: Words, verb: int) -> bool:
    """Tells whether a predicate is a demand or lies below one ("ordered them to leave by")."""
    cues = _load_cues()
    for _ in range(FARTHEST):
        if _lower(words, verb) in cues["demands"]:
            return True
        helpers, over = _get_helpers(words, verb), words.head(verb)
        is_finite = words.dep(verb) == "ccomp" or not helpers <= {*cues["infinitive"], *cues["passive"]}
        if is_finite or _tag(words, verb) == "VBD" or over == verb:
            return False
        verb = _find_predicate(words, over)
    return False


def _find_predicate(words: Words, at: int) -> int:
    """Returns the verb over a word, or the predicate with a copula, or the root."""
    for _ in range(FARTHEST):
        if _is_predicate(words, at) or words.head(at) == at:
            break
        at = words.head(at)
    return at


def _tell(words: Words, at: int, depth: int = 3) -> int:
    """Tells the tense of a predicate by its form, its auxiliaries and what leads to it."""
    cues, word = _load_cues(), words.word(at)
    if word is None or not depth:
        return 0
    helpers = _get_helpers(words, at)
    is_planned = word.lower in cues["plans"] or _is_planned(words, at)
    if word.lower in cues["perfect"] or _is_past_modal(words, at, helpers):
        return -1
    for name, tense in (("perfect", -1), ("future", 1), ("past", -1)):
        if not helpers.isdisjoint(cues[name]) or (is_planned and name == "future"):
            return tense
    is_infinitive = word.tag == "VB" and not helpers.isdisjoint(cues["infinitive"])
    if is_infinitive or (word.tag == "VBG" and not helpers):
        return _tell_over(words, at, depth)
    is_present = not helpers.isdisjoint(cues["present"])
    if word.tag in ("VBD", "VBN") and not is_present:
        return -1
    is_ahead = (is_present and _has_deadline(words, at)) or _is_arranged(words, at, is_present)
    is_plain = word.tag in ("VBP", "VBZ") and not helpers and word.lower not in cues["standing"]
    return int(is_ahead or is_plain)


def _tell_over(words: Words, at: int, depth: int) -> int:
    """Tells the tense of an infinitive or participle by what is over it: "agreed to" leads to a future.

    Else it is that of the predicate; below no verb an infinitive is a headline's future ("Mayor to visit").
    """
    over = words.head(at)
    if over == at:
        return 0
    predicate, leads = _find_predicate(words, over), _load_cues()["leads_to"]
    if _lower(words, over) in leads or _lower(words, predicate) in leads:
        return 1
    is_headline = _tag(words, at) == "VB" and predicate == over and words.pos(over) in ("NOUN", "PROPN")
    return 1 if is_headline and not _get_helpers(words, over) else _tell(words, predicate, depth - 1)


def _is_planned(words: Words, at: int) -> bool:
    """Tells whether "due to" or the like stands before a word, whatever the tree makes of it."""
    cues = _load_cues()
    at -= _lower(words, at - 1) in cues["passive"]
    to, plan, *before = (_lower(words, at - step) for step in (1, 2, 3, 4))
    is_led = to in cues["infinitive"] and (plan in cues["plans"] or plan in cues["leads_to"])
    return is_led and not any(word in cues["perfect"] for word in before)


def _is_past_modal(words: Words, at: int, helpers: set[str]) -> bool:
    """Tells whether a possibility lies in the past: "may have left", "could not be reached"."""
    cues = _load_cues()
    is_perfect = not helpers.isdisjoint(cues["modal"]) and not helpers.isdisjoint(cues["have"])
    near = [at, *words.children(at)]
    is_denied = any(_lower(words, child) in cues["denial"] for one in near for child in words.children(one))
    return is_perfect or (is_denied and not helpers.isdisjoint(cues["past_if_denied"]))


def _has_deadline(words: Words, at: int) -> bool:
    """Tells whether the subject of a predicate is a deadline."""
    subjects = (child for child in words.children(at) if words.dep(child).startswith("nsubj"))
    return any(_lower(words, subject) in _load_cues()["deadlines"] for subject in subjects)


def _is_arranged(words: Words, at: int, is_present: bool) -> bool:
    """Tells whether a predicate is one of timetables ("resumes", "are meeting"), even if tagged a noun."""
    cues, name = _load_cues(), _lower(words, at)
    if name in cues["arranged"]:
        return is_present
    is_verb = _tag(words, at) in ("VBP", "VBZ") or words.dep(at) in _CLAUSES
    return is_verb and name in cues["timetable"]


def _get_helpers(words: Words, at: int) -> set[str]:
    """Returns the auxiliaries, copulas and marks of a predicate, in small letters."""
    below = [(words.dep(one), _lower(words, one)) for one in words.children(at)]
    # "Won't" comes in two pieces, which are easily taken for adverbs.
    torn = {name for dep, name in below if dep == "advmod" and name in _load_cues()["future"]}
    return torn | {name for dep, name in below if dep in ("aux", "aux:pass", "cop", "mark")}


def _lower(words: Words, at: int) -> str:
    word = words.word(at)
    return "" if word is None else word.lower


def _tag(words: Words, at: int) -> str:
    word = words.word(at)
    return "" if word is None else word.tag

"""Parties: the names of a text, merged where they name one and the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.reader.figure.word import Words
from sayso.reader.speaker.acronym import is_acronym, take_initials
from sayso.reader.speaker.name import Name, NameKind
from sayso.vocab import load_table
from sayso.vocab.gazetteer.name import fold_name


@dataclass(slots=True)
class Party:
    """Somebody whom the text names.

    Attributes:
        name: the fullest name that the text gives.
        kind: person, body or place.
        names: where it is named, in the order of the text.
        parts: the folded words of all its names.
        roles: tokens of the noun phrases that say what it is, half open.
    """

    name: str
    kind: NameKind
    names: list[Name] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    roles: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as it is spelt somewhere, with its folded words and their initials."""

    text: str
    kind: NameKind
    parts: tuple[str, ...]
    initials: str
    acronym: bool
    printed: str


def gather_parties(words: Words, names: Sequence[Name]) -> list[Party]:
    """Merges names into parties, in the order of their first mention."""
    forms = [_spell(words, name) for name in names]
    counts = Counter(forms)
    order = {form: i for i, form in enumerate(counts)}
    groups: list[list[_Form]] = []
    group_of: dict[_Form, int] = {}
    index: dict[str, list[int]] = {}
    for form in sorted(counts, key=lambda form: (-len(form.parts), -counts[form], order[form])):
        near = sorted({i for key in _list_keys(form) for i in index.get(key, ())})
        found = _find_group(form, near, groups, counts)
        if found is None:
            found = len(groups)
            groups.append([])
            for key in {*_list_keys(form), *_list_acronyms(form)}:
                index.setdefault(key, []).append(found)
        groups[found].append(form)
        group_of[form] = found
    aliases = _join_aliases(words, names, [group_of[form] for form in forms])
    parties: dict[int, Party] = {}
    for name, form in zip(names, forms, strict=True):
        group = aliases.get(group_of[form], group_of[form])
        main = _choose_main(groups[group], counts)
        party = parties.setdefault(group, Party(main.printed, main.kind))
        party.names.append(name)
        party.parts.update(form.parts)
    return list(parties.values())


def _spell(words: Words, name: Name) -> _Form:
    text = words.cut(name.start, name.end)
    short = load_table("speaker")["short"]
    parts = fold_name(" ".join(short.get(word, word) for word in text.split())).split()
    small = load_table("speaker")["small"]
    shape = is_acronym(text), _print(text)
    if name.kind == "person":
        return _Form(text, name.kind, tuple(parts), "".join(part[0] for part in parts).upper(), *shape)
    spelling = load_table("speaker")["spelling"]
    content = tuple(spelling.get(part, part) for part in parts if part not in small) or tuple(parts)
    return _Form(text, name.kind, content, take_initials(parts), *shape)


def _print(text: str) -> str:
    """Prints a name in full where it is a well-known short one."""
    full: str = load_table("speaker")["short"].get(text, " ".join(text.split()))
    return full


def _choose_main(forms: Sequence[_Form], counts: Counter[_Form]) -> _Form:
    """Chooses the fullest form, but of a person's that with first and last name alone if it is as common."""
    full = forms[0]
    ends = (full.parts[0], full.parts[-1])
    plain = [form for form in forms if form.parts == ends and counts[form] >= counts[full]]
    return plain[0] if full.kind == "person" and plain else full


def _list_keys(form: _Form) -> list[str]:
    """Lists what a name shares with any that it may stand for: a word, or how its last word begins."""
    return [*form.parts, f"{form.parts[-1][:2]}…", fold_name(form.printed)]


def _list_acronyms(form: _Form) -> list[str]:
    """Lists the acronyms that a name may go by, as they are folded."""
    content = take_initials(list(form.parts))
    tails = [content[i:] for i in range(max(len(content) - 2, 1))]
    return [acronym.lower() for acronym in (form.initials, content[:-1], *tails)]


def _find_group(
    form: _Form, near: Sequence[int], groups: Sequence[Sequence[_Form]], counts: Counter[_Form]
) -> int | None:
    """Finds the group of longer names that a name belongs to; none where several could hold it.

    Args:
        form: the name.
        near: the groups that it may belong to.
        groups: all groups, the fullest form of each first.
        counts: how often each form stands in the text.
    """
    values = {i: _compare(form, groups[i][0]) for i in near}
    best = max(values.values(), default=0)
    found = [i for i, value in values.items() if value == best]
    if not best or (len(found) > 1 and form.kind != "person"):
        return None
    return max(found, key=lambda i: sum(counts[other] for other in groups[i]))


def _compare(form: _Form, full: _Form) -> int:
    """Tells how well a name may stand for a fuller one: 0 not at all, 4 best."""
    if form.printed == full.printed:
        return 4
    if len(form.text) > 2 and form.acronym and full.kind == "person":
        return 3 if form.text == full.initials else 0
    if form.kind == "person" or full.kind == "person":
        return _compare_people(form, full) if form.kind == full.kind or len(form.parts) == 1 else 0
    if sorted(form.parts) == sorted(full.parts):
        return 4
    if form.acronym:
        return 3 if len(full.parts) > 1 and _spells("".join(form.parts).upper(), full) else 0
    return _compare_bodies(form, full) if form.kind in ("body", "other") and full.kind == "body" else 0


def _spells(short: str, full: _Form) -> bool:
    """Tells whether an acronym is a name's initials, a legal form behind or a place before left out."""
    parts, legal = list(full.parts), load_table("speaker")["legal"]
    content = take_initials(parts)
    shorter = content[:-1] if parts[-1] in legal else content
    return short in (full.initials, content, shorter) or (len(short) > 2 and content.endswith(short))


def _compare_people(form: _Form, full: _Form) -> int:
    """A person goes by the last name, else by the first, or by a spelling one letter away."""
    few, many = form.parts, full.parts
    if form.kind != full.kind and (len(many) == 1 or full.kind != "person"):
        return 0
    if few == many:
        return 4
    if len(few) < len(many):
        if many[-len(few) :] == few:
            return 4
        at = iter(many)
        if all(part in at for part in few) and (len(few) > 1 or few[0] == many[0] or len(few[0]) > 3):
            return 3
    if len(few) <= len(many) and few[-1] != many[-1] and few[:-1] in (many[:-1], ()):
        return 2 if _is_near(few[-1], many[-1]) else 0
    return 0


def _compare_bodies(form: _Form, full: _Form) -> int:
    """A body goes by the head or the tail of its name, whatever stands between left out."""
    few, many = form.parts, full.parts
    generic = load_table("speaker")["generic"]
    if len(few) >= len(many):
        return 0
    if len(few) == 1:
        return 2 if few[0] not in generic and few[0] == many[0] and len(many) <= 3 else 0
    if many[-len(few) :] == few or many[: len(few)] == few:
        return 2
    rest = " ".join(part for part in many if part not in few)
    if set(few) <= set(many) and rest in {name.lower() for name in load_table("speaker")["short"].values()}:
        return 2
    at = iter(many)
    return 1 if all(part in at for part in few) and few[-1] == many[-1] else 0


def _is_near(a: str, b: str) -> bool:
    """Tells whether two long words differ by one letter, or by two that changed places; not by the first."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    short, long = sorted((a, b), key=len)
    i = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(a) != len(b):
        return short[i:] == long[i + 1 :]
    swapped = short[i : i + 2] == long[i : i + 2][::-1] and short[i + 2 :] == long[i + 2 :]
    return swapped or short[i + 1 :] == long[i + 1 :]


def _join_aliases(words: Words, names: Sequence[Name], groups: Sequence[int]) -> dict[int, int]:
    """Maps the group of an explained acronym to that of its long form."""
    long_of = {
        words.cut(name.acronym, name.acronym + 1): group
        for name, group in zip(names, groups, strict=True)
        if name.acronym is not None
    }
    return {
        group: long_of[text]
        for name, group in zip(names, groups, strict=True)
        if (text := words.cut(name.start, name.end)) in long_of and group != long_of[text]
    }

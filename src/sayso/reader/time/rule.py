"""Rules: finds expressions of time in lexemes by named patterns, and joins those that make one expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sayso.reader.time.lexeme import Lexemes, load_lexicon
from sayso.reader.time.pattern import find_starts, translate
from sayso.vocab import load_table


@dataclass(slots=True)
class Expression:
    """Some lexemes that a rule takes for an expression of time.

    Attributes:
        rule: the rule, as the table has it.
        first: number of its first lexeme.
        stop: number of the lexeme after its last one.
        values: what the words of each class mean, in their order.
        inside: the expression that says in which day or year this one lies, or null.
    """

    rule: Mapping[str, Any]
    first: int
    stop: int
    values: dict[str, list[Any]] = field(default_factory=dict)
    inside: Expression | None = None

    @property
    def read(self) -> str:
        """How it is read: the name of a reading."""
        return str(self.rule["read"])

    def get(self, *names: str) -> Any:
        """Returns the value of the first word of any of these classes, or null."""
        for name in names:
            if name in self.values:
                return self.values[name][0]
        return None


Guard = Callable[[Expression], bool]


def find_expressions(lexemes: Lexemes, guard: Guard) -> list[Expression]:
    """Finds the expressions of a text in their order, none inside another.

    At each place the first rule of the table that fits is taken.

    Args:
        lexemes: the words of the text.
        guard: tells whether an expression of a rule that has a guard is one of time indeed.
    """
    found = [e for e in _match(lexemes) if "guard" not in e.rule or guard(e)]
    joined = _join(found, lexemes)
    return [e for e in joined if e.read != "none" and (e.inside or not e.rule.get("merged"))]


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule with its regular expression, and the numbers of the groups of its classes."""

    rule: Mapping[str, Any]
    pattern: re.Pattern[str]
    groups: tuple[tuple[int, str], ...]


@cache
def _compile() -> dict[str, list[_Compiled]]:
    """Compiles the rules; for each symbol those that can begin with it, in the order of the table."""
    table, lexicon = load_table("time_rule"), load_lexicon()
    by_symbol: dict[str, list[_Compiled]] = {}
    for rule in table["rules"]:
        pattern = re.compile(translate(rule["pattern"], table["macros"], lexicon.charset))
        groups = [(index, name.rstrip("0123456789")) for name, index in pattern.groupindex.items()]
        compiled = _Compiled(rule, pattern, tuple(sorted(groups)))
        for symbol in find_starts(rule["pattern"], table["macros"], lexicon.charset):
            by_symbol.setdefault(symbol, []).append(compiled)
    return by_symbol


def _match(lexemes: Lexemes) -> Iterator[Expression]:
    by_symbol, symbols, at = _compile(), lexemes.symbols, 0
    while at < len(symbols):
        for compiled in by_symbol.get(symbols[at], ()):
            if match := compiled.pattern.match(symbols, at):
                yield _express(compiled, match, lexemes)
                at = match.end() - 1
                break
        at += 1


def _express(compiled: _Compiled, match: re.Match[str], lexemes: Lexemes) -> Expression:
    expression = Expression(compiled.rule, match.start(), match.end())
    for index, name in compiled.groups:
        if (at := match.start(index)) >= 0:
            expression.values.setdefault(name, []).append(lexemes.values[at][name])
    return expression


@cache
def _compile_gaps() -> list[tuple[Mapping[str, Any], re.Pattern[str]]]:
    table, lexicon = load_table("time_rule"), load_lexicon()
    gaps = []
    for compound in table["compounds"]:
        sources = [translate(gap, table["macros"], lexicon.charset) for gap in compound["gaps"]]
        gaps.append((compound, re.compile("|".join(f"(?:{source})" for source in sources))))
    return gaps


def _join(found: Iterable[Expression], lexemes: Lexemes) -> Iterator[Expression]:
    """Joins neighbours that make a compound, such as a time and its day."""
    last: Expression | None = None
    for expression in found:
        joined = None if last is None else _join_two(last, expression, lexemes)
        if last is not None and joined is None:
            yield last
        last = joined or expression
    if last is not None:
        yield last


def _join_two(one: Expression, two: Expression, lexemes: Lexemes) -> Expression | None:
    gap = lexemes.symbols[one.stop : two.first]
    if len(gap) > 3:
        return None
    for compound, pattern in _compile_gaps():
        if one.read in compound["first"] and two.read in compound["second"] and pattern.fullmatch(gap):
            if compound["head"] == "apart":
                # Each day of a list leans on its date, not on the day before, however long the list is.
                two.inside = one if one.read == "date" else one.inside
                return None
            is_closed = "CLOSE" in lexemes.values.get(two.stop, {})
            if compound["head"] == "both":
                return Expression(one.rule, one.first, two.stop + is_closed, one.values, one.inside)
            head, other = (one, two) if compound["head"] == "first" else (two, one)
            inside = other if head.inside is None else head.inside
            stop = two.stop + (is_closed and "OPEN" in lexemes.values.get(two.first - 1, {}))
            return Expression(head.rule, one.first, stop, head.values, inside)
    return None

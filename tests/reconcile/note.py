"""Invented counts, statements and tellings to reconcile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sayso.model import Article, Attribution, Figure, Hop, Reading, Span, Speaker
from sayso.reconcile.count import Count
from sayso.reconcile.counter import Counter
from sayso.reconcile.group import Group
from sayso.reconcile.independence import Telling
from sayso.reconcile.statement import Content, Statement, weigh_stems

COUNT = Count(
    article="a",
    figures=("F1",),
    spans=(Span(start=0, end=3, text="six"),),
    low=6,
    high=6,
    bound="exact",
    measure="killed",
    group=Group(),
    place=None,
    country=None,
    as_of=None,
    since=None,
    published="2021-03-04",
    whole=False,
    official=False,
    aside=False,
    counter=Counter(),
)


def count(article: str, number: int, day: int = 4, **facts: Any) -> Count:
    """Makes the count of an article on a day of March 2021; `by` names who counts."""
    by = facts.pop("by", None)
    counter = Counter(by, frozenset({by}) if by else frozenset())
    made = replace(
        COUNT, article=article, low=number, high=number, published=f"2021-03-{day:02}", counter=counter
    )
    return replace(made, **facts)


def reading(text: str, *figures: tuple[str, int, dict[str, Any]], **facts: Any) -> Reading:
    """Makes a reading with figures: the words that each stands in, its number and what else is read of it."""
    made = []
    for n, (words, number, more) in enumerate(figures, 1):
        start = text.index(words)
        of = more.pop("of", None)
        at = text.index(of) if of else 0
        figure = Figure(
            id=f"F{n}",
            span=Span(start=start, end=start + len(words), text=words),
            low=number,
            high=number,
            bound="exact",
            measure="killed",
            of=Span(start=at, end=at + len(of), text=of) if of else None,
            place=None,
            as_of=None,
            since=None,
            counter=None,
            basis="incident",
            attribution=None,
            confidence=0.9,
        )
        made.append(replace(figure, **more))
    article = Article.of(text, id="a", published="2021-03-04")
    return Reading(article=article, figures=tuple(made), **facts)


def attribution(text: str, content: str, name: str | None = None, **facts: Any) -> Attribution:
    """Makes an attribution whose content stands in a text; `cue` and `source` are words of it as well."""

    def find(words: str | None) -> Span | None:
        return Span.of(text, text.index(words), text.index(words) + len(words)) if words else None

    found = find(content)
    assert found is not None
    return Attribution(
        id=facts.pop("id", "A1"),
        source=find(facts.pop("source", None)),
        cue=find(facts.pop("cue", None)),
        content=(found,),
        quotation="indirect",
        act=facts.pop("act", "state"),
        speaker=Speaker(
            name=name, kind=facts.pop("kind", "named" if name else "role"), actor=None, mention=None
        ),
        audience=None,
        parent=facts.pop("parent", None),
        confidence=0.9,
    )


def content(text: str, **facts: Any) -> Content:
    """Makes the content of a statement from its words alone."""
    digits = frozenset(word for word in text.split() if word.isdigit())
    made = Content(
        spans=(Span(start=0, end=len(text), text=text),),
        stems=weigh_stems(text),
        numbers=digits,
        negated=any(word in text.split() for word in ("not", "no", "never")),
    )
    return replace(made, **facts)


def statement(article: str, text: str, speaker: str | None = None, **facts: Any) -> Statement:
    """Makes the statement of an article on the 4th of March 2021."""
    said = content(text)
    made = Statement(
        article=article,
        attribution="A1",
        outlet=None,
        day=date(2021, 3, 4),
        act="state",
        stance="affirms",
        speaker=speaker,
        kind="named" if speaker else "role",
        source=frozenset(),
        content=said,
        meant=said,
    )
    return replace(made, **facts)


def telling(article: str, outlet: str, *names: str | None, **facts: Any) -> Telling:
    """Makes the telling of an outlet, by way of those named; None is somebody without a name."""
    hops = [Hop(role="outlet", name=outlet, kind="named", mention=None, cue=None, attribution=None)]
    for name in names:
        kind: Any = "named" if name else "anonymous"
        hops.append(Hop(role="speaker", name=name, kind=kind, mention=None, cue=None, attribution="A1"))
    made = Telling(article=article, attribution="A1", outlet=outlet, day="2021-03-04", chain=tuple(hops))
    return replace(made, **facts)

"""Four articles made by hand, with claims, figures, events and chains that are known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from sayso.model import Actor, Article, Reading, Speaker
from tests.ledger.sample import cut, make_claim, make_reading

VERSION = "0.1.0+feed"
URLS = [f"https://news.example/{name}" for name in ("mill", "toll", "denial")]

TOLL = (
    "At least 12 died in Orlo, Åse Ødegård told the Orlo Courier. Officials feared 40 dead, a neighbour said."
)
DENIAL = "Ana Brodnik did nothing wrong, the owners said. Ana Brodnik denied any guilt."


def list_readings() -> list[Reading]:
    """Makes the readings: one of everything, a toll, a denial without a date, a claim without a name."""
    return [make_reading(), _make_toll(), _make_denial(), _make_rumour()]


VECTORS = [
    np.array([[100, 0, 0, 0], [0, 100, 0, 0]], np.int8),
    np.array([[90, 10, 0, 0], [0, 0, 100, 0], [0, 0, 0, 100]], np.int8),
    np.array([[-100, 0, 0, 0], [0, 90, 10, 0]], np.int8),
    None,
]
"""The meanings of the claims of each."""


def _make_toll() -> Reading:
    count = make_reading().figures[0]
    facts: dict[str, Any] = {"place": None, "of": None}
    first = replace(
        count,
        span=cut("At least 12", TOLL),
        low=12,
        high=None,
        bound="at_least",
        counter="Åse Ødegård",
        **facts,
    )
    second = replace(
        count, id="F2", span=cut("40", TOLL), low=40, high=40, as_of="2026-06", attribution="A3", **facts
    )
    neighbour = Speaker(name=None, kind="anonymous", actor=None, mention=None)
    officials = Speaker(name=None, kind="role", actor=None, mention=None)
    teller = make_claim(
        "A1", "At least 12 died in Orlo", TOLL, name="Åse Ødegård", audience=cut("the Orlo Courier", TOLL)
    )
    outer = make_claim("A2", "Officials feared 40 dead", TOLL, source=cut("a neighbour", TOLL))
    inner = make_claim(
        "A3", "40 dead", TOLL, source=cut("Officials", TOLL), parent="A2", act="warn", confidence=0.25
    )
    return Reading(
        article=Article.of(
            TOLL, url=URLS[1], publisher="Varn Post", published="2026-06-01", title="Toll rises"
        ),
        attributions=(teller, replace(outer, speaker=neighbour), replace(inner, speaker=officials)),
        figures=(first, second),
        places=(replace(make_reading().places[0], span=cut("Orlo", TOLL), name="Orlø"),),
        actors=(
            Actor(
                id="N1",
                name="Orlo Courier",
                kind="outlet",
                mentions=(cut("the Orlo Courier", TOLL),),
                role=None,
            ),
        ),
    )


def _make_denial() -> Reading:
    name = cut("Ana Brodnik", DENIAL)
    owners = make_claim(
        "A1", "Ana Brodnik did nothing wrong", DENIAL, act="deny", source=cut("the owners", DENIAL)
    )
    own = make_claim(
        "A2", "any guilt", DENIAL, name="Ana Brodnik", actor="N1", act="deny", quotation="direct"
    )
    role = Speaker(name=None, kind="role", actor=None, mention=None)
    return Reading(
        article=Article.of(DENIAL, url=URLS[2], publisher="Orlo Courier", title="Owners speak"),
        attributions=(replace(owners, speaker=role), own),
        actors=(Actor(id="N1", name="Ana Brodnik", kind="person", mentions=(name,), role=None),),
    )


def _make_rumour() -> Reading:
    text = "It burned again, it is said."
    claim = make_claim("A1", "It burned again", text)
    speaker = Speaker(name=None, kind="unresolved", actor=None, mention=None, reason="nobody is named")
    return Reading(article=Article.of(text, id="rumour"), attributions=(replace(claim, speaker=speaker),))

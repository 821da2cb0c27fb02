"""Readings made by hand of invented articles."""

from __future__ import annotations

from sayso.model import Article, Attribution, Reading, Span, Speaker

TEXT = (
    "A ferry ran aground off Lismore Point on Sunday night, the coastguard said.\n"
    "“Nobody panicked,” Marit Solheim, the first officer, told the Harbour Post. “We sang.”\n"
    "She said that the owner had told the crew that the radar was mended. A deckhand denied it.\n"
    "Witnesses were not to be found, and it was reported that a second vessel had been near."
)


def find(text: str, words: str, nth: int = 1) -> Span:
    """Returns the span of the nth occurrence of some words."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


IT = Span.of(TEXT, TEXT.index(" it.") + 1, TEXT.index(" it.") + 3)


def speak(name: str | None, kind: str, mention: Span | None = None) -> Speaker:
    return Speaker(name=name, kind=kind, actor=None, mention=mention)  # type: ignore[arg-type]


def attribute(id: str, speaker: Speaker, text: str = TEXT, **facts: object) -> Attribution:
    """Makes an attribution; words given for spans are found in the text."""
    given: dict[str, object] = {
        "source": None, "cue": None, "content": (), "quotation": "indirect", "act": None,
        "audience": None, "parent": None, "confidence": 0.9,
    }  # fmt: skip
    given |= facts
    for key in ("source", "cue", "audience"):
        if isinstance(words := given[key], str):
            given[key] = find(text, words)
    given["content"] = tuple(find(text, w) if isinstance(w, str) else w for w in given["content"])  # type: ignore[attr-defined]
    return Attribution(id=id, speaker=speaker, **given)  # type: ignore[arg-type]


def make_reading(**facts: str | None) -> Reading:
    """A reading with every kind of speaker, a nested claim, a split quotation and a doubtful one."""
    known: dict[str, str | None] = {
        "title": "Ferry aground off Lismore Point", "publisher": "Northern Wire", "published": "2026-03-01",
        "url": "https://news.example/ferry", "language": "en",
    }  # fmt: skip
    article = Article.of(TEXT, **(known | facts))
    ran = "A ferry ran aground off Lismore Point on Sunday night"
    attributions = (
        attribute("A1", speak(None, "role"), source="the coastguard", cue="said", content=[ran], act="state"),
        attribute(
            "A2", speak("Marit Solheim", "named"), source="Marit Solheim, the first officer", cue="told",
            content=["“Nobody panicked,”", "“We sang.”"], quotation="direct", act="state",
            audience="the Harbour Post",
        ),
        attribute(
            "A3", speak("Marit Solheim", "named"), source="She", cue=find(TEXT, "said", 2),
            content=["the owner had told the crew that the radar was mended"], act="state",
        ),
        attribute(
            "A4", speak(None, "unresolved"), source="the owner", cue="had told",
            content=["the radar was mended"], audience="the crew", parent="A3",
        ),
        attribute(
            "A5", speak(None, "anonymous"), source="A deckhand", cue="denied", content=[IT],
            act="deny", confidence=0.31,
        ),
        attribute(
            "A6", speak(None, "anonymous"), cue="it was reported",
            content=["a second vessel had been near"],
        ),
    )  # fmt: skip
    return Reading(article=article, attributions=attributions)

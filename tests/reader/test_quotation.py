from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reader.quotation import Passages, find_passages


def _texts(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_passages(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “go” and “stay”.", ["“go”", "“stay”"]),
        ('He said "go" and "stay".', ['"go"', '"stay"']),
        ("“First.\n“Second.”", ["“First.", "“Second.”"]),
        ('"Lost mark.\n"Next one."', ['"Lost mark.', '"Next one."']),
        ("He said „go“ and left.", ["„go“"]),
        ("no marks", []),
        ("stray ” mark", []),
    ],
)
def test_finds_passages(text: str, found: list[str]) -> None:
    """Passages are found whole; one left open ends with its paragraph."""
    assert _texts(text) == found


@given(st.text(alphabet='ab \n"“”«»', max_size=60))
def test_passages_are_in_order_and_apart(text: str) -> None:
    """Passages never overlap and never span a line break."""
    last = 0
    for q in find_passages(text):
        assert last <= q.start < q.end
        assert "\n" not in text[q.start : q.end]
        last = q.end


@pytest.mark.parametrize(
    ("text", "content", "nested", "kind"),
    [
        ("“We go,” he said.", "“We go,”", False, "direct"),
        ("He said they go.", "they go", False, "indirect"),
        ("He said they “go now”.", "they “go now”", False, "mixed"),
        ("“Ann said they go,” he said.", "they go", True, "indirect"),
        ("“Ann said, ‘We go’,” he said.", "‘We go’", True, "direct"),
        ("‘We don’t go,’ he said.", "‘We don’t go,’", False, "direct"),
    ],
)
def test_judges_how_words_are_quoted(text: str, content: str, nested: bool, kind: str) -> None:
    """All, some or none of the words stand in marks; nested ones need marks of their own."""
    start = text.index(content)
    assert Passages(text).judge([(start, start + len(content))], nested=nested) == kind


@pytest.mark.parametrize(
    ("text", "content", "widened"),
    [
        ("x “go now” y", "go now", "“go now”"),
        ("x “They go, Ann said, now” y", "They go", "They go"),
        ("x “He said he would go!” y", "he would go!", "he would go!"),
        ("x “First line\ny", "First line", "“First line"),
        ("the miller's son", "miller", "miller"),
        ("“Ann said, ‘We go’,” he said", "We go", "‘We go’"),
    ],
)
def test_takes_in_marks_with_their_partners(text: str, content: str, widened: str) -> None:
    """A mark beside a content belongs to it only if the passage that it bounds does."""
    start = text.index(content)
    a, b = Passages(text).widen(start, start + len(content))
    assert text[a:b] == widened


def test_takes_time_in_proportion_to_a_text_of_apostrophes() -> None:
    """A line of marks that open and never close is read at once."""
    assert Passages(" 'a" * 100_000).single == []

"""Text: a plain text file, whose first lines may be a headline, a byline, an outlet and a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.ingest.admission import admit
from sayso.ingest.credit import has_given_name, is_names, read_credit, read_dated
from sayso.ingest.date import search_date
from sayso.ingest.header import (
    ends_sentence,
    find_dateline,
    has_outlet_word,
    is_outlet,
    read_header,
)
from sayso.model import Article
from sayso.vocab import load_table

_HASHES = re.compile(r"^#+\s+")


@dataclass(slots=True)
class _Head:
    """What stands above the first paragraph: facts, lines that are text all the same, and where it ends."""

    end: int
    facts: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def read_text(text: str) -> Article:
    """Makes an article of plain text: takes the headline and header lines off and keeps the rest as it is.

    Line breaks become line feeds, and blank lines at both ends go. A headline is a short first line without
    a full stop that a blank line, header lines or whole sentences follow; a file that starts with a paragraph
    has none. A line between headline and byline that is neither, such as a standfirst, stays as the first
    paragraph. A file with nothing but a headline (and header lines) is a stub: the headline is its text, and
    its title is null. A dateline, or a first line that is a name of whatever kind and a date, stays in the
    text, and is the date of publication where it gives the year and nothing above it gives a date.

    Raises:
        IngestError: see `admit`.
    """
    lines = _strip_blank(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    head = _read_head(lines, 1)
    title = None
    if _has_title(lines, head):
        title = _HASHES.sub("", lines[0].strip())
    else:
        head = _read_head(lines, 0)
    body = _strip_blank([*head.kept, *_strip_blank(lines[head.end :])])
    if not body and title is not None:
        body, title = [title], None
    content = "\n".join(body)
    facts: dict[str, str | None] = {key: head.facts.get(key) for key in ("url", "publisher", "byline")}
    published = head.facts.get("published") or _find_published(body, has_title=title is not None)
    return admit(content, title=title, published=published, **facts)


def _find_published(body: Sequence[str], *, has_title: bool) -> str | None:
    """Returns the date in the first line of a text, where that is a dateline or stands below a headline."""
    first = body[0] if body else ""
    return (has_title and read_dated(first)) or search_date(find_dateline(first) or "")


def _strip_blank(lines: Sequence[str]) -> list[str]:
    filled = [i for i, line in enumerate(lines) if line.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _has_title(lines: Sequence[str], head: _Head) -> bool:
    """Tells whether the first line is a headline, given the head that would follow it."""
    table = load_table("header")
    if len(lines) < 2:
        return False
    first = lines[0].strip()
    if len(first) > table["title_characters"] or ends_sentence(first) or first[-1] in ",;:—–-":
        return False
    if read_header(first) is not None and (not is_outlet(first) or not lines[1].strip()):
        return False
    is_followed = not lines[1].strip() or read_dated(lines[1].strip())
    return bool(is_followed or head.facts or _starts_paragraphs(lines[1:]))


def _starts_paragraphs(lines: Sequence[str]) -> bool:
    """Tells whether lines are whole paragraphs, one each, and not one paragraph broken at a column."""
    table = load_table("header")
    block = lines[: _find_block_end(lines, 0)]
    ends, starts = re.compile(table["sentence_end"]), re.compile(table["sentence_start"])
    if not (ends.search(block[0].strip()) and starts.search(block[0].strip())):
        return False
    is_broken = max(map(len, block)) <= table["wrapped_characters"]
    return not is_broken or all(ends.search(line.strip()) for line in block)


def _read_head(lines: Sequence[str], start: int) -> _Head:
    """Reads the header lines from a line on; without a byline, a date or an outlet there are none."""
    found = _scan(lines, start)
    sure = [i for i, facts in found if facts]
    head = _Head(end=start)
    if not sure:
        return head
    block_end = _find_block_end(lines, start)
    unclear = []
    for i, facts in found:
        if i > sure[-1]:
            break
        head.end = i + 1
        if facts:
            head.facts = facts | head.facts
        else:
            unclear.append(i)
    for i in unclear:
        _place_unclear(lines[i].strip(), head, is_near=i < block_end)
    return head


def _scan(lines: Sequence[str], start: int) -> list[tuple[int, dict[str, str] | None]]:
    """Lists the filled lines that may belong to the head, each with what it says.

    A line that is no header line may stand among them only in the block of the headline, or where it is a
    name. An outlet counts only there too, or above a byline or a date: "Daily News" may also be a heading.
    """
    table = load_table("header")
    block_end = _find_block_end(lines, start)
    found: list[tuple[int, dict[str, str] | None]] = []
    for i in range(start, len(lines)):
        if not lines[i].strip():
            continue
        line = lines[i].strip()
        facts = read_header(line) or (read_credit(line) if start > 0 else None)
        is_near = i < block_end or is_names(line) or all(map(is_outlet, line.split(", ")))
        may_be_unclear = start > 0 and is_near and len(line) <= table["title_characters"]
        is_other = (facts is None and not may_be_unclear) or _runs_on(lines, i)
        if is_other or len(found) == table["header_lines"]:
            break
        found.append((i, facts))
    while found and not found[-1][1]:
        found.pop()
    if not any(facts and facts.keys() - {"publisher"} for _, facts in found):
        is_credit = start > 0 and len(found) == 1 and found[0][0] + 1 == block_end < len(lines)
        return found if is_credit else []
    while found[-1][0] >= block_end and not (found[-1][1] or {}).keys() - {"publisher"}:
        found.pop()
    return found


def _runs_on(lines: Sequence[str], i: int) -> bool:
    """Tells whether the sentence of a line goes on in the next one, as where a paragraph was broken."""
    following = lines[i + 1].strip() if i + 1 < len(lines) else ""
    return following[:1].islower() and read_header(following) is None


def _find_block_end(lines: Sequence[str], start: int) -> int:
    """Returns the index of the first blank line, or of the end."""
    return next((i for i in range(start, len(lines)) if not lines[i].strip()), len(lines))


def _place_unclear(line: str, head: _Head, *, is_near: bool) -> None:
    """Takes an unclear line for names of persons or of an outlet where they are missing, else for text.

    Apart from the headline only a given name tells persons from a heading, and nothing tells an outlet.
    """
    if is_names(line) and (is_near or has_given_name(line)) and "byline" not in head.facts:
        head.facts["byline"] = line
    elif is_near and is_outlet(line) and "publisher" not in head.facts and not has_outlet_word(line):
        head.facts["publisher"] = line
    else:
        head.kept.extend((line, ""))

"""Gap: blocks inside of an article that the extraction left out, such as the list of a live page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.ingest.metadata import clean
from sayso.vocab import load_table

_LEAVES = " | ".join(f"//body//{tag}" for tag in ("p", "li", "blockquote", "dd", "dt", "h2", "h3", "h4"))
_HYPHEN = re.compile(r"[-_]+")
_NESTED = ".//p | .//li | .//blockquote | .//ul | .//ol | .//h2 | .//h3 | .//h4 | .//table"


@dataclass(frozen=True, slots=True)
class Block:
    """One innermost block of a page.

    Attributes:
        text: its characters, white space made single.
        key: its letters and digits alone, to be compared by.
        ancestors: the elements around it, innermost first.
        is_heading: whether it is a heading.
        is_outside: whether it is mostly links, or stands in something that is no part of an article.
    """

    text: str
    key: str
    ancestors: tuple[Any, ...]
    is_heading: bool
    is_outside: bool


def list_blocks(tree: Any) -> list[Block]:
    """Lists the innermost blocks of a page in order; none where it has more than the limit."""
    elements = tree.xpath(_LEAVES)
    if len(elements) > load_table("page")["blocks_at_most"]:
        return []
    blocks = []
    for element in elements:
        text = clean(element.text_content())
        if text is None or element.xpath(_NESTED):
            continue
        links = sum(len(link.text_content()) for link in element.iter("a"))
        is_linked = links > load_table("page")["link_share_at_most"] * len(text)
        ancestors = tuple(element.iterancestors())
        blocks.append(
            Block(
                text=text,
                key=_make_key(text),
                ancestors=ancestors,
                is_heading=element.tag.startswith("h"),
                is_outside=is_linked or any(_is_outside(around) for around in (element, *ancestors)),
            )
        )
    return blocks


def fill_gaps(paragraphs: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """Puts blocks that the extraction left out back between the paragraphs that it kept.

    A block counts as left out where it stands between two kept ones, in the innermost element that holds all
    of the kept ones, and is neither mostly links nor in a part that is known not to be the article. A heading
    comes back only with a block below it.

    Args:
        paragraphs: what the extraction kept, in order.
        blocks: all blocks of the page, in order.
    """
    keys = [_make_key(paragraph) for paragraph in paragraphs]
    places = _place(keys, blocks)
    kept = [i for i, place in enumerate(places) if place is not None]
    if len(kept) < 2:
        return list(paragraphs)
    container = _find_container([blocks[i] for i in kept])
    found: dict[int, list[str]] = {}
    place, heading = 0, ""
    for i in range(kept[0], kept[-1]):
        block, at = blocks[i], places[i]
        if at is not None:
            place, heading = at, ""
        elif block.is_outside or container not in block.ancestors or _is_held(block, keys):
            heading = ""
        elif block.is_heading:
            heading = block.text
        else:
            found.setdefault(place, []).extend(filter(None, (heading, block.text)))
            heading = ""
    return [line for i, paragraph in enumerate(paragraphs) for line in (paragraph, *found.get(i, ()))]


def _make_key(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_outside(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "main", "article"):
        return False
    table = load_table("page")
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    words = [f"-{_HYPHEN.sub('-', name)}-" for name in names]
    return element.tag in table["outside_tags"] or any(
        f"-{mark}-" in name for mark in table["outside_marks"] for name in words
    )


def _place(keys: Sequence[str], blocks: Sequence[Block]) -> list[int | None]:
    """Returns for each block the paragraph that it became, or null."""
    where = {key: i for i, key in reversed(list(enumerate(keys)))}
    return [where.get(block.key) if block.key else None for block in blocks]


def _find_container(blocks: Sequence[Block]) -> Any:
    """Returns the innermost element that holds all blocks."""
    common = set.intersection(*(set(block.ancestors) for block in blocks))
    return next(element for element in blocks[0].ancestors if element in common)


def _is_held(block: Block, keys: Sequence[str]) -> bool:
    """Tells whether a paragraph holds the block, or the block was broken into paragraphs."""
    least: int = load_table("page")["gap_letters_at_least"]
    return not block.key or any(block.key in key or (len(key) >= least and key in block.key) for key in keys)

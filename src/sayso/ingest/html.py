"""HTML: the article of a news page, without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sayso.errors import IngestError
from sayso.ingest.admission import admit, check_characters
from sayso.ingest.gap import fill_gaps, list_blocks
from sayso.ingest.header import read_header
from sayso.ingest.metadata import clean, read_metadata
from sayso.model import Article
from sayso.vocab import load_table

_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "list", "table", "div", "code", "body", "main", "graphic"}
)
_BREAK = "\n"
_OWN_REPORT = "//meta[@name='generator' and starts-with(@content, 'sayso ')]"
_PARAGRAPH_END = re.compile(r"\n\s*\n|(?<=[.…!?:”’\"])\s*\n")


def read_page(page: str) -> Article:
    """Makes an article of a page: its paragraphs, headings and list items with a blank line between them.

    Scripts, navigation, advertisements and comments are left out by trafilatura and by a list of class
    names, and so are the headline and header lines, which are facts of the article and not its text.

    Raises:
        IngestError: the page holds no article text, or a report that sayso wrote (ING008), or see `admit`.
    """
    check_characters(page)
    tree = _parse(page)
    if tree.xpath(_OWN_REPORT):
        raise IngestError(
            "ING008", "the page is a report that sayso wrote", "read the articles that it was made from"
        )
    facts = read_metadata(tree)
    _mend(tree)
    blocks = list_blocks(tree)
    paragraphs = _drop_boilerplate(fill_gaps(list(_render(_extract(tree))), blocks), facts)
    text = "\n\n".join(paragraphs)
    if sum(map(str.isalpha, text)) < load_table("page")["letters_at_least"]:
        raise _no_article()
    return admit(text, **facts)


def _no_article() -> IngestError:
    return IngestError(
        "ING008",
        "the page holds no article text",
        "save the page after its article has loaded, or give the text alone",
    )


def _parse(page: str) -> Any:
    from trafilatura import load_html

    try:
        tree = load_html(page, max_size=load_table("limit")["file_bytes"])
    except Exception as error:
        raise _no_article() from error
    if tree is None:
        raise _no_article()
    return tree


def _extract(tree: Any) -> Any:
    """Returns the body that trafilatura finds; whatever it stumbles over, the next page is read."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        document = bare_extraction(tree, include_comments=False, include_tables=True)
    except Exception as error:
        raise _no_article() from error
    if not isinstance(document, Document) or document.body is None:
        raise _no_article()
    return document.body


def _mend(tree: Any) -> None:
    """Takes out what is not shown and advertisements, and frees times, which trafilatura would throw away."""
    letters = len(tree.text_content())
    for element in tree.xpath("//body//*"):
        is_unwanted = _is_noise(element) or _is_hidden(element)
        if is_unwanted and element.getparent() is not None and len(element.text_content()) < letters / 2:
            element.drop_tree()
    for element in tree.xpath("//body//time"):
        if element.getparent() is not None:
            element.drop_tag()


def _is_noise(element: Any) -> bool:
    if element.tag in load_table("page")["noise_tags"]:
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return not set(load_table("page")["noise_classes"]).isdisjoint(marks)


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _render(body: Any) -> Iterator[str]:
    """Gives the paragraphs of a body in order: each block, table row and list item, none inside another."""
    buffer: list[str] = []
    for piece in _walk(body):
        if piece is not None:
            buffer.append(piece)
            continue
        yield from _close(buffer)
        buffer.clear()
    yield from _close(buffer)


def _close(buffer: list[str]) -> Iterator[str]:
    """Gives the paragraphs of a block: a line break ends one where it is doubled or follows a sentence."""
    for paragraph in _PARAGRAPH_END.split("".join(buffer)):
        if line := clean(paragraph):
            yield line


def _walk(element: Any) -> Iterator[str | None]:
    """Gives the characters of an element in order, and null at the borders of a block."""
    is_block = element.tag in _BLOCKS
    if is_block:
        yield None
    if element.tag == "lb":
        yield _BREAK
    if element.text:
        yield _unbreak(element.text)
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk(child)
        if child.tail:
            yield _unbreak(child.tail)
    if element.tag == "cell":
        yield " "
    if is_block:
        yield None


def _unbreak(text: str) -> str:
    return text.replace("\n", " ")


def _drop_boilerplate(paragraphs: Sequence[str], facts: dict[str, str | None]) -> list[str]:
    """Leaves out labels such as "Advertisement" anywhere, and headline and header lines at the top."""
    table = load_table("page")
    labels = set(table["boilerplate"])
    openings = tuple(table["boilerplate_openings"])
    kept = [
        line
        for line in paragraphs
        if line.casefold().strip(" .:·|") not in labels and not line.casefold().startswith(openings)
    ]
    title = (facts["title"] or "").casefold()
    top = table["head_paragraphs"]
    return [
        line for i, line in enumerate(kept) if i >= top or not (line.casefold() == title or read_header(line))
    ]

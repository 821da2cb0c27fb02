"""Metadata: what a page says of itself in its head, in JSON-LD and beside its headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sayso.ingest.date import fill_names, parse_date, parse_iso, search_date
from sayso.ingest.header import is_name, read_byline
from sayso.vocab import load_table

_SPACE = re.compile(r"\s+")


def read_metadata(tree: Any) -> dict[str, str | None]:
    """Reads url, publisher, title, byline and published of a page; null where the page does not say.

    What the page states for machines comes before what it prints, but for the byline, which is kept as it is
    printed. Dates are never searched in the running text, and the date of a change is not the date of
    publication.

    Args:
        tree: the root element of the page, before anything is taken out of it.
    """
    linked = _read_linked(tree)
    metas = _read_metas(tree)
    url = _find_url(tree, metas, linked)
    publisher = _find_publisher(metas, linked)
    return {
        "url": url,
        "publisher": publisher,
        "title": _find_title(tree, metas, linked, publisher),
        "byline": _find_byline(tree, metas, linked),
        "published": _find_published(tree, metas, linked) or _read_url_date(url),
    }


def clean(value: object) -> str | None:
    """Returns a string with its white space made single, or null for what is no filled string."""
    text = _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""
    return text or None


def _read_linked(tree: Any) -> dict[str, Any]:
    """Returns the JSON-LD object that describes the article, or an empty one."""
    endings = tuple(load_table("page")["article_types"])
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            value = json.loads((script.text_content() or "").strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _flatten(value):
            types = thing.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.endswith(endings) for name in names):
                return thing
    return {}


def _flatten(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _flatten(item)
    elif isinstance(value, dict):
        yield value
        yield from _flatten(value.get("@graph"))


def _read_metas(tree: Any) -> dict[str, str]:
    """Returns the first filled content of each meta name, property or itemprop, in lower case."""
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        content = clean(meta.get("content"))
        names = " ".join(meta.get(key) or "" for key in ("property", "name", "itemprop")).lower().split()
        for name in names if content else ():
            metas.setdefault(name, content or "")
    return metas


def _first_meta(metas: dict[str, str], names: str) -> Iterator[str]:
    return (metas[name] for name in load_table("page")[names] if name in metas)


def _read_names(value: object) -> Iterator[str]:
    """Gives the names of a JSON-LD person or organisation, or of a list of them."""
    for item in value if isinstance(value, list) else [value]:
        name = clean(item.get("name") if isinstance(item, dict) else item)
        if name and not _is_address(name):
            yield name


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://", "//", "@", "www."))


def _find_url(tree: Any, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    entity = linked.get("mainEntityOfPage")
    candidates = [
        *tree.xpath('//link[contains(concat(" ", @rel, " "), " canonical ")]/@href'),
        metas.get("og:url"),
        entity.get("@id") if isinstance(entity, dict) else entity,
        linked.get("url"),
    ]
    for candidate in candidates:
        url = clean(candidate)
        if url and _is_url(url):
            return url
    return None


def _is_url(value: str) -> bool:
    """Tells whether a value is a web address that can be taken apart; an unfilled template is none."""
    try:
        host = urlsplit(value).hostname
    except ValueError:
        return False
    return bool(host) and value.startswith(("http://", "https://")) and " " not in value


def _find_publisher(metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    names = (*_first_meta(metas, "publisher_metas"), *_read_names(linked.get("publisher")))
    return next((name for name in names if not _is_address(name)), None)


def _find_title(
    tree: Any, metas: dict[str, str], linked: dict[str, Any], publisher: str | None
) -> str | None:
    printed = tree.xpath('//h1[@itemprop="headline"]') or tree.xpath("//article//h1") or tree.xpath("//h1")
    candidates = [
        clean(linked.get("headline")),
        *_first_meta(metas, "title_metas"),
        clean(printed[0].text_content()) if len(printed) == 1 else None,
        *(clean(title.text_content()) for title in tree.xpath("//head/title")),
    ]
    title = next(filter(None, candidates), None)
    return _strip_publisher(title, publisher) if title and publisher else title


def _strip_publisher(title: str, publisher: str) -> str:
    """Takes " | Outlet" off the end of a headline."""
    for separator in load_table("page")["title_separators"]:
        headline, found, name = title.rpartition(separator)
        if found and headline and name.strip().casefold() == publisher.casefold():
            return str(headline).strip()
    return title


def _find_byline(tree: Any, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    if printed := _read_printed_byline(tree):
        return printed
    if authors := list(dict.fromkeys(_read_names(linked.get("author")))):
        return ", ".join(authors)
    stated = [*_first_meta(metas, "byline_metas")]
    marked = [*tree.xpath('//*[@rel="author" or @itemprop="author"]'), *_find_classes(tree, "author_classes")]
    names = {name for element in marked if (name := clean(element.text_content())) and is_name(name)}
    stated.extend(names if len(names) == 1 else ())
    for name in stated:
        if name and not _is_address(name):
            return read_byline(name) or name
    return None


def _read_printed_byline(tree: Any) -> str | None:
    end = re.compile(fill_names(load_table("header")["byline_end"]), re.IGNORECASE)
    for element in _find_classes(tree, "byline_classes"):
        line = clean(element.text_content()) or ""
        if byline := read_byline(end.split(line)[0]):
            return byline
    return None


def _find_classes(tree: Any, names: str) -> list[Any]:
    """Finds elements that carry one of the classes, in the order of the page."""
    wanted = set(load_table("page")[names])
    return [
        element
        for element in tree.xpath("//body//*[@class]")
        if wanted & set(element.get("class").lower().split())
    ]


def _find_published(tree: Any, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    stated = [
        clean(linked.get("datePublished")),
        *_first_meta(metas, "published_metas"),
        *tree.xpath('//*[@itemprop="datePublished" or @pubdate]/@datetime'),
        *tree.xpath('//*[@itemprop="datePublished"]/@content'),
    ]
    times = tree.xpath("//time[@datetime]/@datetime")
    stated.extend(times if len(set(times)) == 1 else ())
    for value in stated:
        if value and (date := parse_iso(value) or parse_date(value)):
            return date
    for element in _find_classes(tree, "published_classes"):
        line = clean(element.text_content()) or ""
        if len(line) <= load_table("header")["header_characters"] and (date := search_date(line)):
            return date
    return None


def _read_url_date(url: str | None) -> str | None:
    found = re.search(load_table("page")["url_date"], urlsplit(url).path) if url else None
    return parse_iso("-".join(part.zfill(2) for part in found.groups())) if found else None

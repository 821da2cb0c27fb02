"""ECB+: news whose events and participants are marked across articles (Cybulska and Vossen 2014)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from spacy.tokens import Doc
from spacy.vocab import Vocab

GLUED = frozenset(
    {",", ".", ";", ":", "?", "!", "%", ")", "'s", "’s", "n't", "'re", "'ve", "'d", "'ll", "'m"}
)
"""Tokens that no space parts from the one before."""
OPENING = frozenset({"(", "$"})
MARKS = {"``": '"', "''": '"'}


@dataclass(frozen=True, slots=True)
class Mention:
    """Something marked in a validated sentence.

    Attributes:
        page: name of the document.
        tokens: the tokens that it consists of, ascending.
        tag: its class, "ACTION_OCCURRENCE" or "HUMAN_PART_PER".
        chain: what it shares with all mentions of the same, of its own where there are none.
        sentence: number of its sentence.
    """

    page: str
    tokens: tuple[int, ...]
    tag: str
    chain: str
    sentence: int

    @property
    def is_event(self) -> bool:
        """Whether it is an event."""
        return self.tag.removeprefix("NEG_").startswith("ACTION")

    @property
    def is_actor(self) -> bool:
        """Whether it is a person, a group of people or an organisation."""
        return self.tag.startswith("HUMAN")


@dataclass(frozen=True, slots=True)
class Page:
    """A document.

    Attributes:
        name: its file's name without the ending, such as "26_1ecbplus".
        story: its sub-topic, "26" for the first corpus and "26plus" for what was added.
        words: its tokens.
        sentence: number of the sentence of each.
        mentions: what is marked in its validated sentences, in the order of the text.
    """

    name: str
    story: str
    words: tuple[str, ...]
    sentence: tuple[int, ...]
    mentions: tuple[Mention, ...]


def read_pages(folder: Path, topics: Iterable[int]) -> Iterator[Page]:
    """Yields the documents of some topics, by topic and name; those without validated sentences as well.

    Args:
        folder: the folder of the corpus.
        topics: numbers of the topics; a topic that the corpus lacks is passed over.
    """
    valid: dict[str, set[int]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            valid.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    for topic in topics:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            yield read_page(path, valid.get(path.stem, set()))


def read_page(path: Path, valid: set[int]) -> Page:
    """Reads one document, without the address that may stand before it.

    Args:
        path: its file.
        valid: the sentences whose marks are kept.
    """
    root = ET.parse(path).getroot()
    rows = [(t.get("t_id", ""), t.text or "?", int(t.get("sentence", 0))) for t in root.iter("token")]
    first = 1 if any(s == 0 and "http" in word.lower() for _, word, s in rows) else 0
    rows = [row for row in rows if row[2] >= first]
    index = {row[0]: i for i, row in enumerate(rows)}
    sentence = tuple(s for *_, s in rows)
    chains = _read_chains(root, path.stem)
    mentions = []
    for mark in root.iterfind("Markables/*"):
        anchors = [a.get("t_id", "") for a in mark.iterfind("token_anchor")]
        tokens = tuple(sorted(index[a] for a in anchors if a in index))
        if tokens and sentence[tokens[0]] in valid:
            mark_id = mark.get("m_id", "")
            chain = chains.get(mark_id, f"{path.stem}#{mark_id}")
            mentions.append(Mention(path.stem, tokens, mark.tag, chain, sentence[tokens[0]]))
    mentions.sort(key=lambda m: (m.tokens, m.tag))
    topic = path.stem.partition("_")[0]
    story = f"{topic}plus" if path.stem.endswith("plus") else topic
    return Page(path.stem, story, tuple(word for _, word, _ in rows), sentence, tuple(mentions))


def _read_chains(root: ET.Element, name: str) -> dict[str, str]:
    """Returns the chain of each mention that has one; a chain within the document bears its name."""
    chains = {}
    for relation in root.iterfind("Relations/*"):
        own = f"{name}@{relation.get('r_id')}"
        chain = relation.get("note") or own if relation.tag == "CROSS_DOC_COREF" else own
        chains.update({source.get("m_id", ""): chain for source in relation.iterfind("source")})
    return chains


def make_doc(page: Page, vocab: Vocab) -> Doc:
    """Makes a doc of a document's own tokens, spaced as a newspaper would."""
    words = [MARKS.get(word, word) for word in page.words]
    followers = [*words[1:], ""]
    spaces = [
        after not in GLUED and word not in OPENING for word, after in zip(words, followers, strict=True)
    ]
    return Doc(vocab, words=words, spaces=spaces)

"""SaysWho's quotation finder: textacy's rules, with pairs of marks matched by kind and a wider window.

Its resolution of speakers needs a coreference model that is on no package registry, so only the finder runs,
which is all that the scores here look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.peers.peer import Absent, Claim, Find, GaveUp, Peer, load_lemmatizer, make_claims

if TYPE_CHECKING:
    from spacy.tokens import Doc

INSTALL = "pip install --no-deps sayswho, which asks for an older pytest, and rapidfuzz, regex, jinja2"


def _load() -> Find:
    try:
        from sayswho.quote_finder import quote_finder
    except ImportError as error:
        raise Absent(f"sayswho is not installed ({error.name} is missing): {INSTALL}") from error
    lemmatise = load_lemmatizer()

    def find(doc: Doc) -> list[Claim]:
        lemmatise(doc)
        try:
            return list(make_claims(quote_finder(break_singly(doc)), [token.idx for token in doc]))
        except (TypeError, IndexError) as error:
            raise GaveUp(str(error)) from error

    return find


def break_singly(doc: Doc) -> Doc:
    """Copies a Doc with every break of lines as one newline, the only form in which SaysWho takes it."""
    from spacy.tokens import Doc

    return Doc(
        doc.vocab,
        words=["\n" if "\n" in token.text else token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )


PEERS = (Peer("SaysWho", _load),)

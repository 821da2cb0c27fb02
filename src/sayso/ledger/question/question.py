"""Question: what a ledger can be asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from sayso.ledger.question.meaning import Meanings
from sayso.ledger.question.query import Query, Wanted

if TYPE_CHECKING:
    from sayso.ledger.question.claim import Claims
    from sayso.ledger.question.figure import Figures
    from sayso.ledger.question.source import Sources
    from sayso.ledger.question.stats import Stats
    from sayso.ledger.question.who import Who
    from sayso.ledger.store import Store


class Questions:
    """The questions that a ledger answers; `Query` says what each word of them means.

    Attributes:
        store: the database.
        meanings: the vectors of the claims, loaded when they are first asked for.
    """

    store: Store
    meanings: Meanings

    def claims(self, **wanted: Unpack[Wanted]) -> Claims:
        """Tells who said what: by speaker, actor, outlet, place, time, act, kind, measure, words or meaning.

        Raises:
            LedgerError: the question cannot be asked like this (LDG010).
        """
        from sayso.ledger.question.claim import find_claims

        with self.store.read() as connection:
            return find_claims(connection, Query(**wanted), self.meanings)

    def who(self, name: str, **wanted: Unpack[Wanted]) -> Who:
        """Tells what somebody said and what others say of them, over time: by outlet and date of publication.

        Raises:
            LedgerError: the question cannot be asked like this (LDG010).
        """
        from sayso.ledger.question.who import find_who

        with self.store.read() as connection:
            return find_who(connection, replace(Query(**wanted), speaker=name))

    def figures(self, **wanted: Unpack[Wanted]) -> Figures:
        """Tells how many: by measure, place, time, bound, counter, speaker and outlet.

        Raises:
            LedgerError: the question cannot be asked like this (LDG010).
        """
        from sayso.ledger.question.figure import find_figures

        with self.store.read() as connection:
            return find_figures(connection, Query(**wanted))

    def sources(self, **wanted: Unpack[Wanted]) -> Sources:
        """Tells whose word it is, of all claims or of some, asked for as by `claims`, but not by meaning.

        Raises:
            LedgerError: the question cannot be asked like this (LDG010).
        """
        from sayso.ledger.question.source import find_sources

        with self.store.read() as connection:
            return find_sources(connection, Query(**wanted))

    def stats(self) -> Stats:
        """Tells how much there is."""
        from sayso.ledger.question.stats import find_stats

        with self.store.read() as connection:
            return find_stats(connection)

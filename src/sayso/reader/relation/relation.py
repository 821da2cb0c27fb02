"""Relations of an article: between its attributions, and between its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from sayso.model import Attribution, Figure, Place, Relation
from sayso.reader.relation.claim import list_claims
from sayso.reader.relation.denial import find_answers
from sayso.reader.relation.measurement import find_conflicts
from sayso.reader.relation.restatement import find_restatements
from sayso.reader.relation.tally import relate_figures


def find_relations(
    doc: Doc, attributions: Sequence[Attribution], figures: Sequence[Figure], places: Sequence[Place]
) -> tuple[Relation, ...]:
    """Finds which claims deny, confirm, contradict or restate others, and what figures do to one another.

    A denial whose claim the article does not hold has no relation: its act alone says that it denies.

    Args:
        doc: the text, read.
        attributions: its attributions, in the order of the text.
        figures: its figures, in the order of the text.
        places: its places.
    """
    names = {place.id: place.name for place in places}
    counts = tuple(relate_figures(doc.text, figures, attributions, names))
    holder = {figure.id: figure.attribution for figure in figures}
    told = {(holder[relation.from_], holder[relation.to]) for relation in counts}
    # What two figures do to one another is not said again of the claims that hold them.
    claims = (c for c in relate_claims(doc, attributions) if (c.from_, c.to) not in told)
    return (*claims, *counts)


def relate_claims(doc: Doc, attributions: Sequence[Attribution]) -> Iterator[Relation]:
    """Yields the relations between attributions, at most one from one to another."""
    claims = list_claims(doc, attributions)
    answers = list(find_answers(doc.text, claims))
    related = {(relation.from_, relation.to) for relation in answers}
    yield from answers
    for relation in (*find_conflicts(claims), *find_restatements(claims)):
        if (relation.from_, relation.to) not in related:
            related.add((relation.from_, relation.to))
            yield relation

"""Relation: what the claims and figures of an article do to one another."""

from sayso.reader.relation.relation import find_relations, relate_claims
from sayso.reader.relation.tally import relate_figures

__all__ = ["find_relations", "relate_claims", "relate_figures"]

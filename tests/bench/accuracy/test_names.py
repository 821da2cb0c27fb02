"""Entity spans: reading labels, F1."""

from __future__ import annotations

import pytest

from bench.accuracy.names import find_spans, score_spans, select_entities


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ("O B-Person I-Person O", [(1, 3, "Person")]),
        ("B-Person B-Person", [(0, 1, "Person"), (1, 2, "Person")]),
        ("B-Person I-Location", [(0, 1, "Person"), (1, 2, "Location")]),
        ("I-Person I-Person", [(0, 2, "Person")]),
        ("S-Person B-Location I-Location E-Location", [(0, 1, "Person"), (1, 4, "Location")]),
        ("B-Person E-Person B-Person E-Person", [(0, 2, "Person"), (2, 4, "Person")]),
        ("? B-PER ?", [(1, 2, "PER")]),
        ("", []),
    ],
)
def test_labels_give_spans(labels: str, spans: list[tuple[int, int, str]]) -> None:
    """BIO and BIOES are read alike, and an inside without beginning begins a span."""
    assert list(find_spans(labels.split())) == spans


def test_entities_where_the_corpus_says_nothing_are_left_out() -> None:
    """A span that touches an unlabelled token cannot be right or wrong."""
    assert list(select_entities([(0, 2, "Person")], ["O", "?"])) == []


def test_f1_counts_spans_over_all_documents() -> None:
    """Two of three found, two of four right: the micro-average, not the mean of documents."""
    gold = [{(0, 2, "Person"), (3, 4, "Location")}, {(0, 1, "Person")}]
    predicted = [{(0, 2, "Person"), (3, 4, "Person")}, {(0, 1, "Person"), (5, 6, "Person")}]
    precision, recall, f1 = score_spans(gold, predicted)
    assert (precision, recall, f1) == pytest.approx((50, 200 / 3, 400 / 7))


def test_a_span_with_another_edge_is_wrong() -> None:
    """Only exact spans count."""
    assert score_spans([{(0, 2, "Person")}], [{(0, 1, "Person")}]) == (0, 0, 0)

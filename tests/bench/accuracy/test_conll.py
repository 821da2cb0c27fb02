"""The shared task's evaluation on trees that one can score by hand."""

from __future__ import annotations

import io

import pytest
import spacy
from spacy.tokens import Doc

from bench.accuracy.conll import evaluate, filter_documents, write_conllu

pytest.importorskip("udtools")


def write(rows: str) -> str:
    """Writes sentences of `form/head/relation` words as CoNLL-U."""
    lines = []
    for sentence in rows.split("|"):
        for i, word in enumerate(sentence.split(), 1):
            form, head, relation = word.split("/")
            lines.append(f"{i}\t{form}\t_\tX\t_\t_\t{head}\t{relation}\t_\t_")
        lines.append("")
    return "\n".join(lines) + "\n"


def test_equal_trees_score_everything() -> None:
    """The same file against itself is right in full."""
    tree = write("Anna/2/nsubj left/0/root")
    assert {evaluate(tree, tree)[k].f1 for k in ("Words", "Sentences", "UAS", "LAS")} == {100}


def test_las_ignores_subtypes() -> None:
    """A passive subject that is called a subject is right."""
    gold, system = write("Anna/2/nsubj:pass left/0/root"), write("Anna/2/nsubj left/0/root")
    assert evaluate(gold, system)["LAS"].f1 == 100


def test_a_wrong_relation_counts_for_uas_only() -> None:
    """The head is right, its relation is not."""
    scores = evaluate(write("Anna/2/nsubj left/0/root"), write("Anna/2/obj left/0/root"))
    assert (scores["UAS"].f1, scores["LAS"].f1) == (100, 50)


def test_words_that_are_cut_otherwise_are_not_aligned() -> None:
    """Three gold words, two of the system's, one in common: F1 is 2 · 1 / 5."""
    scores = evaluate(write("un/2/dep do/0/root it/2/obj"), write("undo/0/root it/1/obj"))
    assert scores["Words"].f1 == pytest.approx(40)


def test_a_word_whose_head_is_not_aligned_is_wrong() -> None:
    """The object is found, the verb that it hangs on is not."""
    scores = evaluate(write("un/2/dep do/0/root it/2/obj"), write("undo/0/root it/1/obj"))
    assert scores["UAS"].f1 == 0


def test_a_missed_boundary_costs_two_sentences() -> None:
    """Two gold sentences read as one: none is right."""
    gold, system = write("Go/0/root|Stay/0/root"), write("Go/0/root Stay/1/parataxis")
    scores = evaluate(gold, system)
    assert (scores["Sentences"].f1, scores["LAS"].f1) == (0, 50)


def test_other_characters_are_an_error_not_a_low_score() -> None:
    """Files of different texts cannot be compared."""
    with pytest.raises(ValueError, match="differ"):
        evaluate(write("Go/0/root"), write("Stay/0/root"))


def test_a_doc_is_written_without_white_space() -> None:
    """A break of lines is a token to spaCy and none to CoNLL-U; heads are counted without it."""
    doc = Doc(
        spacy.blank("en").vocab,
        words=["\n\n", "Anna", "left", "."],
        spaces=[False, True, False, False],
        pos=["SPACE", "PROPN", "VERB", "PUNCT"],
        heads=[1, 2, 2, 2],
        deps=["dep", "nsubj", "ROOT", "punct"],
    )
    file = io.StringIO()
    write_conllu(doc, file)
    rows = [line.split("\t") for line in file.getvalue().strip().split("\n")]
    assert [(r[0], r[1], r[3], r[6], r[7]) for r in rows] == [
        ("1", "Anna", "PROPN", "2", "nsubj"),
        ("2", "left", "VERB", "0", "root"),
        ("3", ".", "PUNCT", "2", "punct"),
    ]


def test_what_hangs_on_white_space_moves_up() -> None:
    """A word whose head is a break of lines hangs on the head of that."""
    doc = Doc(
        spacy.blank("en").vocab,
        words=["Go", "\n", "now"],
        pos=["VERB", "SPACE", "ADV"],
        heads=[0, 0, 1],
        deps=["ROOT", "dep", "advmod"],
    )
    file = io.StringIO()
    write_conllu(doc, file)
    assert [line.split("\t")[6] for line in file.getvalue().strip().split("\n")] == ["0", "1"]


def test_documents_are_kept_by_their_id() -> None:
    """Everything up to the next document belongs to the one before."""
    names = ("GUM_news_a", "GUM_vlog_b", "GUM_news_c")
    text = "".join(f"# newdoc id = {name}\n1\t{name[-1]}\n\n" for name in names)
    kept = filter_documents(text, lambda name: name.startswith("GUM_news"))
    assert [line for line in kept.split("\n") if line[:1] == "1"] == ["1\ta", "1\tc"]

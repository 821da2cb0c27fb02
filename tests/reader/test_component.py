from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin


def test_joins_a_blank_pipeline_by_its_name() -> None:
    """`nlp.add_pipe("sayso")` works on a blank English pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    doc = nlp("The mill is closed, said Ana Brodnik.")
    assert [a.cue.text for a in doc._.attributions if a.cue] == ["said"]


def test_writes_parts_of_speech_and_heads(nlp: Language) -> None:
    """Tokens carry universal tags, and verbs govern their subjects."""
    doc = nlp("The ferry sank near the old pier.")
    sank = doc[2]
    assert (sank.pos_, sank.dep_, doc[1].head.i, doc[1].dep_) == ("VERB", "ROOT", 2, "nsubj")


def test_splits_sentences_after_a_closing_quotation_mark(nlp: Language) -> None:
    """A closing quotation mark stays with the sentence that it ends."""
    doc = nlp("“We saw nothing.” The mayor left the hall. Nobody followed him.")
    assert [s.text.strip() for s in doc.sents][1:] == ["The mayor left the hall.", "Nobody followed him."]


def test_names_people_and_places(nlp: Language) -> None:
    """Names become entities."""
    doc = nlp("Marta Okello flew from Kampala to Geneva on Friday.")
    assert {("Marta Okello", "Person"), ("Kampala", "Location")} <= {(e.text, e.label_) for e in doc.ents}


def test_every_sentence_is_one_tree(nlp: Language) -> None:
    """Each sentence has exactly one root, white space between paragraphs or not."""
    doc = nlp("One dog barked.\n\nTwo cats ran; nobody saw them.\n   \nThree birds sang")
    assert all(sum(token.head.i == token.i for token in sentence) == 1 for sentence in doc.sents)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u200b"])
def test_reads_a_text_without_words(nlp: Language, text: str) -> None:
    """A text without words gives no attributions and no error."""
    assert nlp(text)._.attributions == ()


def test_gives_near_vectors_to_near_meanings(nlp: Language) -> None:
    """Sentences that say the same lie nearer to each other than to one that does not."""
    doc = nlp(
        "Police arrested two men over the robbery. Officers detained two suspects in the theft. "
        "The orchestra will play in the park on Sunday."
    )
    one, same, other = (s._.meaning for s in doc.sents)
    assert one @ same > one @ other
    assert np.isclose(np.linalg.norm(one), 1, atol=1e-4)


def test_a_read_doc_survives_bytes(nlp: Language) -> None:
    """A Doc that was read can be written to bytes and read back, attributions included."""
    doc = nlp("The mill is closed, said Ana Brodnik.")
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert again._.attributions == doc._.attributions


def test_reads_in_processes_of_spacy(nlp: Language) -> None:
    """`nlp.pipe` with two processes gives what one gives."""
    texts = ["The mill is closed, said Ana Brodnik.", "It rained."]
    many = [doc._.attributions for doc in nlp.pipe(texts, n_process=2)]
    assert many == [nlp(text)._.attributions for text in texts]


def test_what_was_not_read_means_nothing(nlp: Language) -> None:
    """A span of a Doc that was not read has a vector of zeros."""
    assert not nlp.make_doc("It rained.")[:]._.meaning.any()


def test_a_blank_text_has_no_names(nlp: Language) -> None:
    """Names by either guideline are an empty list where there is no word."""
    doc = nlp("  \n ")
    assert (list(doc.ents), list(doc.spans["universal_ner"])) == ([], [])

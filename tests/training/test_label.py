from __future__ import annotations

import numpy as np

from training.corpus.document import UNLABELLED, Count, Document, Event, Frame, Root
from training.label import collect_labels, number_labels


def _document() -> Document:
    document = Document("a b c", np.array([(0, 1), (2, 3), (4, 5)]))
    document.frames = [Frame(1, False, ((0, 1),), ((1, 2),), ((2, 3),), act="deny", speaker_kind="role")]
    document.events = [Event((1, 3), "AID", "planned", (), ())]
    document.counts = [Count((0, 1), "killed")]
    return document


def test_inventories_come_from_the_corpora() -> None:
    """Each inventory holds what the documents use; tags of spans begin with outside."""
    labels = collect_labels({"gold": [_document()]})
    assert (labels.event, labels.measure) == (("O", "AID"), ("O", "killed"))
    assert (labels.act, labels.speaker_kind, labels.factuality) == (("deny",), ("role",), ("planned",))


def test_a_trigger_has_its_type_throughout_and_its_factuality_once() -> None:
    """The type stands on every token of a trigger, the factuality on its first."""
    document = _document()
    tags = number_labels(document, collect_labels({"gold": [document]}))
    assert tags["event"].tolist() == [0, 1, 1]
    assert tags["factuality"].tolist() == [UNLABELLED, 0, UNLABELLED]


def test_act_and_kind_of_speaker_stand_at_the_anchor() -> None:
    """Other tokens say nothing of them."""
    document = _document()
    tags = number_labels(document, collect_labels({"gold": [document]}))
    assert tags["act"].tolist() == tags["speaker_kind"].tolist() == [UNLABELLED, 0, UNLABELLED]


def test_a_sentence_has_its_type_as_root() -> None:
    """A sentence of which only the type is known labels no token."""
    document = _document()
    labels = collect_labels({"gold": [document]})
    sentence = Document("a", np.array([(0, 1)]), root=Root("AID", None, None))
    tags = number_labels(sentence, labels)
    assert tags["root"].tolist() == [1]
    assert "event" not in tags


def test_names_of_the_other_guideline_train_the_other_head() -> None:
    """Labels of Universal NER are coarse ones."""
    labels = collect_labels({"gold": [_document()]})
    document = Document("a", np.array([(0, 1)]), names=["B-PER"], names_scheme=1)
    assert labels.coarse[number_labels(document, labels)["coarse"][0]] == "B-PER"

from __future__ import annotations

import pytest
from spacy.language import Language

from sayso.reader.speaker import find_speaker


@pytest.mark.parametrize(
    ("text", "source", "kind", "name"),
    [
        ("Orla Devane said it was over.", "Orla Devane", "named", "Orla Devane"),
        (
            "The mayor, Tomas Verhoeven, said it was over.",
            "The mayor, Tomas Verhoeven",
            "named",
            "Tomas Verhoeven",
        ),
        ("Finance Minister Ewa Kral said it was over.", "Finance Minister Ewa Kral", "named", "Ewa Kral"),
        ("The Red Cross said it was over.", "The Red Cross", "named", "Red Cross"),
        ("A Red Cross official said it was over.", "A Red Cross official", "role", None),
        ("An aide to Ewa Kral said it was over.", "An aide to Ewa Kral", "role", None),
        ("Ewa Kral's lawyer said it was over.", "Ewa Kral's lawyer", "role", None),
        (
            "Ministry spokeswoman Ana Brodnik said so.",
            "Ministry spokeswoman Ana Brodnik",
            "named",
            "Ana Brodnik",
        ),
        ("Mr. Kral and Ms. Brodnik said so.", "Mr. Kral and Ms. Brodnik", "named", "Kral; Brodnik"),
        (
            "A guard whose name the Post withheld said so.",
            "A guard whose name the Post withheld",
            "role",
            None,
        ),
        ("Two officials said it was over.", "Two officials", "role", None),
        ("A source in the ministry said it was over.", "A source in the ministry", "anonymous", None),
        ("She said it was over.", "She", "unresolved", None),
        ("The centre said it was over.", "The centre", "unresolved", None),
    ],
)
def test_finds_the_speaker_in_the_words_of_the_source(
    nlp: Language, text: str, source: str, kind: str, name: str | None
) -> None:
    """A name, an office, nobody in particular, or nobody that the words tell."""
    doc = nlp(text)
    speaker = find_speaker(doc, doc.ents, (0, len(source)), has_cue=True)
    assert (speaker.kind, speaker.name) == (kind, name)


def test_a_cue_without_a_source_is_anonymous(nlp: Language) -> None:
    """What "was reported" has no speaker."""
    assert find_speaker(nlp("It was reported."), (), None, has_cue=True).kind == "anonymous"


def test_words_without_source_or_cue_are_unresolved(nlp: Language) -> None:
    """A quotation that nobody is said to utter is not given to anybody."""
    assert find_speaker(nlp("“Go.”"), (), None, has_cue=False).kind == "unresolved"

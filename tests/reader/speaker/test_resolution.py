from __future__ import annotations

from sayso.reader.speaker.mention import Mention
from sayso.reader.speaker.resolution import FEATURES
from sayso.reader.speaker.somebody import Somebody, widen_role
from sayso.vocab import load_table


def _mention(kind: str, *, plural: bool = False, gender: str = "") -> Mention:
    return Mention(5, 5, 6, kind, plural=plural, definite=True, gender=gender)  # type: ignore[arg-type]


def test_pronouns_keep_to_gender_and_kind() -> None:
    """A "she" is no man and no company, an "it" no person."""
    man, woman, firm = Somebody("person", gender="he"), Somebody("person"), Somebody("body")
    assert [s.fits(_mention("she")) for s in (man, woman, firm)] == [False, True, False]
    assert [s.fits(_mention("it")) for s in (man, woman, firm)] == [False, False, True]


def test_it_may_be_what_has_spoken() -> None:
    """An "it" is a thing without a name only if that has been a source."""
    assert not Somebody("thing").fits(_mention("it"))
    assert Somebody("thing", takes_part=True).fits(_mention("it"))


def test_nouns_keep_to_number_and_gender() -> None:
    """Several are not one person, and a mother is no man."""
    man = Somebody("person", gender="he")
    assert not man.fits(_mention("person", plural=True))
    assert not man.fits(_mention("person", gender="she"))


def test_one_office_has_several_nouns() -> None:
    """A minister may be called secretary."""
    assert "secretary" in widen_role("minister")


def test_every_feature_has_a_weight() -> None:
    """The fitted weights are as many as the features."""
    assert len(load_table("speaker_resolution")["weights"]) == len(FEATURES)

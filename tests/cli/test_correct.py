"""`sayso correct` and `sayso corrections`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import create_app
from sayso.ledger import Editor, open_ledger
from tests.ledger.sample import TEXT, URL, make_reading


@pytest.fixture(autouse=True)
def _ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Makes a ledger with one reading, which the environment presets."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_LEDGER", "sayso.db")
    monkeypatch.delenv("SAYSO_BY", raising=False)
    with open_ledger("sayso.db") as ledger:
        ledger.add(make_reading(), reader="test")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(create_app(), arguments)


def correct(*arguments: str) -> Result:
    return call("correct", URL, *arguments, "--by", "anna")


def read(overlay: str = "sayso.db") -> list[str]:
    """Returns the lines that `sayso corrections list` prints."""
    return call("corrections", "list", "--ledger", overlay).output.splitlines()


def test_tells_what_it_keeps() -> None:
    """A correction is told with what the machine reads beside it."""
    result = correct("A1", "--speaker", "Her deputy", "--note", "heard it")
    head, words, note, speaker = result.output.splitlines()
    assert result.exit_code == 0
    assert head.startswith("1 attribution A1 is amended, says anna 20")
    assert [words.strip(), note.strip(), speaker.strip()] == [
        "Nine are dead",
        "note: heard it",
        "speaker: Ana Brodnik → Her deputy",
    ]


def test_right_and_wrong() -> None:
    """A record is called right or wrong by one option."""
    assert "attribution A1 is right" in correct("A1", "--right").output
    assert "event E1 is wrong" in correct("E1", "--wrong").output


def test_an_empty_value_is_none() -> None:
    """An empty option takes a value away, as it does of a list."""
    assert "counter: Ana Brodnik → —" in correct("F1", "--counter", "").output
    assert "recipients: The mill → —" in correct("E1", "--recipient", "").output


def test_adds_what_is_missing() -> None:
    """What is missing is given by its words, of which one place may be meant."""
    result = correct("--missing", "it", "--cue", "denied", "--speaker-kind", "role", "--act", "deny")
    assert "attribution A3 is missing" in result.output
    result = correct("--missing", "i", "--nth", "2", "--kind", "event", "--type", "REJECT")
    assert "event E2 is missing" in result.output
    result = correct("--missing", "3", "--kind", "figure", "--measure", "other", "--low", "3")
    assert "bound: — → at_least" in result.output


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["A1"], "one of the three"),
        (["A1", "--right", "--wrong"], "one of the three"),
        (["A1", "--right", "--act", "deny"], "one of the three"),
        (["--right"], "RECORD"),
        (["A1", "--missing", "it"], "RECORD"),
        (["--missing", "it", "--kind", "rumour"], "rumour"),
    ],
)
def test_misuse(arguments: list[str], word: str) -> None:
    """What says nothing, or several things at once, is refused with exit code 2."""
    result = correct(*arguments)
    assert result.exit_code == 2
    assert word in result.stderr
    assert read() == []


def test_somebody_must_say_it() -> None:
    """Without an author nothing is kept."""
    result = call("correct", URL, "A1", "--right")
    assert result.exit_code == 2
    assert "--by" in result.stderr


def test_the_environment_presets_who(monkeypatch: pytest.MonkeyPatch) -> None:
    """SAYSO_BY names whoever corrects."""
    monkeypatch.setenv("SAYSO_BY", "ben")
    assert "says ben" in call("correct", URL, "A1", "--right").output


def test_what_does_not_fit_is_an_error() -> None:
    """A record that is not there is told with its code, and the exit code is 1."""
    result = correct("A9", "--right")
    assert result.exit_code == 1
    assert result.stderr.startswith("error LDG008")


def test_a_ledger_is_not_made() -> None:
    """A ledger that is not there is an error and no empty file."""
    result = call("corrections", "list", "--ledger", "other.db")
    assert (result.exit_code, "LDG001" in result.stderr) == (1, True)
    assert not Path("other.db").exists()


def test_a_ledger_must_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a ledger the command says how to name one."""
    monkeypatch.delenv("SAYSO_LEDGER")
    result = call("corrections", "list")
    assert (result.exit_code, "--ledger" in result.stderr) == (2, True)


def test_lists_by_article() -> None:
    """The list has the address of each article over its corrections, and their states."""
    correct("A1", "--right")
    correct("F1", "--wrong")
    call("corrections", "withdraw", "2", "--by", "ben", "--note", "hasty")
    head, first, _, second, withdrawn, _ = read()
    assert head == URL
    assert first.startswith("1 attribution A1 is right")
    assert second.endswith("[withdrawn]")
    assert withdrawn.strip().startswith("withdrawn by ben 20")
    assert withdrawn.endswith(": hasty")


def test_tells_what_is_loose() -> None:
    """A correction whose words are gone is listed as loose."""
    correct("A1", "--right")
    with open_ledger("sayso.db") as ledger:
        text = "The mill in Orlo was repaired in June, and it grinds again."
        newer = make_reading().article.of(text, url=URL)
        ledger.add(type(make_reading())(article=newer), reader="test")
    assert read()[1].endswith("[loose]")


def test_tells_what_the_words_were() -> None:
    """Where a later text says it in other words, those that were corrected are told as well."""
    with open_ledger("sayso.db") as ledger:
        made = Editor(ledger, "anna").add(URL, "attribution", content=TEXT[:33], cue="denied")
        text = TEXT.replace("mill in", "mill near")
        ledger.add(make_reading(text), reader="test")
    assert made.anchor[0].value == TEXT[:33]
    assert "    then: The mill in Orlo burned on 3 May." in read()


def test_lists_as_json() -> None:
    """A correction a line, with its article and its selectors."""
    correct("A1", "--act", "deny")
    line = json.loads(call("corrections", "list", URL, "--format", "json").output)
    assert (line["url"], line["state"], line["record"]) == (URL, "holds", "A1")
    assert line["contrasts"] == [{"field": "act", "machine": "state", "corrected": "deny"}]
    assert line["correction"]["anchor"][0]["quotes"][0]["start"] == TEXT.index("Nine")


def test_what_is_not_there_is_not_withdrawn() -> None:
    """A number that no correction has is an error."""
    result = call("corrections", "withdraw", "5", "--by", "anna")
    assert (result.exit_code, "LDG009" in result.stderr) == (1, True)


def test_exports_what_people_looked_at() -> None:
    """Corrected readings become training data, and say what was reviewed."""
    correct("A1", "--speaker", "Her deputy")
    correct("F1", "--wrong")
    assert call("corrections", "export", "gold").exit_code == 0
    gold = json.loads(Path("gold", f"{make_reading().article.id}.json").read_text("utf-8"))
    assert (gold["attributions"][0]["speaker"], gold["figures"]) == ("Her deputy", [])
    assert gold["reviewed"] == ["A1"]
    assert Path("gold", "articles.json").exists()


def test_exports_nothing_of_nothing() -> None:
    """Where nobody said anything the exit code is 1."""
    assert call("corrections", "export", "gold").exit_code == 1


def test_export_applies_corrections_when_told() -> None:
    """`sayso export` writes what the machine reads, and corrected values only if they are wanted."""
    correct("F1", "--wrong")
    plain, other = (call("export", "--to", "ibc", *more).stdout for more in ([], ["--ledger", "sayso.db"]))
    assert plain == other
    assert call("export", "--to", "ibc", "--ledger", "sayso.db", "--corrected").stdout != plain


def test_export_takes_articles_of_the_ledger() -> None:
    """With a ledger a path is the address of an article, and an unknown one is an error."""
    assert call("export", URL, "--to", "gkg", "--ledger", "sayso.db").stderr == "read 1 article, 2 claims\n"
    result = call("export", "a.txt", "--to", "gkg", "--ledger", "sayso.db")
    assert (result.exit_code, "LDG007" in result.stderr) == (1, True)


def test_only_a_ledger_has_corrections() -> None:
    """Articles that are read now have no corrections."""
    result = call("export", "a.txt", "--to", "gkg", "--corrected")
    assert (result.exit_code, "--ledger" in result.stderr) == (2, True)

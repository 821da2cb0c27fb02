"""Where a run writes."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from threading import Thread

import pytest
import typer

from sayso.cli.output import check_output, open_output
from sayso.export import write_page
from tests.export.sample import make_reading


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article two folders deep."""
    path = tmp_path / "news" / "may" / "a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("The ferry is late.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("root", [".", "news", "news/may", "news/../news"])
def test_file_below_a_folder_that_is_read_is_refused(
    article: Path, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An output that would overwrite a file that the walk may read is refused, at any depth."""
    monkeypatch.chdir(article.parents[2])
    with pytest.raises(typer.BadParameter, match="already there"):
        check_output(article, [root])


def test_article_behind_a_link_is_refused(article: Path, tmp_path: Path) -> None:
    """A link to an article is the article."""
    link = tmp_path / "out.txt"
    link.symlink_to(article)
    with pytest.raises(typer.BadParameter, match="already there"):
        check_output(link, [str(article.parent)])


def test_new_file_below_a_folder_that_is_read_is_fine(article: Path) -> None:
    """A file that is not there yet loses nothing."""
    check_output(article.with_name("out.html"), [str(article.parent)])


def test_file_beside_what_is_read_is_fine(article: Path, tmp_path: Path) -> None:
    """An older output outside of the folders that are read may be replaced."""
    (tmp_path / "out.html").write_text("older")
    check_output(tmp_path / "out.html", [str(article.parent), "-"])


def test_own_page_is_replaced(article: Path) -> None:
    """A page that sayso wrote may be written anew below a folder that is read."""
    page = article.with_name("out.html")
    with open_output(page) as stream:
        write_page([make_reading()], stream, doubtful_below=0.5)
    check_output(page, [str(article.parent)])


def test_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    """Until the end there is a hidden file only."""
    with open_output(tmp_path / "out") as stream:
        stream.write("a line\n")
        assert [path.name[0] for path in tmp_path.iterdir()] == ["."]
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "a line\n")]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_failure_keeps_the_older_file(tmp_path: Path, error: type[BaseException]) -> None:
    """What ends a run early leaves the older output and nothing else."""
    (tmp_path / "out").write_text("older")

    def fail() -> None:
        with open_output(tmp_path / "out") as stream:
            stream.write("newer")
            raise error

    with pytest.raises(error):
        fail()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "older")]


def test_closed_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a shell closed standard output that is an error in words."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(OSError, match="Standard output is closed"), open_output(None):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no permissions of this kind")
def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that is replaced stays as open or closed as it was."""
    path = tmp_path / "out"
    path.touch(mode=0o600)
    with open_output(path):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_link_stays_a_link(tmp_path: Path) -> None:
    """An output behind a link is written where the link leads."""
    (tmp_path / "real").write_text("older")
    (tmp_path / "out").symlink_to(tmp_path / "real")
    with open_output(tmp_path / "out") as stream:
        stream.write("newer")
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "real").read_text() == "newer"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes of this kind")
def test_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """A named pipe or a device is written to, not replaced by a file."""
    path, got = tmp_path / "out", []
    os.mkfifo(path)
    reader = Thread(target=lambda: got.append(path.read_text()), daemon=True)
    reader.start()
    with open_output(path) as stream:
        stream.write("a line\n")
    reader.join(10)
    assert (path.is_fifo(), got) == (True, ["a line\n"])

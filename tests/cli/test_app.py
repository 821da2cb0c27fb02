"""The command line as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso import __version__

# Sayso with a reader that gives the same reading, made by hand, for ever.
ENDLESS = """
import itertools, sys
import sayso.cli.read
from sayso.cli import run
from tests.export.sample import make_reading
sayso.cli.read.read_paths = lambda paths, processes, batch: batch.record(itertools.repeat(make_reading()))
sys.argv = ["sayso", "read", "-", "--format", "json"]
run()
"""
# Sayso with two processes that read the same article for ever.
ENDLESS_PAIR = """
import itertools, sys
import sayso.ingest
from sayso.cli import run
from sayso.model import Article
article = Article.of("It rained, the harbour master said. " * 30)
sayso.ingest.ingest_located = lambda paths: itertools.repeat(("-", None, article))
sys.argv = ["sayso", "read", "-", "--format", "json", "--processes", "2"]
run()
"""
SAYSO = [sys.executable, "-c", "from sayso.cli import run; run()"]


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_version(arguments: list[str]) -> None:
    """The version is a line of its own."""
    done = subprocess.run([*SAYSO, *arguments], capture_output=True, text=True, check=True)
    assert done.stdout == f"sayso {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """Help needs neither the reader nor its libraries, so that it answers at once."""
    command = [sys.executable, "-X", "importtime", *SAYSO[1:], *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    heavy = {
        "spacy",
        "numpy",
        "onnxruntime",
        "tokenizers",
        "trafilatura",
        "rich",
        "jinja2",
        "pydantic_settings",
    }
    assert "typer" in imported
    assert not imported & heavy


def test_help_names_every_command() -> None:
    """The help of sayso lists its commands."""
    done = subprocess.run([*SAYSO, "--help"], capture_output=True, text=True, check=True)
    assert "read" in done.stdout
    assert "version" in done.stdout


@pytest.mark.parametrize("program", [ENDLESS, ENDLESS_PAIR], ids=["alone", "in two processes"])
def test_closed_pipe_ends_quietly(program: str) -> None:
    """When the reader of its output goes away sayso stops, without a traceback, with 141."""
    with _start(program) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("{")
        process.stdout.close()
        assert process.wait(timeout=60) == 141
        assert process.stderr is not None
        assert _has_only_summary(process.stderr.read(), "claims")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
@pytest.mark.parametrize("program", [ENDLESS, ENDLESS_PAIR], ids=["alone", "in two processes"])
def test_interrupt_ends_quietly(program: str) -> None:
    """Ctrl-C, which a terminal sends to all processes, stops sayso, without a traceback, with 130."""
    with _start(program) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("{")
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 130
        assert _has_only_summary(errors, "interrupted")


def _start(program: str) -> subprocess.Popen[str]:
    root, pipe = Path(__file__).parents[2], subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", program], stdout=pipe, stderr=pipe, text=True, cwd=root, start_new_session=True
    )


def _has_only_summary(errors: str, last: str) -> bool:
    return errors.startswith("read ") and errors.endswith(f"{last}\n") and errors.count("\n") <= 2

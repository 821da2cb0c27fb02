"""Start-up: from an empty process to the answer of the command line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.speed.clock import measure_seconds

RUN = "import sys; sys.argv[0] = 'sayso'; from sayso.cli import run; run()"
SHORT = """The bridge over the Orlava stays closed until Friday, mayor Jana Havlik said on Tuesday.

"We will not open it before every cable has been tested," she told reporters. According to the road agency, \
two of the forty cables had lost their tension."""


@contextmanager
def prepare_commands() -> Iterator[dict[str, Callable[[], float]]]:
    """Gives contestants that start the command line in a new process, once the short article is on disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text(SHORT, "utf8")
        yield {
            "start of sayso --help": lambda: _time("--help"),
            "start of sayso read, one short article": lambda: _time("read", str(path)),
        }


def _time(*arguments: str) -> float:
    command = [sys.executable, "-c", RUN, *arguments]
    return measure_seconds(lambda: subprocess.run(command, capture_output=True, check=True))

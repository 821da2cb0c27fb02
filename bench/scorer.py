"""The attribution scorer, a program of its own that is found by path: run as one, or loaded as a module."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any


class Scorer:
    """The scorer at a path."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def run(self, job: str, gold: Path, predictions: Path) -> dict[str, Any]:
        """Runs the program on gold and a JSONL file of readings, and returns what it prints.

        Raises:
            RuntimeError: the program fails; its last words are the message.
        """
        command = [sys.executable, str(self.path), job, str(gold), str(predictions)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf8", check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.strip() or f"{self.path} failed")
        scores: dict[str, Any] = json.loads(done.stdout)
        return scores

    def load(self) -> Any:
        """Loads the program as a module, for its alignment and its scores."""
        spec = spec_from_file_location("attribution_scorer", self.path)
        if spec is None or spec.loader is None:
            raise RuntimeError(f"{self.path} is not a Python file")
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

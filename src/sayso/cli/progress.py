"""Progress: a bar on standard error for a run of several articles."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable

from sayso.cli.batch import Batch
from sayso.model import Reading


def show_progress(readings: Iterable[Reading], batch: Batch) -> Generator[Reading, None, None]:
    """Passes readings on and shows how many there were; nothing is shown for a single one."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("reading"),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[count]} articles"),
        TimeElapsedColumn(),
    )
    bar = Progress(*columns, console=Console(file=sys.stderr), transient=True)
    task: TaskID | None = None
    try:
        for reading in readings:
            if batch.found > 1 and task is None:
                task = bar.add_task("", total=None, count=0)
                bar.start()
            if task is not None:
                total = batch.found if batch.is_complete else None
                count = str(batch.read) if total is None else f"{batch.read} of {total}"
                bar.update(task, completed=batch.read, total=total, count=count)
            yield reading
    finally:
        bar.stop()

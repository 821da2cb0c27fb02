"""Version: which reader made a reading, down to the weights."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

FOLDER = Path(__file__).parent / "encoder" / "weights"


@cache
def name_version(folder: Path = FOLDER) -> str:
    """Returns the version of sayso and a hash of the weights: two readers of one version read alike.

    Args:
        folder: folder of other weights than the shipped ones.

    Raises:
        ModelError: the weights cannot be read (MDL001).
    """
    from sayso import __version__
    from sayso.reader.encoder.weight import guard

    digest = blake2b(digest_size=4)
    with guard(folder):
        for path in sorted(folder.iterdir()):
            digest.update(path.read_bytes())
    return f"{__version__}+{digest.hexdigest()}"

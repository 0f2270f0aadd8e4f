"""Files with what was sent: only their owner can read them, and the secrets in them are named before."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from inspector.gui import words


def write_private(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file that only its owner can read. Raises OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.writelines(pieces)


def warning(secrets: Sequence[str]) -> str:
    """A sentence that names what a file would hold."""
    return words.tr("This holds %1, as it was sent.").replace("%1", ", ".join(secrets))

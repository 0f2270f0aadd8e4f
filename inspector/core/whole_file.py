"""A small file that is replaced as a whole: whoever reads it sees what was there before, or what comes after."""

import os
import tempfile
from pathlib import Path


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file that only the user can read, on the disk before it takes its place. Raises OSError."""
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise

"""The log: what went wrong inside, for the user to read and to copy into a report. It holds no secret and no body."""

import logging
import os
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

SIZE = 1_000_000
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(processName)s %(name)s: %(message)s"


class PrivateFile(RotatingFileHandler):
    """A rotating log file that only its owner can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(FileIO(descriptor, "a"), encoding="utf-8", write_through=True)


def start_log(folder: Path) -> Path:
    """Write records of INFO and above to `inspector.log` in a folder, which is made; returns the file's path."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "inspector.log"
    target = PrivateFile(file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    target.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(target)
    root.setLevel(logging.INFO)
    return file

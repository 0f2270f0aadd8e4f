"""The log: what went wrong inside, for the user to read and to copy into a report. It holds no secret and no body."""

import logging
import os
import re
from contextlib import suppress
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "inspector.log"
SIZE = 1_000_000
KEPT = 3
BEGINNING = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ([A-Z]+) ")
"""Of a record; what follows on other lines, such as a traceback, belongs to it."""
FORMAT = "%(asctime)s %(levelname)s %(processName)s %(name)s: %(message)s"


class PrivateFile(RotatingFileHandler):
    """A rotating log file that only its owner can read."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(FileIO(descriptor, "a"), encoding="utf-8", write_through=True)


def start_log(folder: Path) -> Path:
    """Write records of INFO and above to `inspector.log` in a folder, which is made; returns the file's path."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / NAME
    target = PrivateFile(file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    target.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(target)
    root.setLevel(logging.INFO)
    return file


def erase_log(folder: Path) -> None:
    """Write no more to the log of a folder and remove it, as far as that can be done."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, PrivateFile)]:
        if Path(handler.baseFilename).parent == folder.absolute():
            root.removeHandler(handler)
            handler.close()
    for file in (folder / NAME, *folder.glob(f"{NAME}.*")):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def read_tail(folder: Path, most: int = SIZE) -> str:
    """The last of the log, at most so many bytes, from the beginning of a line; empty where there is none."""
    parts: list[bytes] = []
    left = most
    for file in (folder / NAME, *(folder / f"{NAME}.{number}" for number in range(1, KEPT + 1))):
        with suppress(OSError), file.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - left))
            parts.insert(0, opened.read(left))
            left -= len(parts[0])
        if left <= 0:
            break
    content = b"".join(parts)
    if left <= 0:
        content = content.partition(b"\n")[2]
    return content.decode("utf-8", "replace")


def records(text: str) -> list[tuple[str, str]]:
    """The records of a log with their levels, oldest first; lines before the first are none."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if match := BEGINNING.match(line):
            found.append((match[1], [line]))
        elif found:
            found[-1][1].append(line)
    return [(level, "\n".join(lines)) for level, lines in found]

"""Zeroes the bytes inside a store's pages that nothing uses, after a purge.

`secure_delete` overwrites what is deleted. But where SQLite merges the pages around it, copies of rows that moved stay
behind in the space between a page's cell pointers and its cells, and outlive the rows
(https://sqlite.org/fileformat2.html, 1.6). Nothing reads that space, so zeros may be written into it at any time.
"""

import os
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from inspector.store import write_ahead_log
from inspector.store.connection import connect_writer, transaction
from inspector.store.schema import PAGE_SIZE

HEADER_SIZES = {2: 12, 5: 12, 10: 8, 13: 8}
"""By the first byte of a page of a B-tree: inner pages of indexes and tables, leaves of indexes and tables."""

MAP_EVERY = PAGE_SIZE // 5 + 1
"""Page 2 and each so many after it map pages to their parents; their first byte may look like that of a B-tree."""

LARGEST = 64 * 1024**3
"""Bytes; in a file beyond this the number that begins an overflow page could look like that byte, too."""

READ_PAGES = 128
STEP_PAGES = 300
"""Pages that are zeroed while writers are kept out: some milliseconds."""

_files: dict[tuple[int, int], int] = {}
_one_at_a_time = threading.Lock()


def scrub(path: Path) -> bool:
    """Zero all unused space; False while somebody reads an older state, so that it has to be asked for again."""
    with (
        _one_at_a_time,
        _opened(path) as file,
        closing(write_ahead_log.connect(path)) as copying,
        closing(connect_writer(path)) as connection,
    ):
        if not write_ahead_log.copy(copying, path).whole:
            return False
        dirty = list(_dirty_pages(file))
        for start in range(0, len(dirty), STEP_PAGES):
            with transaction(connection):
                # Nobody can write now. With the log copied the file is the truth, for every connection.
                if not write_ahead_log.copy(copying, path).whole:
                    return False
                for page in dirty[start : start + STEP_PAGES]:
                    _zero(file, page)
                # A commit makes every other connection forget the pages it holds in memory, which it might write back.
                connection.execute("UPDATE counters SET value = value + 1 WHERE name = 'scrubs'")
        os.fsync(file)
    return True


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """The file's descriptor. On POSIX it is never closed: that would drop the locks of SQLite in this process."""
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0)
    if os.name == "nt":
        file = os.open(path, flags)
        try:
            yield file
        finally:
            os.close(file)
        return
    status = path.stat()
    key = (status.st_dev, status.st_ino)
    if key not in _files:
        _files[key] = os.open(path, flags)
    yield _files[key]


def _dirty_pages(file: int) -> Iterator[int]:
    """Numbers of pages, from 1, with anything in their unused space."""
    size = os.fstat(file).st_size
    page_size, reserved = struct.unpack(">H2xB", _read(file, 16, 5))
    if size > LARGEST or page_size != PAGE_SIZE or reserved:
        return
    for start in range(0, size, READ_PAGES * PAGE_SIZE):
        content = _read(file, start, READ_PAGES * PAGE_SIZE)
        for offset in range(0, len(content) - PAGE_SIZE + 1, PAGE_SIZE):
            number = (start + offset) // PAGE_SIZE + 1
            low, high = unused(content[offset : offset + PAGE_SIZE], number)
            if content[offset + low : offset + high].strip(b"\0"):
                yield number
        time.sleep(0.001)  # senders are answered by another thread of this process


def _zero(file: int, number: int) -> None:
    start = (number - 1) * PAGE_SIZE
    low, high = unused(_read(file, start, PAGE_SIZE), number)
    if low < high:
        os.lseek(file, start + low, os.SEEK_SET)
        os.write(file, bytes(high - low))


def unused(page: bytes, number: int) -> tuple[int, int]:
    """Where the unused space of a page begins and ends; (0, 0) for a page that is not one of a B-tree, or not sound."""
    header = 100 if number == 1 else 0
    if len(page) < PAGE_SIZE or number % MAP_EVERY == 2 or page[header] not in HEADER_SIZES:
        return 0, 0
    cells, content = struct.unpack_from(">HH", page, header + 3)
    low = header + HEADER_SIZES[page[header]] + 2 * cells
    content = content or 65536
    if not low <= content <= PAGE_SIZE:
        return 0, 0
    pointers = struct.unpack_from(f">{cells}H", page, low - 2 * cells)
    if any(not content <= pointer < PAGE_SIZE for pointer in pointers):
        return 0, 0
    return low, content


def _read(file: int, start: int, size: int) -> bytes:
    os.lseek(file, start, os.SEEK_SET)
    return os.read(file, size)

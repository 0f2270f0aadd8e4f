"""Names of captures on the command line: a number, `last`, or `last~1` for the one before."""

import re

from inspector.core.errors import NothingError, UsageError
from inspector.store.reader import Reader

HIGHEST = 2**63 - 1
"""The highest id that a store can give (SQLite)."""

DIGITS = 40
"""Digits of a number that is read at all; Python reads no more than some thousand."""

LAST = re.compile(r"last(?:~(\d+))?")


def find_id(reader: Reader, text: str) -> int:
    """The id that a name stands for.

    Raises UsageError for no name at all, NothingError when there is no such capture.
    """
    if text.lstrip("#").isdecimal():
        number = text.lstrip("#")
        if len(number) > DIGITS or int(number) > HIGHEST:
            raise NothingError(f"There is no capture {number if len(number) <= DIGITS else 'of so high a number'}.")
        return int(number)
    match = LAST.fullmatch(text)
    if match is None:
        raise UsageError(f"“{text}” names no capture; expected a number such as 17, or last, or last~1.")
    back = min(int((match[1] or "0")[:DIGITS]), HIGHEST - 1)
    ids = reader.ids(None, limit=back + 1)
    if len(ids) <= back:
        raise NothingError(f"There is no capture {text}: the store holds {len(ids)}." if ids else "The store is empty.")
    return int(ids[back])

"""Names of captures."""

import os
from pathlib import Path

import pytest

from inspector.cli.ids import find_id
from inspector.core.errors import NothingError, UsageError
from inspector.store.reader import Reader


def test_names(three: list[int]) -> None:
    """A number, a number with #, the last, and the ones before it."""
    reader = Reader(Path(os.environ["WEBHOOK_INSPECTOR_STORE"]))
    try:
        assert [find_id(reader, name) for name in ("17", "#17", "last", "last~0", "last~2")] == [17, 17, 3, 3, 1]
        with pytest.raises(NothingError, match="the store holds 3"):
            find_id(reader, "last~3")
        with pytest.raises(UsageError, match="expected a number"):
            find_id(reader, "newest")
    finally:
        reader.close()

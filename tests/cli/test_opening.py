"""Opening the store for a command."""

import os
from pathlib import Path

from inspector.cli.opening import opened
from inspector.cli.options import make_paths


def test_a_store_is_made_where_there_is_none() -> None:
    """The first command on a machine finds an empty store."""
    paths = make_paths(None, None)
    with opened(paths, lambda sentence: None) as here:
        assert here.reader.count(None) == 0
    assert paths.store.exists()


def test_a_damaged_store_is_set_aside_and_said() -> None:
    """Damage costs no command its work: the file is kept under another name and the user is told."""
    file = Path(os.environ["WEBHOOK_INSPECTOR_STORE"])
    file.parent.mkdir(parents=True)
    file.write_bytes(b"this is no database" * 1000)
    said: list[str] = []

    with opened(make_paths(None, None), said.append) as here:
        assert here.reader.count(None) == 0

    assert "damaged" in said[0]
    assert [path for path in file.parent.iterdir() if "damaged" in path.name]

"""A whole store goes."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.errors import StoreError
from inspector.core.paths import drafts_of
from inspector.store.erasing import erase
from inspector.store.store import Store
from tests.store.arrivals import arrival


def test_nothing_of_a_store_is_left(tmp_path: Path) -> None:
    """Its large bodies, what was set aside and copied, and its locks go too; what is beside it stays."""
    path = tmp_path / "captures.db"
    with closing(Store.open(path)) as store:
        store.keep([arrival(b"x" * 3_000_000)])
    for name in ("captures.damaged-20261123-082111.db", "captures.before-20261123-082111-000001.db", "other.db"):
        (tmp_path / name).write_bytes(b"x")

    drafts_of(path).mkdir()
    (drafts_of(path) / "draft").write_bytes(b"x")

    erase(path)

    assert [file.name for file in tmp_path.iterdir()] == ["other.db"]


def test_a_store_in_use_stays(tmp_path: Path) -> None:
    """The sentence says who uses it, and nothing is gone."""
    path = tmp_path / "captures.db"
    with closing(Store.open(path)) as store:
        store.keep([arrival()])
        with pytest.raises(StoreError, match="is used by"):
            erase(path)
        assert store.keep([arrival()])[0].id == 2


def test_no_store_is_no_error(tmp_path: Path) -> None:
    """What is not there is gone already."""
    erase(tmp_path / "nowhere" / "captures.db")
    erase(tmp_path / "captures.db")

    assert list(tmp_path.iterdir()) == []

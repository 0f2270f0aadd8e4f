"""Where things live."""

import os
import sys
from pathlib import Path

import pytest

from inspector.core.paths import Paths, bodies_of, drafts_of, shape_of


def paths(store: Path) -> Paths:
    """Paths around a store."""
    return Paths(store=store, config=store.parent / "config", logs=store.parent / "logs")


def test_files_have_their_places(tmp_path: Path) -> None:
    """Bodies lie beside the store, settings and encrypted secrets in the folder for settings."""
    found = paths(tmp_path / "captures.db")

    assert found.bodies == bodies_of(tmp_path / "captures.db") == tmp_path / "captures.db.bodies"
    assert found.drafts == drafts_of(tmp_path / "captures.db") == tmp_path / "captures.db.drafts"
    assert found.settings == tmp_path / "config" / "settings.toml"
    assert found.secrets_file == tmp_path / "config" / "secrets.enc"
    assert found.sample_key == tmp_path / "config" / "sample.key"
    assert found.shape == shape_of(tmp_path / "config") == tmp_path / "config" / "window.json"
    assert not found.temporary


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
def test_one_store_has_one_server_name(tmp_path: Path) -> None:
    """However its file is named, a second window finds the first; another store has another window."""
    real = tmp_path / "captures.db"
    real.touch()
    link = tmp_path / "link.db"
    link.symlink_to(real)

    assert paths(link).server_name == paths(real).server_name
    assert paths(tmp_path / "sub" / ".." / "captures.db").server_name == paths(real).server_name
    assert paths(tmp_path / "other.db").server_name != paths(real).server_name
    assert paths(real).server_name.startswith("webhook-inspector-")
    assert len(paths(real).server_name) < 60  # a socket's path has about a hundred characters


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_path_that_is_no_text_has_a_server_name() -> None:
    """Folders of a foreign encoding are folders too."""
    assert paths(Path(os.fsdecode(b"/caf\xe9/captures.db"))).server_name

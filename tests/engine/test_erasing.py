"""What the program keeps, removed on request."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from inspector import settings_file
from inspector.core.errors import InspectorError
from inspector.core.messages import Erase
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.engine import custom_file
from inspector.engine.erasing import erase
from inspector.engine.secret_keeping import open_vault
from inspector.store.store import Store
from tests.engine.conftest import paths_in
from tests.providers.described import ACME
from tests.secrets.boxes import MemoryKeyring
from tests.store.arrivals import arrival


@pytest.fixture
def box() -> Iterator[MemoryKeyring]:
    """A keyring that works, for the time of a test."""
    box = MemoryKeyring()
    keyring.set_keyring(box)
    yield box
    keyring.set_keyring(fail.Keyring())


@pytest.fixture
def kept(box: MemoryKeyring, tmp_path: Path) -> Paths:
    """A store with a capture, a secret in the keyring, a setting and the shape of the window."""
    paths = paths_in(tmp_path)
    with closing(Store.open(paths.store)) as store:
        store.keep([arrival()])
    settings_file.change(paths.settings, lambda settings: replace(settings, port=9000))
    custom_file.save(paths.custom_providers, ACME)
    open_vault(paths).add("stripe", "staging", b"whsec_x")
    paths.shape.write_text("{}")
    paths.fetched_keys.write_text("{}")
    return paths


def test_each_part_goes_alone(kept: Paths, box: MemoryKeyring) -> None:
    """Names of secrets outlive the settings, since a keyring cannot list; captures outlive both."""
    erase(kept, Erase(settings=True))

    assert [name.name for name in settings_file.read(kept.settings).secrets] == ["staging"]
    assert settings_file.read(kept.settings).port == Settings().port
    assert {file.name for file in kept.config.iterdir()} == {"settings.toml", "settings.toml.lock"}

    kept.sample_key.write_bytes(b"k" * 32)
    erase(kept, Erase(secrets=True))
    assert (box.entries, settings_file.read(kept.settings)) == ({}, Settings())
    assert not kept.sample_key.exists()
    assert kept.store.exists()

    erase(kept, Erase(captures=True))
    assert not kept.store.exists()


def test_all_of_it_leaves_nothing(kept: Paths, box: MemoryKeyring, tmp_path: Path) -> None:
    """Not a file, not an entry of the keyring."""
    erase(kept, Erase(captures=True, secrets=True, settings=True))

    assert box.entries == {}
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_what_cannot_go_is_said_after_the_rest_went(kept: Paths, box: MemoryKeyring) -> None:
    """A locked keyring keeps its secrets and their names; the settings are the usual ones all the same."""
    box.locked = True
    with pytest.raises(InspectorError, match="keyring is locked, so it keeps 1"):
        erase(kept, Erase(secrets=True, settings=True, captures=True))
    box.locked = False

    assert not kept.store.exists()
    assert settings_file.read(kept.settings).port == Settings().port
    assert open_vault(kept).reveal("stripe", "staging") == b"whsec_x"


def test_a_key_of_samples_that_cannot_go_keeps_no_secret(kept: Paths, box: MemoryKeyring) -> None:
    """What the user gave us goes first, and the rest is said."""
    kept.sample_key.mkdir()
    with pytest.raises(InspectorError, match=r"sample\.key cannot be removed"):
        erase(kept, Erase(secrets=True))

    assert (box.entries, settings_file.read(kept.settings).secrets) == ({}, ())

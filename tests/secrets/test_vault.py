"""Where secrets live."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.secret import KEYRING_MOST, Secret
from tests.secrets.boxes import MemoryKeyring, vault_in


@pytest.fixture
def box() -> Iterator[MemoryKeyring]:
    """A keyring that works, for the time of a test."""
    box = MemoryKeyring()
    keyring.set_keyring(box)
    yield box
    keyring.set_keyring(fail.Keyring())


@pytest.fixture
def no_keyring() -> None:
    """No keyring, as without D-Bus."""
    keyring.set_keyring(fail.Keyring())


def test_keyring(box: MemoryKeyring, tmp_path: Path) -> None:
    """Values go to the keyring, names to the settings; any bytes come back as they were."""
    vault, names = vault_in(tmp_path)
    value = b"whsec_\xff\x00\n"

    kept = vault.add("stripe", "staging", value)

    assert kept.kept == "keyring"
    assert names == [kept]
    assert vault.load() == {"stripe": (Secret(provider="stripe", name="staging", value=value),)}
    assert vault.reveal("stripe", "staging") == value
    vault.remove("stripe", "staging")
    assert (names, box.entries, vault.load()) == ([], {}, {})


def test_a_locked_keyring_gives_nothing_and_breaks_nothing(box: MemoryKeyring, tmp_path: Path) -> None:
    """While it is locked there are no secrets; asking for one says what to do."""
    vault, _ = vault_in(tmp_path)
    vault.add("stripe", "staging", b"x")
    box.locked = True

    assert vault.load() == {}
    with pytest.raises(ResourceError, match="unlock it"):
        vault.reveal("stripe", "staging")
    box.locked = False
    assert "stripe" in vault.load()


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_for_the_session(tmp_path: Path) -> None:
    """A secret is there until the program ends, and nothing is written."""
    vault, names = vault_in(tmp_path)

    assert "until the program ends" in vault.describe()
    assert vault.add("github", "default", b"x").kept == "session"
    assert [name.kept for name in vault.remembered()] == ["session"]
    assert vault.load()["github"][0].value == b"x"
    assert names == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_keyring")
def test_without_a_keyring_in_the_encrypted_file(tmp_path: Path) -> None:
    """After a passphrase was given secrets survive the program, and only that passphrase opens them."""
    vault, names = vault_in(tmp_path)
    vault.unlock("correct horse")
    vault.add("github", "default", b"hush" * 1000)
    vault.add("slack", "default", b"other")

    again, known = vault_in(tmp_path)
    known[:] = names
    assert again.load() == {}
    with pytest.raises(UsageError, match="does not open"):
        again.unlock("battery staple")
    again.unlock("correct horse")
    assert again.reveal("github", "default") == b"hush" * 1000
    assert b"hush" not in (tmp_path / "secrets.enc").read_bytes()
    again.remove("github", "default")
    assert set(again.load()) == {"slack"}


def test_a_value_that_is_too_long_for_a_keyring(box: MemoryKeyring, tmp_path: Path) -> None:
    """Above 2,000 bytes it goes to the encrypted file, or lasts for the session where there is no passphrase."""
    vault, _ = vault_in(tmp_path)
    long = b"k" * (KEYRING_MOST + 1)

    assert vault.add("stripe", "long", long).kept == "session"
    vault.unlock("passphrase")
    assert vault.add("stripe", "long", long).kept == "file"
    assert box.entries == {}


@pytest.mark.usefixtures("no_keyring")
def test_a_secret_that_is_not_there(tmp_path: Path) -> None:
    """Removing or revealing an unknown name says so."""
    vault, _ = vault_in(tmp_path)

    with pytest.raises(NothingError, match="no secret “x” of stripe"):
        vault.remove("stripe", "x")
    with pytest.raises(NothingError, match="no secret"):
        vault.reveal("stripe", "x")


def test_where_a_secret_lives_is_the_users_choice(box: MemoryKeyring, tmp_path: Path) -> None:
    """Also against the usual place; one that moves is gone where it was."""
    vault, names = vault_in(tmp_path)
    assert vault.add("stripe", "a", b"x", "session").kept == "session"
    assert names == []
    with pytest.raises(UsageError, match="has no passphrase yet"):
        vault.add("stripe", "a", b"x", "file")
    vault.unlock("passphrase")
    vault.add("stripe", "a", b"x", "file")
    assert box.entries == {}
    vault.change("stripe", "a", "a", "keyring")

    assert [one.kept for one in vault.remembered()] == ["keyring"]
    assert len(box.entries) == 1
    assert vault.reveal("stripe", "a") == b"x"
    vault.change("stripe", "a", "a", "session")
    assert (box.entries, names) == ({}, [])
    with pytest.raises(UsageError, match="2,001 bytes"):
        vault.add("stripe", "long", b"k" * 2001, "keyring")


def test_another_name(box: MemoryKeyring, tmp_path: Path) -> None:
    """The value stays, and no other secret is overwritten."""
    vault, _ = vault_in(tmp_path)
    vault.add("stripe", "a", b"x")
    vault.add("stripe", "b", b"y")
    with pytest.raises(UsageError, match="already"):
        vault.change("stripe", "a", "b")
    vault.change("stripe", "a", "live <b>")

    assert [one.name for one in vault.remembered()] == ["b", "live <b>"]
    assert vault.reveal("stripe", "live <b>") == b"x"
    assert len(box.entries) == 2


def test_names_that_nobody_could_read_are_refused(box: MemoryKeyring, tmp_path: Path) -> None:
    """Neither direction marks nor a name that fills the screen."""
    vault, _ = vault_in(tmp_path)

    for name in ("live\u202e", "a\nb", "x" * 101):
        with pytest.raises(UsageError, match="printable"):
            vault.add("stripe", name, b"x")
    assert box.entries == {}


def test_what_cannot_be_read_is_counted_and_said(box: MemoryKeyring, tmp_path: Path) -> None:
    """Those of a locked file here; a passphrase that was offered and is wrong is named."""
    vault, names = vault_in(tmp_path)
    vault.unlock("passphrase")
    vault.add("stripe", "a", b"x", "file")
    vault.add("stripe", "b", b"x")
    again, known = vault_in(tmp_path)
    known[:] = names
    again.offer("wrong")

    assert (again.keeping().keyring, again.keeping().file, again.keeping().unread) == ("open", "locked", 1)
    assert again.describe().endswith(
        "secrets.enc is locked: give its passphrase. The passphrase of WEBHOOK_INSPECTOR_PASSPHRASE does not open it."
    )
    with pytest.raises(UsageError, match="is locked"):
        again.add("stripe", "a", b"z")
    assert vault.reveal("stripe", "a") == b"x"
    again.change_passphrase("passphrase", "other")
    assert again.keeping().unread == 0
    again.remove_all()
    assert (box.entries, known) == ({}, [])

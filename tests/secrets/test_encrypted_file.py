"""The encrypted file of secrets."""

import stat
from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.secrets.encrypted_file import EncryptedFile

ENTRIES = {("stripe", "Zoë"): b"\x00secret-value\xff", ("github", "b"): b""}


def made(path: Path, passphrase: str = "passphrase") -> EncryptedFile:
    """A file with two secrets, open."""
    file = EncryptedFile(path)
    file.unlock(passphrase)
    file.edit(lambda _: dict(ENTRIES))
    return file


def test_round_trip(tmp_path: Path) -> None:
    """Any bytes come back with the passphrase; the file is for its owner alone and shows nothing."""
    path = tmp_path / "config" / "secrets.enc"
    made(path)
    again = EncryptedFile(path)
    with pytest.raises(UsageError, match="is locked"):
        again.read()
    again.unlock("passphrase")

    assert again.read() == ENTRIES
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"secret-value" not in path.read_bytes()


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    """One flipped bit, a cut file or another passphrase is refused, never read as something else."""
    path = tmp_path / "secrets.enc"
    made(path)
    content = path.read_bytes()

    for broken in (content[:-1] + bytes([content[-1] ^ 1]), content[:20], b""):
        path.write_bytes(broken)
        with pytest.raises(UsageError, match="does not open"):
            EncryptedFile(path).unlock("passphrase")


def test_another_passphrase(tmp_path: Path) -> None:
    """Changing it wants the one before; who had the file open with that finds it locked, not empty."""
    path = tmp_path / "secrets.enc"
    other = made(path)
    file = EncryptedFile(path)
    with pytest.raises(UsageError, match="does not open"):
        file.change_passphrase("wrong", "new")
    with pytest.raises(UsageError, match="empty"):
        file.change_passphrase("passphrase", "")
    file.change_passphrase("passphrase", "new")

    assert file.read() == ENTRIES
    with pytest.raises(UsageError, match="does not open"):
        other.edit(lambda entries: entries)
    assert not other.is_open
    again = EncryptedFile(path)
    again.unlock("new")
    assert again.read() == ENTRIES


def test_one_that_is_offered_is_used_when_it_is_needed(tmp_path: Path) -> None:
    """No file is made by a program that keeps nothing; a wrong one is said to be so."""
    path = tmp_path / "secrets.enc"
    file = EncryptedFile(path)
    file.offer("passphrase")

    assert file.is_open
    assert not path.exists()
    file.edit(lambda entries: entries | ENTRIES)
    assert file.read() == ENTRIES
    late = EncryptedFile(path)
    late.offer("wrong")
    assert not late.is_open
    assert late.refused
    file.remove()
    assert list(tmp_path.iterdir()) == []

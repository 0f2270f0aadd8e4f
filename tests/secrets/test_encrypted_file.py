"""The encrypted file of secrets."""

import stat
from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.secrets import encrypted_file


def test_round_trip(tmp_path: Path) -> None:
    """Any bytes come back with the passphrase; the file is for its owner alone and shows nothing."""
    file = tmp_path / "secrets.enc"
    entries = {("stripe", "Zoë"): b"\x00secret-value\xff", ("github", "b"): b""}
    encrypted_file.write(file, "passphrase", entries)

    assert encrypted_file.read(file, "passphrase") == entries
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"secret-value" not in file.read_bytes()


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    """One flipped bit, a cut file or another passphrase is refused, never read as something else."""
    file = tmp_path / "secrets.enc"
    encrypted_file.write(file, "passphrase", {("a", "b"): b"c"})
    content = file.read_bytes()

    for broken in (content[:-1] + bytes([content[-1] ^ 1]), content[:20], b""):
        file.write_bytes(broken)
        with pytest.raises(UsageError, match="does not open"):
            encrypted_file.read(file, "passphrase")

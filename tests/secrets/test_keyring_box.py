"""The system's keyring."""

import subprocess
import sys

import keyring
import pytest
from keyring.backends import fail

from inspector.core.errors import ResourceError
from inspector.secrets import keyring_box
from tests.secrets.boxes import MemoryKeyring


def test_entries_hold_any_bytes() -> None:
    """What is written is read back; what was never written is None."""
    keyring.set_keyring(MemoryKeyring())
    try:
        keyring_box.write("stripe", "a", b"\x00\xff")
        assert keyring_box.read("stripe", "a") == b"\x00\xff"
        assert keyring_box.read("stripe", "b") is None
        keyring_box.remove("stripe", "a")
        keyring_box.remove("stripe", "a")
        assert keyring_box.read("stripe", "a") is None
        assert keyring_box.name()
    finally:
        keyring.set_keyring(fail.Keyring())


def test_no_keyring() -> None:
    """Where there is none it has no name, and using it is an error with what to do."""
    keyring.set_keyring(fail.Keyring())

    assert keyring_box.name() is None
    with pytest.raises(ResourceError, match="try again"):
        keyring_box.write("stripe", "a", b"x")


def test_importing_it_does_not_import_keyring() -> None:
    """A start that needs no secret does not pay for the library."""
    code = "import sys, inspector.secrets.vault; print('keyring' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"

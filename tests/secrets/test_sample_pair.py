"""Key pairs for samples."""

import stat
import sys
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from inspector.secrets.sample_pair import KINDS, Kind, certificate, read, read_or_make


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_of_each_kind(kind: Kind, tmp_path: Path) -> None:
    """It is made once, and only the user can read it."""
    folder = tmp_path / "keys"
    assert read(folder, kind) is None
    key = read_or_make(folder, kind)

    assert load_pem_private_key(key, password=None) is not None
    assert (read_or_make(folder, kind), read(folder, kind)) == (key, key)
    if sys.platform != "win32":
        assert stat.S_IMODE((folder / f"{kind}.pem").stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_certificate_is_of_the_rsa_key(tmp_path: Path) -> None:
    """A receiver that reads keys from certificates checks with it."""
    pem = certificate(tmp_path)
    key = load_pem_private_key(read_or_make(tmp_path, "rsa"), password=None)

    assert x509.load_pem_x509_certificate(pem).public_key() == key.public_key()
    assert certificate(tmp_path) == pem

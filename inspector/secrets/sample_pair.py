"""Key pairs that sample events of providers with public keys are signed with: made here, for nothing else.

One private key for each kind in a folder of the configuration, PKCS #8 in PEM (RFC 7468), made when it is first needed;
beside that of RSA a certificate, signed by itself, for providers that publish their key in one.
"""

from pathlib import Path
from types import ModuleType
from typing import Literal

from inspector.secrets import made_once

Kind = Literal["ed25519", "p256", "rsa"]
KINDS: tuple[Kind, ...] = ("ed25519", "p256", "rsa")
CERTIFICATE = "rsa-certificate.pem"


def read_or_make(folder: Path, kind: Kind) -> bytes:
    """The private key of a kind, made where there is none yet. Raises ResourceError."""
    return made_once.read_or_make(_file(folder, kind), is_ours=_is_key, make=lambda: _new_key(kind))


def read(folder: Path, kind: Kind) -> bytes | None:
    """The private key of a kind, or None where none was made yet, or it cannot be read."""
    try:
        return made_once.read(_file(folder, kind), _is_key)
    except OSError:
        return None


def certificate(folder: Path) -> bytes:
    """The certificate of the RSA key, in PEM. Raises ResourceError."""
    key = read_or_make(folder, "rsa")
    return made_once.read_or_make(
        folder / CERTIFICATE, is_ours=lambda pem: b"CERTIFICATE" in pem[:64], make=lambda: _new_certificate(key)
    )


def _file(folder: Path, kind: Kind) -> Path:
    return folder / f"{kind}.pem"


def _is_key(content: bytes) -> bool:
    return b"PRIVATE KEY" in content[:64]


def _new_key(kind: Kind) -> bytes:
    return bytes(_making().new_key(kind))


def _new_certificate(key: bytes) -> bytes:
    return bytes(_making().new_certificate(key))


def _making() -> ModuleType:
    # The lazy border: the library takes long to load, and keys are made once.
    from inspector.secrets import pair_making  # noqa: PLC0415

    return pair_making

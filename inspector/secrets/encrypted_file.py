"""Secrets in a file encrypted with a passphrase: scrypt (RFC 7914) for the key, AES-256-GCM for the content."""

import base64
import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from inspector.core.errors import UsageError

MAGIC = b"WIS1"
SALT = 16
NONCE = 12
COST = 2**15
"""scrypt's n: about 100 ms and 32 MB for each guess."""

Entries = dict[tuple[str, str], bytes]


def read(path: Path, passphrase: str) -> Entries:
    """All secrets by provider and name; none where there is no file. Raises UsageError for another passphrase."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}
    salt, nonce = content[4 : 4 + SALT], content[4 + SALT : 4 + SALT + NONCE]
    try:
        plain = AESGCM(_key(passphrase, salt)).decrypt(nonce, content[4 + SALT + NONCE :], MAGIC)
    except (InvalidTag, ValueError) as error:
        raise UsageError("The passphrase does not open the file of secrets; try another.") from error
    return {(provider, name): base64.b64decode(value) for provider, name, value in json.loads(plain)}


def write(path: Path, passphrase: str, entries: Entries) -> None:
    """Replace the file by one that holds these secrets, readable by its owner alone."""
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    listed = [(provider, name, base64.b64encode(value).decode()) for (provider, name), value in entries.items()]
    sealed = AESGCM(_key(passphrase, salt)).encrypt(nonce, json.dumps(listed).encode(), MAGIC)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(MAGIC + salt + nonce + sealed)
    part.replace(path)


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode())

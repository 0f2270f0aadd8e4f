"""Fetched keys in their file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core import clock
from inspector.core.errors import ResourceError
from inspector.engine.key_cache import MOST, FetchedKey, as_secrets, keep, read

ADDRESS = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem"
KEY = FetchedKey(provider="aws-sns", address=ADDRESS, fetched_at=clock.now(), content=b"-----BEGIN \xff")


def test_there_and_back(tmp_path: Path) -> None:
    """Every byte, for the user alone, in a folder that is made."""
    file = tmp_path / "config" / "keys.json"
    keep(file, KEY)

    assert read(file) == (KEY,)
    assert file.stat().st_mode & 0o777 == 0o600


def test_one_of_an_address_is_kept(tmp_path: Path) -> None:
    """The newer one; beside those of other addresses, up to a limit."""
    file = tmp_path / "keys.json"
    keep(file, KEY)
    newer = replace(KEY, content=b"newer")
    assert keep(file, newer) == read(file) == (newer,)

    for number in range(MOST):
        keep(file, replace(KEY, address=ADDRESS.replace("-1.pem", f"-x{number}.pem")))
    assert len(read(file)) == MOST
    assert newer not in read(file)


@pytest.mark.parametrize(
    "changed",
    [
        {"content": "-----BEGIN another"},
        {"address": "https://evil.example/key.pem"},
        {"provider": "nobody"},
        {"sha256": "0" * 64},
        {"fetched_at": "never"},
        {"content": 7},
    ],
)
def test_what_was_tampered_with_is_not_used(tmp_path: Path, changed: dict[str, object]) -> None:
    """Other bytes than were fetched, an address that does not count, anything unreadable."""
    file = tmp_path / "keys.json"
    keep(file, KEY)
    table = json.loads(file.read_text())
    table["keys"][0] |= changed
    file.write_text(json.dumps(table))

    assert read(file) == ()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"keys":7}', b'{"keys":[7]}', b"\xff"])
def test_another_file(tmp_path: Path, content: bytes) -> None:
    """It holds no keys, and the next one that is kept takes its place."""
    file = tmp_path / "keys.json"
    file.write_bytes(content)
    assert read(file) == ()

    keep(file, KEY)
    assert read(file) == (KEY,)


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """It is said."""
    (tmp_path / "config").write_bytes(b"a file, no folder")

    with pytest.raises(ResourceError, match="cannot be written"):
        keep(tmp_path / "config" / "keys.json", KEY)


def test_as_secrets_they_name_their_host() -> None:
    """The newest of a provider is tried first, and each knows its address."""
    newer = replace(KEY, address=ADDRESS.replace("eu-central-1", "us-east-1"))
    tried = as_secrets([KEY, newer])["aws-sns"]

    assert [one.name for one in tried] == [
        "fetched from sns.us-east-1.amazonaws.com", "fetched from sns.eu-central-1.amazonaws.com",
    ]  # fmt: skip
    assert [one.source for one in tried] == [newer.address, KEY.address]

"""Samples of the user's own in their folder."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.headers import Headers
from inspector.core.own_samples import LARGEST, OwnSample, find, keep, read_all, remove

SAMPLE = OwnSample(
    provider="stripe", event="invoice.paid", title="Big invoice", target="/hooks?x=1",
    headers=Headers([(b"X-A", b"\xff\x00"), (b"x-a", b"2")]), body=b"\x00{}\xff", delivery_id="evt_123",
)  # fmt: skip


def test_every_byte_is_kept(tmp_path: Path) -> None:
    """Also those that are no text; only the user can read the file."""
    folder = tmp_path / "samples"
    keep(folder, SAMPLE)

    assert read_all(folder) == (SAMPLE,)
    assert find(folder, "stripe", " big INVOICE") == SAMPLE
    assert find(folder, "github", "Big invoice") is None
    if sys.platform != "win32":
        assert [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()] == [0o600]
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_they_are_listed_by_provider_and_title(tmp_path: Path) -> None:
    """In whatever order they were kept."""
    for provider, title in (("stripe", "b"), ("github", "z"), ("stripe", "A")):
        keep(tmp_path, replace(SAMPLE, provider=provider, title=title))

    assert [(one.provider, one.title) for one in read_all(tmp_path)] == [
        ("github", "z"),
        ("stripe", "A"),
        ("stripe", "b"),
    ]


def test_a_title_is_given_once(tmp_path: Path) -> None:
    """A second one of the provider is refused in any case; of another provider it is fine."""
    keep(tmp_path, SAMPLE)
    keep(tmp_path, replace(SAMPLE, provider="github"))

    with pytest.raises(UsageError, match="already"):
        keep(tmp_path, replace(SAMPLE, title="BIG invoice"))
    with pytest.raises(UsageError, match="name"):
        keep(tmp_path, replace(SAMPLE, title=" "))
    with pytest.raises(UsageError, match="larger"):
        keep(tmp_path, replace(SAMPLE, title="large", body=bytes(LARGEST + 1)))


def test_one_is_removed(tmp_path: Path) -> None:
    """The others stay; a second time there is nothing."""
    keep(tmp_path, SAMPLE)
    keep(tmp_path, replace(SAMPLE, title="other"))
    remove(tmp_path, "stripe", "big invoice")

    assert [one.title for one in read_all(tmp_path)] == ["other"]
    with pytest.raises(NothingError, match="no sample"):
        remove(tmp_path, "stripe", "big invoice")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"v":2}', b'{"v":1,"headers":3}', b"\xff"])
def test_a_file_that_is_none_is_passed_over(content: bytes, tmp_path: Path) -> None:
    """The others are there all the same."""
    keep(tmp_path, SAMPLE)
    (tmp_path / "a.json").write_bytes(content)

    assert read_all(tmp_path) == (SAMPLE,)


def test_no_folder_is_no_samples(tmp_path: Path) -> None:
    """Where the folder cannot be made, the error names it."""
    (tmp_path / "samples").write_bytes(b"")

    assert read_all(tmp_path / "nowhere") == ()
    with pytest.raises(ResourceError, match="samples"):
        keep(tmp_path / "samples", SAMPLE)

"""The list of formats, and which one a file is of."""

from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.formats.registry import FORMATS, detect, find
from tests.captures import capture_of, head_of


def test_every_format_goes_out_and_comes_in() -> None:
    """Under a name and a suffix of its own."""
    assert [format.name for format in FORMATS] == ["curl", "raw", "har", "json", "jsonl"]
    assert all(format.write and format.read for format in FORMATS)
    assert len({format.suffix for format in FORMATS}) == len({format.label for format in FORMATS}) == len(FORMATS)
    assert [find(format.name) for format in FORMATS] == list(FORMATS)
    with pytest.raises(UsageError, match="no format 'xml'; there are curl, raw, har, json, jsonl"):
        find("xml")


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_what_was_written_is_known_again_whatever_its_name(format: object, count: int, tmp_path: Path) -> None:
    """By its beginning; JSON and JSONL tell each other apart by name, or read each other's."""
    entry = next(one for one in FORMATS if one is format)
    assert entry.write is not None
    capture = capture_of(head_of(b"POST /a HTTP/1.1", b"Host: x", b"Content-Length: 1"), b"\0")
    written = b"".join(entry.write([capture] * count))
    for name in (f"a{entry.suffix}", "download"):
        (tmp_path / name).write_bytes(written)
        found = detect(tmp_path / name)
        assert found.read is not None
        assert found is entry or {found.name, entry.name} == {"json", "jsonl"}
        assert len(list(found.read(tmp_path / name))) == count


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a", b"\xef\xbb\xbf\r\nGET / HTTP/1.1\nHost: x\n\n", "raw"),
        ("a.txt", b"# comment\n\n  curl x", "curl"),
        ("a.json", b'{ "log" : {"entries": []}}', "har"),
        ("a.har", b'{"x": 1}', "har"),
        ("a.ndjson", b'{"v": 1}', "jsonl"),
        ("a.json", b'{"v": 1}', "json"),
        ("a.sh", b"set -e\n", "curl"),
        ("a.http", b"garbage", "raw"),
        ("a.rest", b"", "raw"),
    ],
)
def test_files_of_others_are_told_apart(name: str, content: bytes, format: str, tmp_path: Path) -> None:
    """By what they begin with, else by their name."""
    (tmp_path / name).write_bytes(content)

    assert detect(tmp_path / name).name == format


def test_a_file_of_no_format_is_refused(tmp_path: Path) -> None:
    """With what could be read."""
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")

    with pytest.raises(UsageError, match=r"photo.png is of no format that can be read: cURL \(bash\), Raw HTTP, HAR"):
        detect(tmp_path / "photo.png")

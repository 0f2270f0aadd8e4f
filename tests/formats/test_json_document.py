"""JSON documents of captures."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.capture import Capture
from inspector.formats.json_document import JSON, things, write
from tests.captures import capture_of, head_of
from tests.formats.requests import bytes_of, captures, read_back, reasons


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(captures(), max_size=3))
def test_what_goes_out_comes_in(tmp_path: Path, wanted: list[Capture]) -> None:
    """Every request comes back to the byte."""
    got = read_back(JSON, b"".join(write(wanted)), tmp_path)

    assert [bytes_of(one) for one in got] == [bytes_of(capture.request) for capture in wanted]


def test_it_is_always_an_array() -> None:
    """Of none, one or several, so that a script can rely on it."""
    capture = capture_of(head_of(b"GET / HTTP/1.1"))

    assert [len(json.loads(b"".join(write([capture] * count)))) for count in range(3)] == [0, 1, 2]


def test_one_object_or_several_are_read_too(tmp_path: Path) -> None:
    """As `show --json` writes it, also behind a byte order mark."""
    one = json.dumps(json.loads(b"".join(write([capture_of(head_of(b"GET / HTTP/1.1"))])))[0], indent=2).encode()

    assert reasons(JSON, one, tmp_path) == [""]
    assert reasons(JSON, b"\xef\xbb\xbf\n" + one + b"\n" + one, tmp_path) == ["", ""]


def test_what_cannot_be_taken_is_named_by_its_place(tmp_path: Path) -> None:
    """One odd entry does not spoil the others; where the JSON breaks, what came before is taken."""
    one = b"".join(write([capture_of(head_of(b"GET / HTTP/1.1"))])).strip(b"[]\n ")

    said = reasons(JSON, b"[" + one + b", 5, " + one + b', {"a" 1}]', tmp_path)
    assert [said[0], said[2]] == ["", ""]
    assert said[1] == "given.json, entry 2: this is no object of a capture."
    assert said[3].startswith("given.json, after entry 3: this is no JSON that can be read (")
    assert reasons(JSON, b"", tmp_path)[0].startswith("given.json: this is no JSON that can be read (")
    assert reasons(JSON, b'["\xff"]', tmp_path)[0].startswith("given.json: this is no JSON that can be read (lexical")


def test_numbers_of_any_size_are_read(tmp_path: Path) -> None:
    """An archive of another tool may hold them."""
    path = tmp_path / "a.json"
    path.write_bytes(b'[123456789012345678901234567890, 1.5e400, {"log": 1}]')

    assert [str(thing) for _, thing in things(path, "entry")] == [
        "123456789012345678901234567890", "1.5E+400", "{'log': 1}"
    ]  # fmt: skip

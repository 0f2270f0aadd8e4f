"""JSON text of captures with bodies of any size."""

import json
import random
from base64 import b64encode
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inspector.core.response import Response
from inspector.formats.json_writing import base64_pieces, capture_text
from tests.captures import capture_of, head_of


@given(st.lists(st.binary(max_size=9), max_size=9))
def test_pieces_make_the_base64_of_the_whole(chunks: list[bytes]) -> None:
    """Wherever they are cut."""
    assert b"".join(base64_pieces(chunks)) == b64encode(b"".join(chunks))


def test_a_large_body_is_written_in_pieces(tmp_path: Path) -> None:
    """The object is the same as with the body in memory, but for the text that is not made."""
    content = random.Random(3).randbytes(1_000_000)
    (tmp_path / "body").write_bytes(content)
    small = replace(capture_of(head_of(b"POST / HTTP/1.1", b"Host: x"), content), response=Response(body=b"ok"))
    body = replace(small.request.body, content=None, path=tmp_path / "body")
    large = replace(small, request=replace(small.request, body=body))

    pieces = list(capture_text(large))
    assert max(map(len, pieces)) < 400_000
    assert json.loads(b"".join(pieces)) == json.loads(b"".join(capture_text(small))) | {"body_text": None}


def test_the_text_is_one_line_of_utf_8() -> None:
    """With line ends and odd characters of the capture escaped or kept, never raw."""
    capture = replace(capture_of(head_of(b"POST / HTTP/1.1"), "a\n\u2028✓".encode()), note="x\r\ny")
    (text,) = capture_text(capture)

    assert b"\n" not in text
    assert b"\r" not in text
    assert json.loads(text)["body_text"] == "a\n\u2028✓"

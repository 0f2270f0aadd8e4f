"""Scripts of curl commands as files."""

from pathlib import Path

import pytest

from inspector.core.capture import Arrival, Origin
from inspector.formats.curl import CURL
from inspector.formats.curl_reading import read, read_script
from tests.captures import AT
from tests.formats.requests import read_back, reasons


def test_every_command_and_url_is_a_request(tmp_path: Path) -> None:
    """In their order, with the name of the file and the time when it was written."""
    path = tmp_path / "requests.sh"
    path.write_text("#!/bin/sh\ncurl a.test/1 b.test/2;curl -d x \\\n  --url c.test/3\n")
    items = list(read(path))

    assert all(isinstance(item, Arrival) for item in items)
    arrivals = [item for item in items if isinstance(item, Arrival)]
    assert [(one.request.host, one.request.target) for one in arrivals] == [
        ("a.test", "/1"), ("b.test", "/2"), ("c.test", "/3")
    ]  # fmt: skip
    assert arrivals[0].origin == Origin(kind="import", file="requests.sh")
    assert arrivals[0].request.received_at.timestamp() == pytest.approx(path.stat().st_mtime)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("curl x --frobnicate", "given.sh, line 2: the option --frobnicate of curl is not known here."),
        ("curl x -sSµ", "line 2: the option -Â of curl is not known here."),
        (
            "curl x -F a=@b",
            "--form asks for a form that is put together from parts and files, which cannot be imported.",
        ),
        ("curl x -T up", "--upload-file asks for an upload from a file"),
        ("curl x --next y", "--next asks for"),
        ("curl x -H", "the value of --header is missing"),
        ("curl -s", "the curl command names no URL"),
        ("wget x", "this is no curl command: it begins with wget"),
        ("curl $X", "line 2: it uses a variable"),
        ("curl 'x", "line 2: a quotation mark is not closed"),
    ],
)
def test_a_command_that_cannot_be_taken_says_where_and_why(line: str, why: str, tmp_path: Path) -> None:
    """And those before and behind it are taken."""
    first, refused, last = reasons(CURL, f"curl a\n{line}\ncurl b\n".encode(), tmp_path)

    assert (first, last) == ("", "")
    assert why in refused


def test_idle_options_are_passed_over(tmp_path: Path) -> None:
    """With their values, which are no URLs."""
    (request,) = read_back(
        CURL, b"/usr/bin/curl -sSfko out -m5 --max-time 3 -w '%{json}' --proxy p:1 -vL# u/v", tmp_path
    )

    assert (request.host, request.target) == ("u", "/v")


def test_a_script_in_memory_is_read_too() -> None:
    """As text that was pasted is."""
    (item,) = read_script(b"curl x", file="clipboard", received_at=AT)

    assert isinstance(item, Arrival)
    assert item.request.received_at == AT


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    """And is no error."""
    assert reasons(CURL, b"", tmp_path) == []

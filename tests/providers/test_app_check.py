"""Naming what an app did with a body: proved by its digest or bytes, hinted at by a length, else said to be unknown."""

import hmac
import json
from dataclasses import replace
from hashlib import sha256, sha512

import pytest

from inspector.core.app_messages import AppAnswer
from inspector.providers.app_check import Mac, check_app, difference, first_difference
from inspector.providers.app_seen import Seen, body_seen, read_seen
from inspector.providers.frameworks import find_framework
from tests.providers.made import BODY, request


def ask(text: str, framework: str = "flask", body: bytes = BODY, **more: str) -> AppAnswer:
    """The answer to a pasted text."""
    return check_app(request({}, body, **more), read_seen(text), framework=find_framework(framework))  # type: ignore[arg-type]


def printed(content: bytes) -> str:
    """What the line of code prints."""
    return f"webhook-inspector {len(content)} {sha256(content).hexdigest()}"


def test_the_same_bytes() -> None:
    """Then the secret or the comparison is what is left to look at."""
    for text in (printed(BODY), sha256(BODY).hexdigest(), sha512(BODY).hexdigest(), BODY.decode()):
        answer = ask(text)
        assert answer.status == "same", text
        assert "the same" in answer.title
        assert "secret" in answer.advice


def test_the_frameworks_own_words() -> None:
    """What the app hashes is named as it is written there, with both lengths and what to use in its place."""
    made = json.dumps(json.loads(BODY)).encode()
    answer = ask(printed(made))

    assert answer.status == "found"
    assert answer.title == f"Your app hashes json.dumps(request.json): {len(made)} bytes, where {len(BODY)} came."
    assert "request.get_data()" in answer.advice
    assert "await request.json()" in ask(printed(made), "fastapi").title


@pytest.mark.parametrize(
    ("framework", "content", "words"),
    [
        ("express", b"[object Object]", "String(req.body)"),
        ("express", b"", "after another parser read it"),
        ("flask", b"", "after request.form was read"),
        ("go", BODY.rstrip(b"}"), "only the first"),
        ("django", str(BODY).encode(), "str(request.body)"),
        ("rails", BODY + b"\n", "a line break is added at the end"),
        ("nextjs", json.dumps(json.dumps(json.loads(BODY))).encode(), "written as JSON a second time"),
        ("flask", json.dumps(json.loads(BODY)).encode() + b"\n", "json.dumps(request.json), with a line break behind"),
        ("rails", json.dumps(json.loads(BODY), indent=2, ensure_ascii=False).encode(), "JSON.pretty_generate"),
        ("flask", BODY.decode().encode("utf-16"), "UTF-16, little-endian, with a byte order mark"),
        (
            "laravel",
            rb'{"id":"evt_1","type":"demo.created","data":{"name":"Zo\u00eb","url":"https:\/\/x.de\/a","n":1.5}}',
            "json_encode($request->all())",
        ),
    ],
)  # fmt: skip
def test_each_mistake_by_its_digest(framework: str, content: bytes, words: str) -> None:
    """The line that an app prints names what it did."""
    answer = ask(printed(content), framework)

    assert (answer.status, words in answer.title) == ("found", True), answer.title


def test_a_length_alone_is_a_hint() -> None:
    """It is said what would fit, and that this proves nothing."""
    made = json.dumps(json.loads(BODY))
    answer = ask(str(len(made)))

    assert answer.status == "hint"
    assert "json.dumps(request.json)" in answer.title
    assert "proves nothing" in answer.title
    assert ask(str(len(BODY))).status == "hint"
    assert ask("123456").status == "different"


def test_nothing_fits() -> None:
    """That is said with the number of ways, the lengths, and where a body that was given begins to differ."""
    by_digest, by_line = ask("0" * 64), ask(f"webhook-inspector 5 {'0' * 64}")
    by_body = ask(BODY.decode().replace("evt_1", "evt_2"))

    assert [one.status for one in (by_digest, by_line, by_body)] == ["unknown", "different", "different"]
    assert f"{by_digest.tried} ways" in by_digest.advice
    assert f"5 bytes, where {len(BODY)} came" in by_line.title
    assert 'number 12: “1","type":"d” came' in by_body.difference
    assert all("hashes" not in answer.title for answer in (by_digest, by_line, by_body))


def test_one_changed_digit_is_not_named() -> None:
    """A digest that is nearly that of a variant is none."""
    made = json.dumps(json.loads(BODY)).encode()
    right = sha256(made).hexdigest()
    wrong = ("0" if right[0] != "0" else "1") + right[1:]

    assert ask(f"webhook-inspector {len(made)} {wrong}").status == "different"
    assert ask(f"webhook-inspector {len(made) + 1} {right}").status == "different"


def macs() -> tuple[Mac, ...]:
    """The right secret, another one, and the right one without the time."""
    return (
        Mac("with the secret “live”", lambda body: [hmac.digest(b"live", b"1." + body, "sha256")]),
        Mac("with the secret “test”", lambda body: [hmac.digest(b"test", b"1." + body, "sha256")]),
        Mac("over the body alone", lambda body: [hmac.digest(b"live", body, "sha256")]),
    )


@pytest.mark.parametrize(
    ("key", "message", "status", "words"),
    [
        (b"live", b"1." + BODY, "same", "the comparison"),
        (b"test", b"1." + BODY, "found", "with the secret “test”"),
        (b"live", BODY, "found", "over the body alone"),
        (b"live", b"1." + json.dumps(json.loads(BODY)).encode(), "found", "json.dumps(request.json)"),
        (b"none", BODY, "unknown", "another secret"),
    ],
)
def test_an_hmac_that_the_app_computed(key: bytes, message: bytes, status: str, words: str) -> None:
    """Right body and secret leave the comparison; another secret, message or body is named."""
    digest = hmac.digest(key, message, "sha256")
    answer = check_app(request({}), Seen(digest=digest), framework=find_framework("flask"), macs=macs())

    assert answer.status == status
    assert words in answer.title + answer.advice


def test_a_pasted_body_with_other_line_ends() -> None:
    """A text field keeps no carriage returns, so they are not blamed on the app; those of a file are."""
    body = b'{\r\n"a": 1}'
    pasted = ask(body.decode().replace("\r\n", "\n"), body=body)
    file = check_app(request({}, body), body_seen(body.replace(b"\r\n", b"\n")), framework=None)

    assert (pasted.status, file.status) == ("hint", "found")
    assert "LF" in file.title


def test_time_is_bounded() -> None:
    """With no time left one way is tried and the answer says so much."""
    answer = check_app(request({}), Seen(digest=bytes(32)), seconds=0.0)

    assert answer.tried == 1
    assert "no time for more" in answer.advice
    assert "no time" not in ask("0" * 64).advice


def test_a_large_body() -> None:
    """White space at the end of many megabytes is still named; that documents are not written anew is said."""
    body = b'{"a": "' + b"x" * 3_000_000 + b'"}\n'

    assert "without a line break" in ask(printed(body[:-1]), body=body).title
    assert "only the first 1,048,576 bytes" in ask(printed(body[: 1024 * 1024]), body=body).title
    assert "2 MB" in ask("0" * 64, body=body).advice


@pytest.mark.parametrize(
    ("one", "other", "place"),
    [(b"", b"", 0), (b"abc", b"abc", 3), (b"abc", b"abd", 2), (b"xbc", b"abc", 0), (b"ab", b"abc", 2)],
)
def test_where_bodies_begin_to_differ(one: bytes, other: bytes, place: int) -> None:
    """As many bytes as are common."""
    assert first_difference(one, other) == place


def test_the_difference_in_words() -> None:
    """Bytes that can be read stand as text; where one side cannot, both are in hexadecimal; a shorter one ends."""
    assert difference(b"abc\x00", b"abd") == "The first byte that differs is number 3: 63 00 came, your app sees 64."
    assert difference(b"abc", b"abd") == "The first byte that differs is number 3: “c” came, your app sees “d”."
    assert "Equal up to byte 2" in difference(b"ab", b"abc")
    assert difference(b"ab", b"") == ""


def test_without_a_framework() -> None:
    """The words are then those of no framework in particular."""
    answer = check_app(request({}), read_seen(printed(json.dumps(json.loads(BODY)).encode())))

    assert answer.title.startswith("Your app hashes json.dumps of the parsed body")
    assert replace(answer, status="same").advice.startswith("Check the signature over the bytes as they came")

"""What a snippet has to do is read off the scheme and the request."""

import pytest

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.reading import read_all
from inspector.providers.scheme import Scheme
from inspector.providers.snippets.plan import plan_of
from tests.providers.made import request
from tests.providers.snippets.cases import BODY, CASES, planned


def test_parts_and_headers() -> None:
    """The parts of the message in order, with the header fields that they take as they came."""
    plan = planned(next(case for case in CASES if case.name == "parts around the body"))

    assert [piece.kind for piece in plan.pieces] == [
        "literal", "header", "literal", "body", "literal", "literal", "literal", "literal",
    ]  # fmt: skip
    assert dict(plan.headers)["X-Time"] == "1700000000 \xe9".encode()
    assert not plan.is_token


def test_a_token_is_left_out() -> None:
    """The field that is a secret itself is no part of the plan."""
    plan = planned(next(case for case in CASES if case.name == "token"))

    assert plan.is_token
    assert (plan.headers, plan.pieces) == ((), ())


def test_the_age_is_said() -> None:
    """A snippet looks at no clock, so it says what an app has to do beside it."""
    assert "5 min" in planned(next(case for case in CASES if case.name == "pairs")).note
    assert planned(CASES[0]).note == ""


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"algorithm": "ed25519", "keys": ("public",)}, "public key"),
        ({"algorithm": "rsa-sha256"}, "public key"),
        ({"algorithm": "jwt"}, "JSON Web Token"),
        ({"place": place("json:sig")}, "in the payload"),
        ({"message": message("{json:id}:{body}")}, "“json:id”, which has to be read from the payload first"),
        ({"message": message("{crc32(body)}")}, "crc32(body)”, for which not every language"),
        (
            {"message": message("{all fields}", computed={"all fields": lambda subject: subject.body})},
            "signs “all fields”, which is put together from the request",
        ),
        ({"message": message("{X-Missing}{body}")}, "lacks X-Missing"),
        ({"setting": "webhook"}, "a setting"),
        ({"layout": Single(upper=True)}, "its signatures in a way of its own"),
    ],
)
def test_why_there_is_none(settings: dict[str, object], words: str) -> None:
    """What standard libraries cannot do, or the request does not show, is said in a sentence."""
    given: dict[str, object] = {
        "id": "x",
        "algorithm": "hmac-sha256",
        "place": place("header:X-Signature"),
        "layout": Single(),
    }
    scheme = Scheme(**{**given, **settings})  # type: ignore[arg-type]
    body = b'{"sig":"ab","id":"1"}'
    [reading] = read_all(scheme, Payload(request({"X-Signature": "ab"}, body), body))

    why = plan_of(reading, "Some & Sons")
    assert isinstance(why, str)
    assert why.startswith("There is no snippet: ")
    assert words in why


def test_the_body_is_in_every_case() -> None:
    """The cases of the other tests hold bytes that every literal and reader has to get right."""
    assert {0x00, 0xFF, 0x0D, 0x24} <= set(BODY)

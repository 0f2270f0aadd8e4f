"""What a snippet has to do is read off the scheme and the request."""

from collections.abc import Mapping, Sequence

import pytest

from inspector.providers.layout import Found, Single, WebToken
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.reading import read_all
from inspector.providers.scheme import Scheme
from inspector.providers.snippets.plan import plan_of
from inspector.providers.web_token import TokenClaims
from tests.providers.made import request
from tests.providers.snippets.cases import BODY, CASES, SAMPLED, planned, sampled


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
    assert "5 min" in planned(next(case for case in CASES if case.name == "pairs")).notes[0]
    assert planned(CASES[0]).notes == ()


class Own:
    """Signatures in a way that only this program reads."""

    def read(self, value: str) -> Found:
        """The value."""
        return Found((value,), {})

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The signature."""
        return signatures[0]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"layout": WebToken(), "algorithm": "jwt", "claims": TokenClaims()}, "names an algorithm"),
        (
            {"message": message("{all fields}", computed={"all fields": lambda subject: subject.body})},
            "signs “all fields”, which is put together in a way of its own",
        ),
        ({"message": message("{X-Missing}{body}")}, "lacks X-Missing"),
        ({"layout": Own()}, "its signatures in a way of its own"),
    ],
)
def test_why_there_is_none(settings: dict[str, object], words: str) -> None:
    """What no language can put together, or the request does not show, is said in a sentence."""
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


def test_a_public_key_that_matched_stands_in_it() -> None:
    """It is no secret, and the snippet runs without any variable; a setting that is signed has to be given."""
    plan, _, _, environment = sampled("fal")

    assert plan.public_key == environment["WEBHOOK_SECRET"]
    assert plan.variables == ()
    assert sampled("paypal")[0].variables == ("WEBHOOK_SECRET", "WEBHOOK_ID")
    assert "livekit" in SAMPLED
    assert sampled("livekit")[0].public_key == ""

"""Signatures read as a person would."""

import base64
import hmac
from dataclasses import replace

import pytest

from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.lenient import MOST_READ, lenient_field, lenient_signatures, strict_signatures
from inspector.providers.payload import Payload
from inspector.providers.reading import Reading, read
from inspector.providers.registry import SCHEMES
from tests.providers.made import BODY, VALUES, diagnosed, request, secret, signed, with_header

RAW = bytes(range(32))


def reading_of(made: Request, scheme: str) -> Reading:
    """The signature of a request, read."""
    reading = read(SCHEMES[scheme], Payload(made, None))
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("value", "causes"),
    [
        (RAW.hex().upper(), ("algorithm-mismatch",)),
        (base64.b64encode(RAW).decode(), ("algorithm-mismatch",)),
    ],
)
def test_other_spellings(value: str, causes: tuple[str, ...]) -> None:
    """Behind the right prefix the digest may be spelled in other ways."""
    reading = reading_of(request({"X-Hub-Signature-256": f"sha256={value}"}), "github-sha256")

    assert [(found.raw, found.causes) for found in lenient_signatures(reading, Headers())] == [(RAW, causes)]
    assert strict_signatures(reading) == []


@pytest.mark.parametrize("value", [RAW.hex(), f"sha256:{RAW.hex()}", f'"sha256={RAW.hex()}"', f"x; {RAW.hex()}"])
def test_other_forms(value: str) -> None:
    """Anything of the size of a digest is found in a header that libraries refuse."""
    reading = reading_of(request({"X-Hub-Signature-256": value}), "github-sha256")

    assert [(found.raw, found.causes) for found in lenient_signatures(reading, Headers())] == [
        (RAW, ("header-malformed",))
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (RAW.hex().upper(), "the digest is written in capitals"),
        (RAW.hex().upper().replace("F", "f"), "the digest is written in other letters, capital or small"),
    ],
)
def test_the_spelling_is_named(value: str, words: str) -> None:
    """What libraries do not take for the same is said, not only that it differs."""
    reading = reading_of(request({"X-Hub-Signature-256": f"sha256={value}"}), "github-sha256")

    assert lenient_signatures(reading, Headers())[0].words[0].startswith(words)


@pytest.mark.parametrize(("old", "new"), [(",", ";"), (",", " & ")])
def test_parts_are_read_behind_other_separators(old: str, new: str) -> None:
    """A header whose parts are separated in another way still gives its time, and is named malformed."""
    made = signed("stripe")
    value = made.headers.get("stripe-signature") or ""
    verdict = diagnosed(with_header(made, "Stripe-Signature", value.replace(old, new)), secret("stripe")).verdict

    assert verdict.causes == ("header-malformed",)
    assert verdict.explanation.startswith("The signature matches")


def test_strict_signatures_are_not_repeated() -> None:
    """What the library reads is no finding of the lenient reader."""
    made = request({"X-Hub-Signature-256": f"sha256={RAW.hex()}"})
    reading = reading_of(made, "github-sha256")

    assert [found.raw for found in strict_signatures(reading)] == [RAW]
    assert lenient_signatures(reading, made.headers) == []


def test_named_values() -> None:
    """A time is found behind blanks, quotes and other separators, and nowhere else."""
    reading = reading_of(request({"Stripe-Signature": 'v1=ab; t = "17"'}), "stripe-v1")

    assert lenient_field(reading, "t") == b"17"
    assert lenient_field(reading, "x") is None


def test_findings_are_bounded() -> None:
    """Thousands of digests in a header are not all compared with everything."""
    value = ",".join(bytes([n % 256, n // 256] * 16).hex() for n in range(2000))
    made = request({"X-Hub-Signature-256": value})

    assert len(lenient_signatures(reading_of(made, "github-sha256"), made.headers)) <= MOST_READ


def test_another_digest_or_spelling() -> None:
    """SHA-1 and SHA-512 where SHA-256 is due, base64 and capitals where small hexadecimal is due."""
    made, key = signed("github"), VALUES["github"]
    digest = hmac.digest(key, BODY, "sha256")
    for value in (
        "sha256=" + hmac.digest(key, BODY, "sha1").hex(),
        "sha1=" + hmac.digest(key, BODY, "sha1").hex(),
        "sha256=" + hmac.digest(key, BODY, "sha512").hex(),
        "sha256=" + digest.hex().upper(),
        "sha256=" + base64.b64encode(digest).decode(),
    ):
        altered = with_header(made, "X-Hub-Signature-256", value)
        assert diagnosed(altered, secret("github")).verdict.causes == ("algorithm-mismatch",), value

    near = with_header(made, "X-Hub-Signature-256", "sha256=" + hmac.digest(key + b"x", BODY, "sha1").hex())
    assert diagnosed(near, secret("github")).verdict.cause != "algorithm-mismatch"


def test_headers_that_libraries_refuse() -> None:
    """A header of the wrong form is named: where its digest is right by computing, else by looking."""
    stripe_value = signed("stripe").headers.get("stripe-signature") or ""
    cases = [
        ("stripe", "Stripe-Signature", stripe_value.replace(",", ", ")),
        ("stripe", "Stripe-Signature", f'"{stripe_value}"'),
        ("stripe", "Stripe-Signature", "hello"),
        ("stripe", "Stripe-Signature", "t=1700000000,v1=abc"),
        ("github", "X-Hub-Signature-256", hmac.digest(VALUES["github"], BODY, "sha256").hex()),
        ("slack", "X-Slack-Request-Timestamp", ""),
    ]
    for provider, name, value in cases:
        made = with_header(signed(provider), name, value)
        verdict = diagnosed(made, secret(provider)).verdict
        assert (verdict.status, verdict.cause) == ("invalid", "header-malformed"), value


def test_the_second_of_two_headers() -> None:
    """Libraries read one header of a name; where another of the same name matches, that is said."""
    made = signed("shopify", headers={"X-Shopify-Topic": "orders/create"})
    pairs = [(b"X-Shopify-Hmac-Sha256", b"A" * 43 + b"="), *made.headers]
    verdict = diagnosed(replace(made, headers=Headers(pairs)), secret("shopify")).verdict

    assert verdict.cause == "header-malformed"
    assert "header 2 of the name" in verdict.explanation

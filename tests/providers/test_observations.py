"""What can be seen without computing."""

from base64 import b64encode
from dataclasses import replace

import pytest

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.observations import expected_form, observations, text_length
from inspector.providers.payload import Payload
from inspector.providers.reading import readings_of
from inspector.providers.registry import BY_ID, SCHEMES
from tests.providers.made import BODY, request, secret, signed, with_body, with_header


def seen(provider: str, made: Request, *given: Secret) -> tuple[tuple[str, ...], list[str]]:
    """Causes and sentences."""
    payload = Payload(made, made.body.content)
    return observations(BY_ID[provider], payload, readings_of(BY_ID[provider], payload), given)


def test_nothing_to_see() -> None:
    """A whole request with a good form gives no cause."""
    assert seen("stripe", signed("stripe"), secret("stripe")) == ((), [])
    assert seen("stripe", with_body(signed("stripe"), b'{"a": }'), secret("stripe")) == ((), [])


def test_cut_bodies() -> None:
    """By what the sender announced, or by a document that ends in the middle."""
    made = with_header(signed("stripe"), "Content-Length", "4242")
    cut = seen("stripe", replace(made, complete=False), secret("stripe"))
    ends = seen("stripe", with_body(made, BODY[:20]), secret("stripe"))

    assert cut[0] == ends[0] == ("body-truncated",)
    assert cut[1] == [f"The body is incomplete: {len(BODY)} bytes of 4242 announced arrived."]
    assert ends[1] == ["The body ends in the middle of its JSON, after 20 bytes."]


@pytest.mark.parametrize("cut", [b'{"a": tr', b'{"a": [nul', b'{"a": -', b'{"a": "\\u00', b'{"a":'])
def test_words_that_are_cut(cut: bytes) -> None:
    """A document that ends within true, null, a number or an escape was cut as well."""
    assert seen("stripe", with_body(signed("stripe"), cut), secret("stripe"))[0] == ("body-truncated",)


def test_the_hash_of_another_body() -> None:
    """Twilio's address tells the hash of the body; that it is another's is seen, whatever else fails."""
    target = f"/a?bodySHA256={'ab' * 32}"
    made = replace(request({"X-Twilio-Signature": "x" * 28}), target=target)

    assert seen("twilio", made, Secret(provider="twilio", name="a", value=b"hush"))[1][-1].startswith(
        "The address tells another SHA-256 of the body"
    )


def test_malformed_headers() -> None:
    """Missing parts, a form without signature, a time that is none, a digest of the wrong length."""
    sentences = [
        seen(provider, with_header(signed(provider), name, value), secret(provider))[1]
        for provider, name, value in (
            ("slack", "X-Slack-Request-Timestamp", ""),
            ("stripe", "Stripe-Signature", "v1=ab"),
            ("slack", "X-Slack-Signature", "v1=ab"),
            ("slack", "X-Slack-Request-Timestamp", "now"),
            ("github", "X-Hub-Signature-256", "sha256=abc"),
        )
    ]

    assert [len(found) for found in sentences] == [1] * 5
    assert sentences[0] == ["X-Slack-Request-Timestamp is missing; it is part of what is signed."]
    assert sentences[1] == ["“t=” in Stripe-Signature is missing; it is part of what is signed."]
    assert "like “v0=…” in hexadecimal" in sentences[2][0]
    assert sentences[3] == ["The time in X-Slack-Request-Timestamp cannot be read."]
    assert "has 3 characters; one like “sha256=…” in hexadecimal has 64" in sentences[4][0]


def test_the_form_of_another_scheme_is_no_fault() -> None:
    """Cloudinary writes SHA-1 or SHA-256 into one field; only what is neither is malformed."""
    seconds = {"X-Cld-Timestamp": "1"}
    causes = [
        seen("cloudinary", request({**seconds, "X-Cld-Signature": "a" * length}, BODY), secret("cloudinary", b"k"))[0]
        for length in (40, 64, 50)
    ]

    assert causes == [(), (), ("header-malformed",)]


def test_secrets_of_another_kind() -> None:
    """Only when every secret is of another kind is that the cause."""
    made = signed("stripe")

    assert seen("stripe", made, secret("stripe", b"sk_live_1"))[0] == ("secret-kind",)
    assert seen("stripe", made, secret("stripe", b"sk_live_1"), secret("stripe"))[0] == ()


def test_forms_in_words() -> None:
    """How a signature looks and how long it is."""
    assert expected_form(SCHEMES["svix-v1"]) == "like “v1,…” in base64"
    assert expected_form(SCHEMES["shopify"]) == "in base64"
    lengths = [text_length(SCHEMES[name]) for name in ("stripe-v1", "shopify", "github-sha1", "gitlab-token")]
    assert lengths == [64, 44, 40, 0]
    assert request({}).complete


def test_which_half_of_a_basic_authentication_is_wrong() -> None:
    """The name or the password; a secret that is the password alone is of another kind. Both wrong: nothing is said."""

    def basic(value: bytes) -> tuple[tuple[str, ...], list[str]]:
        token = b64encode(b"hook:hush").decode()
        made = request({"Authorization": f"Basic {token}", "User-Agent": "Postmark"})
        return seen("postmark", made, secret("postmark", value))

    assert basic(b"hook:other")[1] == ["The name is that of “production”, the password is another."]
    assert basic(b"other:hush")[1] == ["The password is that of “production”, the name is another."]
    assert basic(b"hush")[0][0] == "secret-kind"
    assert basic(b"a:b") == ((), [])


def test_the_other_mode() -> None:
    """A test event with a secret that is called after the live mode; not where the name says nothing, or both."""
    body = b'{"id":"evt_1","object":"event","livemode":false}'
    made = signed("stripe", body)

    assert (
        "is of test mode, but the secret is called “live”" in seen("stripe", made, secret("stripe", name="live"))[1][0]
    )
    for name in ("test", "production", "live and test"):
        assert seen("stripe", made, secret("stripe", name=name))[1] == []
    assert seen("stripe", signed("stripe"), secret("stripe", name="live"))[1] == []

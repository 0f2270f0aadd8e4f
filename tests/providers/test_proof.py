"""The recipe of a capture in words, with its values, in parts and as code."""

import json
from hashlib import sha256

import pytest

from inspector.core.body import Body
from inspector.core.proof import Proof
from inspector.core.verdict import Verdict
from inspector.providers.explanation import explain
from inspector.providers.layout import Basic, Single
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.proof import prove, words_of
from inspector.providers.provider import Provider
from inspector.providers.reading import read_all
from inspector.providers.registry import BY_ID
from inspector.providers.scheme import Scheme
from tests.providers.made import BODY, VALUES, basis, judged, request, secret, signed


def proof_of(provider: str) -> Proof:
    """Of a good delivery."""
    own = secret(provider)
    made = signed(provider)
    proof = explain(made, judged(made, own), basis(own)).proof
    assert proof is not None
    return proof


def test_stripe() -> None:
    """Time, point and body, with the place of each, what they are together, and how old."""
    proof = proof_of("stripe")

    assert proof.words == (
        "HMAC-SHA256 of the time in t of Stripe-Signature, “.” and the body, with the secret as key; "
        "written in hexadecimal behind “v1=” in Stripe-Signature."
    )
    assert proof.formula == f'hex(HMAC-SHA256(secret “production”, "1700000000" + "." + body of {len(BODY)} bytes))'
    assert [(part.text, part.place) for part in proof.parts] == [
        ("1700000000", "header:Stripe-Signature"), (".", ""), ("", "body"),
    ]  # fmt: skip
    assert (proof.size, proof.sha256) == (len(BODY) + 11, sha256(b"1700000000." + BODY).hexdigest())
    assert proof.secret == "production"
    assert proof.age.startswith("2023-11-14 22:13:20 UTC")
    assert proof.age.endswith("Stripe allows 5 min.")


@pytest.mark.parametrize("provider", VALUES)
def test_every_provider_has_code_without_its_secret(provider: str) -> None:
    """Five languages, and the secret in none of what is shown."""
    proof = proof_of(provider)

    assert [name for name, _ in proof.snippets] == ["python", "javascript", "go", "php", "ruby"]
    assert proof.words
    assert VALUES[provider].decode() not in repr((proof, proof.snippets))


def test_the_form_of_the_key_that_matched() -> None:
    """Of several ways to make the key the one that matched is named."""
    assert "decoded from base64" in proof_of("svix").words
    own = secret("gitlab", b"a-token-of-gitlab")
    made = signed("gitlab", secret=own.value, scheme="gitlab-v1")
    proof = explain(made, judged(made, own), basis(own)).proof

    assert proof is not None
    assert "with the secret as key;" in proof.words


def scheme(**settings: object) -> Scheme:
    """A scheme with a signature in a header."""
    given = {"id": "x", "algorithm": "hmac-sha256", "place": place("header:X-Signature"), "layout": Single()}
    return Scheme(**{**given, **settings})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"algorithm": "token"}, "X-Signature is the secret itself; nothing is computed."),
        ({"algorithm": "token", "layout": Basic()}, "name and password"),
        ({"algorithm": "jwt"}, "X-Signature is a signed JSON Web Token"),
        ({"algorithm": "sha1 behind"}, "SHA-1 of the body; message first, then secret; written in hexadecimal"),
        ({"algorithm": "sha256 before"}, "SHA-256 of the body; secret first, then message"),
        ({"place": place("json:sig")}, "in “sig” of the payload."),
        ({"message": message("{sha256(body)}")}, "HMAC-SHA256 of the SHA-256 of the body in hexadecimal,"),
    ],
)
def test_other_recipes_in_words(settings: dict[str, object], words: str) -> None:
    """Tokens, plain hashes, signatures in the payload."""
    assert words in words_of(scheme(**settings))


def test_values_of_the_payload_have_a_span() -> None:
    """What is signed of the body is marked there."""
    body = json.dumps({"id": "evt_9", "at": 5}).encode()
    own = scheme(message=message("{json:id}:{json:at}"))
    [reading] = read_all(own, Payload(request({"X-Signature": "ab"}, body), body))
    provider = Provider(id="custom:x", name="X", category="dev", marks=(), schemes=(own,), sources=("docs 1",))
    proof = prove(provider, reading, Verdict(status="invalid"), None, Body.of(body), body)

    spans = [body[part.span[0] : part.span[1]] for part in proof.parts if part.span is not None]
    assert spans == [b"evt_9", b"5"]
    assert [id for id, _ in proof.snippets] == ["python", "javascript", "go", "php", "ruby"]
    assert proof.no_snippet == ""
    assert proof.sources == ("docs 1",)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(Verdict(status="no-secret"), "not given"), (Verdict(status="invalid", matches=False), "given")],
)
def test_what_is_given_beside_the_key_is_named(verdict: Verdict, words: str) -> None:
    """It stands nowhere on the request, so the part says in words whether it is known."""
    paypal = BY_ID["paypal"]
    [reading] = read_all(paypal.schemes[0], Payload(request({"PAYPAL-TRANSMISSION-SIG": "ab"}, b"{}"), b"{}"))
    proof = prove(paypal, reading, verdict, None, Body.of(b"{}"), b"{}")

    [part] = [part for part in proof.parts if "webhook" in part.text]
    assert (part.text, part.place, part.size) == (f"webhook id: {words}", "", 0)
    assert "webhook id" in proof.words
    assert "webhook id of" not in proof.words

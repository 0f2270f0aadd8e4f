"""The proof behind a verdict."""

import hashlib
from dataclasses import replace
from pathlib import Path

from inspector.core.body import Body
from inspector.core.messages import Explanation
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.explanation import explain, recipe
from inspector.providers.registry import SCHEMES
from tests.providers.made import BODY, STRIPE, basis, diagnosed, request, secret, signed, with_body, with_header


def explained(made: Request, *given: Secret) -> Explanation:
    """The explanation of a request's final verdict."""
    return explain(made, diagnosed(made, *given), basis(*given))


def test_a_valid_signature_is_what_was_expected() -> None:
    """Received and expected agree, and the recipe can be followed by hand."""
    made = signed("stripe")
    proof = explained(made, secret("stripe", b"x", "old"), secret("stripe"))

    assert proof.expected == proof.received == made.headers.get("stripe-signature")
    assert proof.scheme == 'Stripe-Signature: v1=hex(HMAC-SHA256(secret, "{t}.{body}"))'
    assert proof.signed.startswith("t “1700000000”, the body as it came, ")
    assert hashlib.sha256(BODY).hexdigest() in proof.signed
    assert proof.tried == "2 computations with “old” or “production”."


def test_an_invalid_signature_differs() -> None:
    """What the secret gives for the bytes that came is shown beside what came, also of a body in a file."""
    made = with_body(signed("github"), b"other")
    proof = explained(made, secret("github"))

    assert proof.expected.startswith("sha256=")
    assert proof.expected != proof.received
    assert proof.expected == signed("github", b"other").headers.get("x-hub-signature-256")


def test_a_body_in_a_file(tmp_path: Path) -> None:
    """Large bodies are read in pieces."""
    (tmp_path / "body").write_bytes(BODY)
    made = signed("shopify", headers={"X-Shopify-Topic": "a"})
    filed = replace(made, body=replace(Body.of(BODY), content=None, path=tmp_path / "body"))

    assert explained(filed, secret("shopify")).expected == made.headers.get("x-shopify-hmac-sha256")


def test_tokens_are_masked() -> None:
    """Neither what came nor what is stored is shown whole."""
    proof = explained(signed("gitlab", scheme="gitlab-token"), secret("gitlab"))

    assert "token-of-gitlab" not in f"{proof.received}{proof.expected}"
    assert proof.signed == "Nothing is signed: the token does not depend on the body."


def test_nothing_to_compute() -> None:
    """Without secret, signature or provider there is no expected value, and the words say why."""
    lonely = explained(signed("stripe"))
    unsigned = explained(request({"X-GitHub-Event": "push"}), secret("github"))
    unknown = explain(request({}), Judgement(), Basis())

    assert (lonely.expected, lonely.tried) == ("", "There is no secret of Stripe.")
    assert (unsigned.received, unsigned.expected) == ("", "")
    assert "not signed" in unsigned.tried
    assert unknown.scheme == ""


def test_a_failed_search_keeps_the_first_secret() -> None:
    """With nothing that matched, the first secret's value is expected."""
    proof = explained(signed("stripe"), secret("stripe", STRIPE + b"x", "first"), secret("stripe", b"y", "second"))

    assert proof.expected == signed("stripe", secret=STRIPE + b"x").headers.get("stripe-signature")


def test_recipes() -> None:
    """Each way of making a key has its words."""
    assert "base64 decoded behind whsec_" in recipe(SCHEMES["svix-v1"])
    assert recipe(SCHEMES["standard-webhooks-v1a"]).startswith("webhook-signature: v1a,base64(Ed25519(public key")
    assert recipe(SCHEMES["gitlab-token"]) == "X-Gitlab-Token is the secret itself"


def test_which_of_several_signatures_matches() -> None:
    """While a secret is being changed a sender signs with both; with one signature nothing is said."""
    made = signed("stripe")
    value = made.headers.get("stripe-signature") or ""
    time, good = value.split(",")
    both = with_header(made, "Stripe-Signature", f"{time},v1={'0' * 64},{good}")
    first = with_header(made, "Stripe-Signature", f"{time},{good},v1={'0' * 64}")

    def tried(one: Request) -> str:
        return explained(one, secret("stripe")).tried

    assert tried(both).endswith("Of 2 signatures number 2 matches; apps that look at the first alone refuse it.")
    assert tried(first).endswith("Of 2 signatures number 1 matches.")
    assert tried(made).endswith("“production”.")
    none = with_header(made, "Stripe-Signature", f"{time},v1={'0' * 64},v1={'1' * 64}")
    assert "signatures number" not in tried(none)

"""A capture that was edited here and sent again with its old signature."""

from dataclasses import replace

from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.edited import told_of_editing
from tests.providers.made import BODY, STRIPE, basis, diagnosed, secret, signed, with_body, with_header

KNOWN = secret("stripe", STRIPE)
ORIGINAL = signed("stripe")


def told(edited: Request, original: Request = ORIGINAL) -> Judgement:
    """What is said in the end of an edited request."""
    return told_of_editing(edited, diagnosed(edited, KNOWN), basis(KNOWN), original, 17)


def test_another_body_with_the_old_signature() -> None:
    """The original is proved to match, and both sizes are told; it is no cause of a sender's."""
    verdict = told(with_body(ORIGINAL, BODY.replace(b"demo", b"other"))).verdict

    assert (verdict.status, verdict.cause, verdict.causes) == ("invalid", None, ())
    assert f"capture 17, which matches that one: its body had {len(BODY)} bytes then" in verdict.explanation
    assert verdict.explanation.endswith("Resend it signed now.")


def test_near_misses() -> None:
    """A cause that was proved stays; so does another signature, an original that fails too, one of nobody."""
    changed = with_body(ORIGINAL, BODY.replace(b"demo", b"other"))
    newline = with_body(ORIGINAL, BODY + b"\n")
    resigned = with_header(changed, "Stripe-Signature", "t=1700000000,v1=" + "0" * 64)
    assert told(newline).verdict.cause == "body-trailing-newline"
    assert told(resigned).verdict.cause == "unexplained"
    assert told(changed, signed("stripe", secret=b"another")).verdict.cause == "unexplained"
    assert told(changed, replace(ORIGINAL, headers=changed.headers.__class__())).verdict.cause == "unexplained"
    assert told(ORIGINAL).verdict.status == "valid"

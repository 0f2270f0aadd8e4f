"""What is said of a signature that covers an address, where nothing matched."""

from dataclasses import replace

from inspector.core.mend import Mend
from inspector.core.request import Request
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from inspector.providers.mending import mend_of
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.made import NOW, STRIPE, basis, diagnosed, request, secret, signed

TOKEN = b"0123456789abcdef0123456789abcdef"
FORM = "application/x-www-form-urlencoded"


def through_a_tunnel(provider: str = "twilio") -> Request:
    """Signed for an address that nothing on the request tells."""
    bare = request({"User-Agent": "x"}, b"Body=hi", content_type=FORM)
    scheme = BY_ID[provider].schemes[0].id
    return sign_request(provider, bare, secret=TOKEN, now=NOW, scheme_id=scheme, url="https://far.example/hooks")


def test_the_address_that_was_assumed_is_named_and_can_be_set() -> None:
    """Before the secret is blamed; what this program sent is signed again instead."""
    own = secret("twilio", TOKEN)
    made = through_a_tunnel()
    told = diagnosed(made, own)

    assert told.verdict.cause == "unexplained"
    assert (
        "Twilio signs the address that it called; http://127.0.0.1:8765/hooks was assumed." in told.verdict.explanation
    )
    assert "through a tunnel or a proxy, set the public URL" in told.verdict.explanation
    assert "the body was changed" not in told.verdict.explanation
    assert mend_of(made, told, basis(own)) == Mend(kind="enter-url")
    assert mend_of(made, told, basis(own), sent_from_here=True) == Mend(kind="sign-again")


def test_a_public_url_that_does_not_fit_is_named_as_what_counts() -> None:
    """It may be that of another tunnel."""
    made, by = through_a_tunnel(), replace(basis(secret("twilio", TOKEN)), public_url="https://old.example")
    told = diagnose(made, judge(made, by), by)

    assert "https://old.example/hooks was assumed, by the public URL. If" in told.verdict.explanation


def test_schemes_that_sign_no_address_do_not_name_one() -> None:
    """Nothing is said of a URL, and none is asked for."""
    own = secret("stripe", STRIPE + STRIPE)
    told = diagnosed(signed("stripe"), own)

    assert "address" not in told.verdict.explanation
    assert mend_of(signed("stripe"), told, basis(own)) is None

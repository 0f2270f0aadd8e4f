"""From a cause to what mends it."""

from base64 import b64decode

import pytest

from inspector.core.mend import Mend
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.mending import free, mend_of, mended_secret, public_url
from tests.providers.made import (
    BODY,
    STANDARD,
    STRIPE,
    VALUES,
    basis,
    diagnosed,
    request,
    secret,
    signed,
    with_body,
    with_header,
)


def mend(made: Request, *own: Secret, here: bool = False) -> Mend | None:
    """What is offered for a request."""
    return mend_of(made, diagnosed(made, *own), basis(*own), sent_from_here=here)


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b" ", b"\t", b'"', b","])
def test_a_secret_with_something_behind_it(ending: bytes) -> None:
    """What is kept then is the secret without it; the offer has no character of it."""
    pasted = secret("stripe", STRIPE + ending)
    offered = mend(signed("stripe"), pasted)
    found = mended_secret(signed("stripe"), diagnosed(signed("stripe"), pasted), basis(pasted))

    assert offered is not None
    assert (offered.kind, offered.provider, offered.secret, offered.replaces) == (
        "secret",
        "stripe",
        "production",
        True,
    )
    assert offered.words.startswith("without its last")
    assert found is not None
    assert found[1] == secret("stripe", STRIPE)
    assert STRIPE.decode() not in repr(offered)


def test_a_secret_of_somebody_else() -> None:
    """It is kept under its name, or one that is free."""
    foreign = secret("slack", STRIPE, "bot")
    offered = mend(signed("stripe"), foreign, secret("stripe", b"x", "bot"))

    assert offered == Mend(kind="secret", provider="stripe", secret="bot-2")
    assert free("bot", {"bot", "bot-2"}) == "bot-3"


def test_a_secret_in_another_encoding() -> None:
    """It is kept in the form that the provider's secrets have, where there is one that gives the same key."""
    made = signed("standard-webhooks", secret=STANDARD)
    hexed = secret("standard-webhooks", b64decode(STANDARD.removeprefix(b"whsec_")).hex().encode())
    better = mended_secret(made, diagnosed(made, hexed), basis(hexed))
    assert better is not None
    assert better[0].words == "decoded as hexadecimal"
    assert better[1].value == STANDARD
    text = secret("stripe", b"a%20b")
    found = mended_secret(
        signed("stripe", secret=b"a b"), diagnosed(signed("stripe", secret=b"a b"), text), basis(text)
    )
    assert found is not None
    assert found[1].value == b"a b"


def test_what_can_only_be_looked_at() -> None:
    """A changed body leads to the bytes, a header in another form to the header fields."""
    body = mend(with_body(signed("stripe"), BODY + b"\n"), secret("stripe", STRIPE))
    made = signed("github")
    upper = with_header(made, "X-Hub-Signature-256", (made.headers.get("x-hub-signature-256") or "")[7:])

    assert body == Mend(kind="bytes")
    assert mend(upper, secret("github", VALUES["github"])) == Mend(kind="headers")


def test_what_was_sent_from_here_is_signed_again() -> None:
    """Only that: what came from a sender is not."""
    changed = with_body(signed("stripe"), BODY.replace(b"demo", b"other"))

    assert mend(changed, secret("stripe", STRIPE), here=True) == Mend(kind="sign-again")
    assert mend(changed, secret("stripe", STRIPE)) is None


def test_nothing_to_mend() -> None:
    """What is valid, unsigned, without a secret or unexplained offers nothing, nor does a provider's own test."""
    assert mend(signed("stripe"), secret("stripe", STRIPE)) is None
    assert mend(signed("stripe")) is None
    assert mend(request({}), secret("stripe", STRIPE)) is None
    assert mend(signed("stripe"), secret("stripe", b"another")) is None
    assert mended_secret(request({}), diagnosed(request({})), basis()) is None


def test_the_public_url() -> None:
    """What is left of the URL that was signed, where the path is that of the request; a path before it stays."""
    made = request({})
    assert public_url(made, "https://x.de/hooks") == "https://x.de"
    assert public_url(made, "https://x.de/api/hooks") == "https://x.de/api"
    assert public_url(made, "https://x.de/hooks/") == ""
    assert public_url(made, "https://x.de/other") == ""
    assert public_url(made, "") == ""

"""What an app computed of a body is compared with what it may have computed, the right digest first."""

import hmac
from base64 import b64decode
from hashlib import sha256

from inspector.core.app_messages import AppAnswer
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.app_check import check_app
from inspector.providers.app_macs import macs_of
from inspector.providers.app_seen import Seen
from tests.providers.made import BODY, STANDARD, STRIPE, basis, judged, request, secret, signed

TIMED = b"1700000000." + BODY


def ask(digest: bytes, made: Request, *own: Secret) -> AppAnswer:
    """What is said to a digest."""
    return check_app(made, Seen(digest=digest), macs=macs_of(made, judged(made, *own), basis(*own)))


def test_the_right_digest() -> None:
    """The very digest of the sender leaves the comparison."""
    own = secret("stripe")
    answer = ask(hmac.digest(STRIPE, TIMED, "sha256"), signed("stripe"), own)

    assert answer.status == "same"
    assert "comparison" in answer.advice


def test_common_mistakes_with_the_digest() -> None:
    """Another secret, another hash, the time left out, a key that is decoded or is not."""
    own, other = secret("stripe"), secret("stripe", b"whsec_other", "live")
    made = signed("stripe")
    decoded = b64decode(b"test_secret_".replace(b"_", b"/") + b"====")

    for key, text, name, words in (
        (b"whsec_other", TIMED, "sha256", "with the secret “live”, not “production”"),
        (STRIPE, TIMED, "sha512", "with HMAC-SHA512, not HMAC-SHA256"),
        (STRIPE, BODY, "sha256", "over the body alone"),
    ):
        answer = ask(hmac.digest(key, text, name), made, own, other)
        assert (answer.status, words in answer.title) == ("found", True), answer.title
    assert ask(hmac.digest(decoded, TIMED, "sha256"), made, own).status == "unknown"


def test_a_key_that_is_not_decoded() -> None:
    """The usual mistake with Standard Webhooks."""
    own = secret("svix")
    text = b"msg_1.1700000000." + BODY
    answer = ask(hmac.digest(STANDARD, text, "sha256"), signed("svix"), own)

    assert "as it stands, not decoded" in answer.title


def test_both_at_once() -> None:
    """A body written anew under the right key is still named."""
    own = secret("github")
    answer = ask(hmac.digest(own.value, BODY + b"\n", "sha256"), signed("github"), own)

    assert answer.status == "found"
    assert "a line break is added" in answer.title


def test_where_nothing_is_known() -> None:
    """Without a secret that matched, and for tokens, there is nothing to compare with."""
    wrong = secret("stripe", b"whsec_wrong")
    made = signed("stripe")
    token = signed("gitlab", scheme="gitlab-token")

    assert macs_of(made, judged(made, wrong), basis(wrong)) == ()
    assert macs_of(token, judged(token, secret("gitlab")), basis(secret("gitlab"))) == ()
    assert macs_of(request({}), judged(request({})), basis()) == ()
    assert ask(sha256(BODY).digest(), made).status == "same"

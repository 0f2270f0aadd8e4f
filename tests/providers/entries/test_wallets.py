"""PayPal's webhook id, Square's URL, WeChat Pay's lines."""

from dataclasses import replace

import pytest

from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.samples.paypal import PAYPAL
from inspector.providers.samples.wallets import SQUARE, WECHAT_PAY
from inspector.providers.signing import sign_request
from inspector.providers.verdicts import SAMPLE_SETTING
from tests.providers.made import judged, secret, with_header
from tests.providers.samples.sent import NOW, PAIRS, SECRETS, arrived, bare


def test_paypals_signature_takes_the_webhooks_id() -> None:
    """With another id the very same key does not match; with one of the two nothing can be said."""
    made = arrived(PAYPAL[0])
    key, id = SECRETS["paypal"], secret("paypal", SAMPLE_SETTING, "id")

    assert judged(made, key, id).verdict.status == "valid"
    assert judged(made, key, secret("paypal", b"8PT597110X687430L", "id")).verdict.status == "invalid"
    assert (judged(made, key).verdict.status, judged(made, id).verdict.status) == ("no-secret", "no-secret")


def test_paypals_signature_covers_a_checksum_of_the_body() -> None:
    """A header field that is signed and was changed is noticed, too."""
    made = arrived(PAYPAL[0])
    known = (SECRETS["paypal"], secret("paypal", SAMPLE_SETTING, "id"))

    assert judged(with_header(made, "PAYPAL-TRANSMISSION-ID", "x"), *known).verdict.status == "invalid"
    assert judged(made, *known).verdict.covers_body is True


@pytest.mark.parametrize(
    ("public_url", "status"),
    [("https://shop.example", "valid"), ("http://shop.example", "invalid"), ("https://shop.example/x", "invalid")],
)
def test_squares_url_is_the_registered_one(public_url: str, status: str) -> None:
    """What the request's Host field says does not count once a public URL is told."""
    made = sign_request(
        "square",
        bare(SQUARE),
        secret=b"key",
        now=NOW,
        url="https://shop.example/hooks/square",
        scheme_id="square",
    )

    verdict = judge(made, Basis(secrets={"square": (secret("square", b"key"),)}, public_url=public_url)).verdict

    assert verdict.status == status
    assert verdict.url == ("https://shop.example/hooks/square" if status == "valid" else None)


def test_square_sends_its_old_signature_beside_the_new_one() -> None:
    """The new one decides."""
    made = arrived(SQUARE)

    assert made.headers.get("x-square-signature")
    assert judged(with_header(made, "x-square-signature", "AAAA"), SECRETS["square"]).verdict.status == "valid"


def test_wechats_time_and_nonce_are_signed() -> None:
    """Each on a line of its own."""
    made = arrived(WECHAT_PAY)

    assert judged(made, SECRETS["wechat-pay"]).verdict.status == "valid"
    for name in ("Wechatpay-Timestamp", "Wechatpay-Nonce"):
        assert judged(with_header(made, name, "1795422070"), SECRETS["wechat-pay"]).verdict.status == "invalid"
    assert judged(made, replace(SECRETS["wechat-pay"], value=PAIRS["p256"])).verdict.status == "invalid"

"""Plivo signs URL, query, form and a nonce."""

import pytest

from inspector.providers.entries.plivo import url_and_fields
from tests.providers.entries.sending import URL, asking, form, subject
from tests.providers.made import judged, request

FIELDS = (("To", "2"), ("From", "b"), ("From", "a"))


@pytest.mark.parametrize(
    ("url", "method", "signed"),
    [
        (URL, "POST", f"{URL}?FromaFrombTo2"),
        (f"{URL}?b=2&a=x%20y&a=1", "POST", f"{URL}?a=1&a=x y&b=2.FromaFrombTo2"),
        (f"{URL}?b=2&a=1", "GET", f"{URL}?a=1&b=2"),
        (URL, "GET", URL),
    ],
)
def test_what_is_signed(url: str, method: str, signed: str) -> None:
    """As the official library joins it: a question mark even without a query, a dot only behind one."""
    assert url_and_fields(subject(form(FIELDS, method=method), url)) == signed.encode()


def test_a_get_tells_its_fields_in_the_query() -> None:
    """Event and gist are read there."""
    made = asking(request({"X-Plivo-Signature-V3": "x"}, b""), "/hooks?CallUUID=1&From=1&To=2&CallStatus=ringing")
    judgement = judged(made)

    assert (judgement.provider, judgement.event, judgement.gist) == ("plivo", "ringing", "1 → 2 · ringing")


def test_what_cannot_be_signed() -> None:
    """More fields than anybody sends, and no URL."""
    assert url_and_fields(subject(form([("a", "")] * 2_000), URL)) is None
    assert url_and_fields(subject(form(FIELDS), "")) is None
    assert url_and_fields(subject(form(FIELDS), "http://[::1/hooks")) is None

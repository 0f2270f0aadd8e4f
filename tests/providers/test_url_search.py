"""The URL that a sender signed."""

import time
from dataclasses import replace

from inspector.core.request import Request
from inspector.providers.digests import digest_of, encode
from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.scheme import Scheme
from inspector.providers.search import Budget
from inspector.providers.secret_variants import key_variants
from inspector.providers.url_search import search_url
from tests.providers.made import BODY, request, secret

SCHEME = Scheme(
    id="square-like",
    algorithm="hmac-sha256",
    place=place("header:X-Signature"),
    layout=Single(),
    message=message("{url}{body}"),
    encoding="base64",
)
KEY = b"a-key-of-some-length"


def signed(url: str, key: bytes = KEY) -> Request:
    """A request to 127.0.0.1:8765/hooks by the way of a proxy that says nothing, signed for a URL."""
    digest = encode(digest_of("hmac-sha256", key, url.encode(), BODY, b""), "base64").decode()
    return request({"X-Signature": digest})


def found(made: Request, own: bytes = KEY, public_url: str = "") -> tuple[str, tuple[str, ...]] | None:
    """The URL that was found, and the causes; first with the secret as it is, then with what was changed of it."""
    given = [secret("stripe", own)]
    budget = Budget(until=time.monotonic() + 20, left=1000)
    payload = Payload(made, BODY)
    changed = [one for one in key_variants(given, (), SCHEME) if len(one.causes) == 1]
    result = search_url(SCHEME, payload, BODY, given, (), budget, public_url) or search_url(
        SCHEME, payload, BODY, (), changed, budget, public_url
    )
    return None if result is None else (result[1].text, result[0].causes)


def test_another_scheme_host_port_or_slash() -> None:
    """Each by itself; the cause is the URL and nothing else."""
    for url in ("https://127.0.0.1:8765/hooks", "http://127.0.0.1/hooks", "http://127.0.0.1:8765/hooks/"):
        assert found(signed(url)) == (url, ("url-differs",))
    assert found(signed("https://x.example/hooks"), public_url="http://x.example") == (
        "https://x.example/hooks",
        ("url-differs",),
    )


def test_with_a_secret_that_has_a_line_break() -> None:
    """Two causes, both proved."""
    assert found(signed("https://127.0.0.1:8765/hooks"), KEY + b"\n") == (
        "https://127.0.0.1:8765/hooks",
        ("secret-whitespace", "url-differs"),
    )


def test_near_misses() -> None:
    """The URL that counts, another path, another secret, a scheme that signs no URL: nothing is named."""
    assert found(signed("http://127.0.0.1:8765/hooks")) is None
    assert found(signed("https://127.0.0.1:8765/other")) is None
    assert found(signed("https://127.0.0.1:8765/hooks", b"another key")) is None
    other = replace(SCHEME, message=message("{body}"))
    budget = Budget(until=time.monotonic() + 20, left=10)
    assert search_url(other, Payload(signed("x"), BODY), BODY, [secret("stripe", KEY)], (), budget) is None
    assert budget.tried == 0

"""Under which address a sender reached us."""

import pytest

from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.core.public_address import is_foreign, public_url_of, read_public_url

OWN = ("http://127.0.0.1:8765", "http://[::1]:8765")


@pytest.mark.parametrize(
    ("host", "fields", "url"),
    [
        ("abc.trycloudflare.com", {"X-Forwarded-Proto": "https"}, "https://abc.trycloudflare.com"),
        ("ABC.ngrok-free.app", {"Forwarded": "for=1.2.3.4;proto=https, proto=http"}, "https://abc.ngrok-free.app"),
        ("hooks.example.com", {}, "http://hooks.example.com"),
        ("hooks.example.com:8443", {"X-Forwarded-Proto": "https,http"}, "https://hooks.example.com:8443"),
        ("hooks.example.com:443", {"X-Forwarded-Proto": "https"}, "https://hooks.example.com"),
        ("hooks.example.com", {"X-Forwarded-Proto": "javascript"}, "http://hooks.example.com"),
        ("8.8.8.8", {}, "http://8.8.8.8"),
        ("localhost:8765", {"X-Forwarded-Host": "a.b.dev", "X-Forwarded-Proto": "https"}, "https://a.b.dev"),
        ("127.0.0.1:8765", {"Forwarded": 'host="a.b.dev"; Proto=https'}, "https://a.b.dev"),
        ("127.0.0.1:8765", {"X-Forwarded-Proto": "https"}, None),
    ],
)
def test_the_address_is_put_together(host: str, fields: dict[str, str], url: str | None) -> None:
    """Host counts first, then what proxies add; the scheme is what they say, else http."""
    assert public_url_of(Headers.of(*fields.items()), host, OWN) == url


@pytest.mark.parametrize(
    ("host", "fields", "scheme"),
    [
        ("hooks.example.com", {}, "https"),
        ("hooks.example.com", {"X-Forwarded-Proto": "http"}, "http"),
        ("hooks.example.com:8080", {}, "http"),
        ("8.8.8.8", {}, "http"),
    ],
)
def test_an_untold_scheme_is_as_asked_for_a_plain_name_only(host: str, fields: dict[str, str], scheme: str) -> None:
    """A port, an address or a proxy's word keep it http."""
    assert public_url_of(Headers.of(*fields.items()), host, OWN, untold="https") == f"{scheme}://{host}"


@pytest.mark.parametrize(
    "host",
    [
        "", "localhost", "localhost:3000", "app.localhost", "127.0.0.1", "127.8.8.8:99", "[::1]", "0.0.0.0", "10.0.0.7",
        "192.168.1.5:8765", "box.local:8765", "box", "fe80::1", "[fe80::1]", "hooks.example.com:0", "a.b:65536",
    ],
)  # fmt: skip
def test_names_of_this_machine_and_its_network_are_not_public(host: str) -> None:
    """Loopback, private networks, single words, and whatever names our own port."""
    assert not is_foreign(host, OWN)


@pytest.mark.parametrize(
    "host",
    [
        "<b>valid</b>.example.com", "a.com/../x", "user@evil.com", "evil.com?x", "evil.com#", "a b.com", "a..com",
        "-a.com", "a.com\u202e", "ex\u00e4mple.com", "a.com:80:80", "x." * 130 + "com", "300.300.300.300",
        "a.com\r\nX: y",
    ],
)  # fmt: skip
def test_hostile_values_are_never_offered(host: str) -> None:
    """Only characters of a host name, in their order, within its length."""
    assert not is_foreign(host, OWN)
    assert public_url_of(Headers.of(("X-Forwarded-Host", host)), "localhost", OWN) is None


@pytest.mark.parametrize(
    "text",
    ["example.com", "ftp://a.example", "https://a.example/path", "https://u@a.example", "https://a b", "http://["],
)
def test_what_a_user_gives_is_the_beginning_of_a_url(text: str) -> None:
    """A scheme and a host, with nothing behind them but a slash."""
    assert read_public_url("") == ""
    assert read_public_url("https://a.example:8443/") == "https://a.example:8443"
    with pytest.raises(UsageError):
        read_public_url(text)

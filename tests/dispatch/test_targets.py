"""How targets are written and what they mean."""

import pytest

from inspector.core.errors import UsageError
from inspector.dispatch.targets import display_name, is_local, parse, target_url


@pytest.mark.parametrize(
    ("text", "captured", "url"),
    [
        ("3000", "/hooks?x=1", "http://localhost:3000/hooks?x=1"),
        (":3000", "/", "http://localhost:3000/"),
        ("localhost:3000", "/a", "http://localhost:3000/a"),
        ("3000/other", "/a?b", "http://localhost:3000/other"),
        (":3000?y=2", "/a", "http://localhost:3000?y=2"),
        ("example.test", "//a%2Fb?", "http://example.test//a%2Fb?"),
        ("https://example.test:8443", "/a#f", "https://example.test:8443/a#f"),
        (" http://[::1]:3000 ", "/a", "http://[::1]:3000/a"),
        ("HTTP://localhost/", "/a", "HTTP://localhost/"),
        ("http://localhost:3000", "http://old.test/x?y", "http://localhost:3000/x?y"),
        ("http://localhost:3000", "*", "http://localhost:3000"),
        ("127.0.0.1:3000", "/a", "http://127.0.0.1:3000/a"),
    ],
)
def test_targets_are_read_as_people_write_them(text: str, captured: str, url: str) -> None:
    """A port is this machine; without a path the captured one is kept to the byte."""
    assert target_url(text, captured) == url


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("ftp://x/", "no http or https"),
        ("", "names no host"),
        ("http://", "names no host"),
        ("http://a b/", "names no host"),
        ("htp:/bad", "neither a scheme"),
        ("localhost:", "neither a scheme"),
        ("http://me:pw@x/", "user name"),
        ("70000", "no port"),
        ("http://x:0/", "no port"),
        ("http://ä..b/", "no host name"),
    ],
)
def test_what_is_no_target_is_refused_with_a_sentence(text: str, complaint: str) -> None:
    """The sentence says what is wrong, and what a target looks like."""
    with pytest.raises(UsageError, match=complaint):
        target_url(text, "/")


def test_a_place_has_what_host_and_tls_need() -> None:
    """The scheme's own port is not named in Host; names in other scripts are looked up in theirs."""
    assert parse("http://example.test:80/").authority == "example.test"
    assert parse("https://example.test:80/").authority == "example.test:80"
    assert parse("https://bücher.test/x").authority == "xn--bcher-kva.test"
    assert (parse("https://[::1]/").host, parse("https://[::1]/").port) == ("::1", 443)
    assert parse("http://[::1]:3000/").name == "[::1]:3000"


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:3000/", True),
        ("http://api.localhost/", True),
        ("http://127.8.8.8/", True),
        ("https://[::1]:1/", True),
        ("http://0.0.0.0:3000/", True),
        ("http://192.168.0.4/", False),
        ("https://localhost.example.com/", False),
        ("nonsense", False),
    ],
)
def test_this_machine_is_known(url: str, local: bool) -> None:
    """Only a loopback name or address is this machine."""
    assert is_local(url) is local


def test_targets_are_short_in_lists() -> None:
    """The query, which may hold secrets, and the plain scheme are not shown."""
    assert display_name("http://localhost:3000/hooks/?token=1") == "localhost:3000/hooks"
    assert display_name("https://example.test/") == "https://example.test"

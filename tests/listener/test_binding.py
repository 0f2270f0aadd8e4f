"""Hosts and ports become listening sockets, or a sentence that says what to do."""

import socket
import sys
from contextlib import ExitStack

import pytest

from inspector.core.errors import ResourceError
from inspector.listener.binding import base_url, bind, is_loopback


def taken(stack: ExitStack, host: str = "127.0.0.1") -> int:
    """A port that another program listens on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    other = stack.enter_context(socket.socket(family))
    if family == socket.AF_INET6:
        other.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    other.bind((host, 0))
    other.listen()
    return int(other.getsockname()[1])


def urls_of(stack: ExitStack, host: str, port: int, *, next_free: bool = False) -> list[str]:
    """Bind, and name what was bound."""
    sockets = bind(host, port, next_free=next_free)
    for listening in sockets:
        stack.enter_context(listening)
    return [base_url(listening) for listening in sockets]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_loopback_is_both_addresses_on_one_port(host: str) -> None:
    """IPv4 first, its IPv6 twin on the same port."""
    with ExitStack() as stack:
        first, second = urls_of(stack, host, 0)
        port = first.rpartition(":")[2]

        assert (first, second) == (f"http://127.0.0.1:{port}", f"http://[::1]:{port}")


def test_a_taken_twin_is_done_without() -> None:
    """Somebody else on `[::1]` does not keep us from 127.0.0.1."""
    with ExitStack() as stack:
        port = taken(stack, "::1")

        assert urls_of(stack, "127.0.0.1", port) == [f"http://127.0.0.1:{port}"]


def test_a_taken_port_is_named_or_passed_over() -> None:
    """Asked for by number it is an error that says what to do; else the next free one is taken."""
    with ExitStack() as stack:
        port = taken(stack)
        with pytest.raises(ResourceError, match=rf"Port {port} on 127.0.0.1 is taken.*--port 0"):
            bind("127.0.0.1", port, next_free=False)
        url = urls_of(stack, "127.0.0.1", port, next_free=True)[0]

        assert int(url.rpartition(":")[2]) in range(port + 1, port + 101)


def test_another_address_is_bound_alone() -> None:
    """An address that was asked for by name has no twin."""
    with ExitStack() as stack:
        (url,) = urls_of(stack, "0.0.0.0", 0)
        assert url.startswith("http://0.0.0.0:")
        (url,) = urls_of(stack, "::1", 0)
        assert url.startswith("http://[::1]:")


@pytest.mark.parametrize(
    ("host", "sentence"),
    [("192.0.2.1", "192.0.2.1 is no address of this machine"), ("no.such.host.invalid", "is not known")],
)
def test_what_cannot_be_bound_is_a_sentence(host: str, sentence: str) -> None:
    """It names the host and an address that works."""
    with pytest.raises(ResourceError, match=f"{sentence}.*127.0.0.1"):
        bind(host, 0, next_free=False)


@pytest.mark.skipif(sys.platform == "win32", reason="a port is shared there by other means")
def test_the_port_can_be_bound_again_at_once() -> None:
    """A connection that was just closed does not hold it."""
    with ExitStack() as stack:
        (listening, *others) = bind("127.0.0.1", 0, next_free=False)
        port = listening.getsockname()[1]
        client = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        server = listening.accept()[0]
        server.close()
        client.close()
        for each in (listening, *others):
            each.close()

        assert urls_of(stack, "127.0.0.1", port)[0] == f"http://127.0.0.1:{port}"


def test_loopback_is_recognised() -> None:
    """Everything else can be reached by others."""
    assert is_loopback("127.0.0.1")
    assert is_loopback("127.9.9.9")
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("::")
    assert not is_loopback("fe80::1%eth0")

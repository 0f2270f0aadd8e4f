"""Sentences for what goes wrong on the way."""

import socket
import ssl

import pytest

from inspector.dispatch.reply import connect_problem


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ConnectionRefusedError(111, "x"), "Connection refused by a.test:80. Is your server running?"),
        (TimeoutError(), "No connection to a.test:80 within 10 s. Is it reachable from this machine?"),
        (socket.gaierror(-2, "x"), "The name of a.test:80 could not be looked up. Is it spelled right?"),
        (UnicodeError("label empty"), "The name of a.test:80 could not be looked up. Is it spelled right?"),
        (ConnectionResetError(104, "x"),
         "a.test:80 broke off the connection before it stood. Does it speak the right protocol?"),
        (OSError(101, "Network is unreachable"), "No connection to a.test:80: Network is unreachable."),
        (OSError("odd"), "No connection to a.test:80: odd."),
        (ssl.SSLError(1, "odd"), "TLS with a.test:80 failed: odd."),
    ],
)  # fmt: skip
def test_every_failure_is_a_sentence(error: BaseException, sentence: str) -> None:
    """It names the place, and what to do where that is known."""
    assert connect_problem(error, "a.test:80") == sentence

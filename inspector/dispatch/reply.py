"""What came back for a request, and the sentences for what went wrong on the way."""

import socket
import ssl
from dataclasses import dataclass

from inspector.core.headers import NO_HEADERS, Headers

CONNECT_LIMIT = 10.0
"""Seconds until a connection must stand."""
TOTAL_LIMIT = 30.0
"""Seconds until a response must be whole."""
BODY_LIMIT = 16 * 1024 * 1024
"""Bytes of a response's body that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A response as far as it came; `problem` is a sentence where it is not whole."""

    status: int | None = None
    headers: Headers = NO_HEADERS
    body: bytes = b""
    problem: str | None = None
    reusable: bool = False
    """The connection can carry another request."""
    silent: bool = False
    """The connection was closed before a single byte of a response."""


def connect_problem(error: BaseException, name: str) -> str:
    """Say why no connection to `name` (host and port) could be made."""
    if isinstance(error, ConnectionRefusedError):
        return f"Connection refused by {name}. Is your server running?"
    if isinstance(error, TimeoutError):
        return f"No connection to {name} within {CONNECT_LIMIT:g} s. Is it reachable from this machine?"
    if isinstance(error, socket.gaierror | UnicodeError):
        return f"The name of {name} could not be looked up. Is it spelled right?"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"The certificate of {name} is not trusted: {error.verify_message}."
    if isinstance(error, ssl.SSLError):
        reason: str | None = getattr(error, "reason", None)
        if reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE", "PACKET_LENGTH_TOO_LONG"):
            return f"{name} does not speak TLS. Is it http:// instead of https://?"
        return f"TLS with {name} failed: {reason or error.strerror}."
    if isinstance(error, ConnectionError):
        return f"{name} broke off the connection before it stood. Does it speak the right protocol?"
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"No connection to {name}: {said}."


def late(name: str) -> str:
    """Say that the response did not come, or not to its end, in time."""
    return f"No whole response from {name} within {TOTAL_LIMIT:g} s."

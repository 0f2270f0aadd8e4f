"""The address under which a sender reached us from elsewhere, as its request tells: Host, Forwarded, X-Forwarded-*."""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from inspector.core.errors import UsageError
from inspector.core.headers import Headers

LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
NAME = re.compile(rf"{LABEL}(?:\.{LABEL})+\.?")
"""A name of several labels (RFC 1123, section 2.1): what a stranger can look up is never a single word."""
AUTHORITY = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::(?P<port>[0-9]{1,5}))?")
LONGEST = 253
"""Characters of a host name (RFC 1035, section 2.3.4)."""
DEFAULT_PORTS = {"http": 80, "https": 443}


def read_public_url(text: str) -> str:
    """The base URL that a user gives: `https://example.com`; empty for none. Raises UsageError."""
    if not text:
        return text
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        whole = False
        parts = urlsplit("")
    if not whole or "@" in parts.netloc or any(character.isspace() for character in text):
        raise UsageError("Write a URL that begins with https:// or http://, such as https://example.com.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise UsageError("Only the beginning of the URL, without a path: the path of each request is added.")
    return f"{parts.scheme}://{parts.netloc}"


def public_url_of(headers: Headers, host: str, own: Iterable[str], *, untold: str = "http") -> str | None:
    """The base URL under which a request was sent, where that is not an address of ours; without a path.

    `host` is what the sender asked for, `own` our base URLs. Whatever is no plain host name or address gives None: the
    values come from a stranger and are to be offered to the user. `untold` is the scheme of a name without a port where
    the request does not tell one.
    """
    own = tuple(own)
    forwarded = forwarded_pairs(headers.get("forwarded"))
    scheme = (forwarded.get("proto") or first_told(headers.get("x-forwarded-proto"))).lower()
    for authority in (host, forwarded.get("host", ""), first_told(headers.get("x-forwarded-host"))):
        if is_foreign(authority, own):
            if scheme not in DEFAULT_PORTS:
                scheme = untold if NAME.fullmatch(authority) and not authority[-1].isdecimal() else "http"
            return f"{scheme}://{_written(authority, scheme)}"
    return None


def is_foreign(authority: str, own: Iterable[str]) -> bool:
    """Whether a host with or without a port is a public one: no name of this machine, and not our own port."""
    match = AUTHORITY.fullmatch(authority)
    if match is None or len(match["host"]) > LONGEST:
        return False
    port = int(match["port"]) if match["port"] else None
    if port is not None and not 0 < port < 65536:
        return False
    # Whoever names our own port came to it directly, whatever this machine is called there.
    if port in {_port_of(url) for url in own}:
        return False
    host = match["host"].strip("[]").lower().rstrip(".")
    try:
        return ip_address(host).is_global
    except ValueError:
        pass
    return NAME.fullmatch(match["host"]) is not None and not host.endswith(".localhost") and not host[-1].isdecimal()


def _written(authority: str, scheme: str) -> str:
    host, port = authority.lower(), DEFAULT_PORTS[scheme]
    return host.removesuffix(f":{port}").removesuffix(".")


def _port_of(url: str) -> int | None:
    port = url.rpartition(":")[2]
    return int(port) if port.isdecimal() else None


def forwarded_pairs(value: str | None) -> dict[str, str]:
    """The pairs of the first element of Forwarded (RFC 7239, section 4), names in lower case."""
    pairs = (pair.partition("=") for pair in first_told(value).split(";"))
    return {name.strip().lower(): value.strip().strip('"') for name, equals, value in pairs if equals}


def first_told(value: str | None) -> str:
    """The first of several values of a field: the one that the sender's side set."""
    return (value or "").partition(",")[0].strip()

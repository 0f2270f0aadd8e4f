"""Addresses that captures are sent to: how people write them, what they mean, how they are shown."""

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address

from inspector.core.errors import UsageError
from inspector.core.request import split_target

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
AUTHORITY = re.compile(r"(?:(?P<user>[^@]*)@)?(?P<host>\[[0-9A-Fa-f:.%]+\]|[^\[\]:@\s]*)(?::(?P<port>[0-9]*))?")
DEFAULT_PORTS = {"http": 80, "https": 443}
EXAMPLE = "Write it like http://localhost:3000/hooks, localhost:3000 or 3000."


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A target taken apart: where to connect, what to call it in Host, and what to ask for there."""

    scheme: str
    host: str
    """A name or an address, without brackets."""
    port: int
    authority: str
    """The value of Host: as written, but without a port that is the scheme's own."""
    rest: str
    """Path and query exactly as written; empty where the URL ends behind its authority."""

    @property
    def name(self) -> str:
        """Host and port for people: `127.0.0.1:3000`."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def target_url(text: str, captured_target: str) -> str:
    """The whole URL that a target means for a capture.

    `3000`, `:3000` and `localhost:3000` are http on this machine; a target without a path keeps the captured path and
    query exactly. Raises UsageError.
    """
    written = text.strip()
    if not SCHEME.match(written):
        if re.match(r"[^/?#\[]*:(?=[/?#]|$)", written):
            raise UsageError(f"{written!r} has neither a scheme with // nor a port behind its colon. {EXAMPLE}")
        if re.fullmatch(r":?[0-9]+(?=$|[/?]).*", written):
            written = "localhost:" + written.removeprefix(":")
        written = "http://" + written
    place = parse(written)
    if place.rest:
        return written
    _, path, query = split_target(captured_target)
    mark = "?" if "?" in captured_target else ""
    # `OPTIONS *` and `CONNECT host:port` name no path: such a request is sent with the target that it came with.
    return written + path + mark + query if path.startswith("/") or mark else written


@lru_cache(maxsize=256)
def parse(url: str) -> Place:
    """Take a URL apart without changing a byte of its path and query. Raises UsageError."""
    match = SCHEME.match(url)
    scheme = match[1].lower() if match else ""
    if match is None or scheme not in DEFAULT_PORTS:
        raise UsageError(f"{url!r} is no http or https address. {EXAMPLE}")
    behind = url[match.end() :]
    cut = re.search(r"[/?#]", behind)
    written, rest = (behind[: cut.start()], behind[cut.start() :]) if cut else (behind, "")
    parts = AUTHORITY.fullmatch(written)
    if parts is None or not parts["host"]:
        raise UsageError(f"{url!r} names no host that can be read. {EXAMPLE}")
    if parts["user"] is not None:
        raise UsageError(f"{url!r} holds a user name; a target is sent without one. Leave out what is before the @.")
    port = int(parts["port"] or DEFAULT_PORTS[scheme])
    if not 0 < port < 65536:
        raise UsageError(f"{port} is no port: ports are 1 to 65535. {EXAMPLE}")
    try:
        host = parts["host"].encode("ascii" if parts["host"].isascii() else "idna").decode()
    except UnicodeError:
        raise UsageError(f"{parts['host']!r} is no host name that can be looked up. {EXAMPLE}") from None
    authority = host if port == DEFAULT_PORTS[scheme] else f"{host}:{port}"
    return Place(scheme=scheme, host=host.strip("[]"), port=port, authority=authority, rest=rest)


def is_local(url: str) -> bool:
    """Whether a URL names this machine: localhost, a loopback address, or the address for "here"."""
    try:
        host = parse(url).host.lower().rstrip(".")
    except UsageError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def display_name(url: str) -> str:
    """A target as lists show it: `localhost:3000/hooks`, with https:// where it is that, without the query."""
    scheme, _, behind = url.partition("://")
    shown = re.split(r"[?#]", behind, maxsplit=1)[0].rstrip("/")
    return shown if scheme.lower() == "http" else f"{scheme}://{shown}"

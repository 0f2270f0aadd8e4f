"""From a host and a port to listening sockets."""

import errno
import ipaddress
import socket
import sys

from inspector.core.errors import ResourceError
from inspector.core.settings import DEFAULT_HOST
from inspector.listener.holders import holder_of

BACKLOG = 1024
"""Connections that the system holds for us while we are busy."""

LAST_PORT = 65_535
_TRIES = 100


class PortTakenError(ResourceError):
    """Another program listens there. The text is for the command line; `fact` says it without what to do."""

    def __init__(self, host: str, port: int) -> None:
        self.fact = f"Port {port} on {host} is taken by {holder_of(port) or 'another program'}"
        super().__init__(f"{self.fact}; choose another with --port, or --port 0 for any that is free.")


def bind(host: str, port: int, *, next_free: bool) -> list[socket.socket]:
    """Sockets that listen on a host and port, and for the loopback address on its IPv6 twin where that is free.

    Port 0 is any free one. With `next_free` a taken port is passed over for the next free one. Raises ResourceError.
    """
    last = min(port + _TRIES, LAST_PORT) if next_free and port else port
    for candidate in range(port, last + 1):
        try:
            return _bind_all(host, candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == last:
                raise _sentence(host, port, last, error) from error
    raise AssertionError("a range from port to last is never empty")


def _bind_all(host: str, port: int) -> list[socket.socket]:
    first, *others = _addresses(host)
    sockets = [_listen(*first, port)]
    port = sockets[0].getsockname()[1]
    for family, address in others:
        try:
            sockets.append(_listen(family, address, port))
        except OSError:
            # The first address is what was asked for; its twin is a courtesy.
            continue
    return sockets


def _addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    if host in (DEFAULT_HOST, "localhost"):
        return [(socket.AF_INET, DEFAULT_HOST), (socket.AF_INET6, "::1")]
    found = socket.getaddrinfo(host.strip("[]"), None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return list(dict.fromkeys((family, str(address[0])) for family, _, _, _, address in found))


def _listen(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let two programs share the port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.setblocking(False)
        listening.bind((address, port))
        listening.listen(BACKLOG)
    except BaseException:
        listening.close()
        raise
    return listening


def is_loopback(address: str) -> bool:
    """Nobody but this machine can reach it."""
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def base_url(listening: socket.socket) -> str:
    """Where a sender on this machine finds a socket."""
    address, port = listening.getsockname()[:2]
    return f"http://[{address}]:{port}" if listening.family == socket.AF_INET6 else f"http://{address}:{port}"


def _sentence(host: str, port: int, last: int, error: OSError) -> ResourceError:
    if isinstance(error, socket.gaierror):
        return ResourceError(f"The host {host} is not known; use an address of this machine, as 127.0.0.1.")
    if error.errno == errno.EADDRINUSE and last > port:
        return ResourceError(f"The ports {port} to {last} on {host} are all taken; choose another with --port.")
    if error.errno == errno.EADDRINUSE:
        return PortTakenError(host, port)
    if error.errno == errno.EACCES:
        return ResourceError(f"Port {port} on {host} is for administrators only; choose one from 1024 on with --port.")
    if error.errno == errno.EADDRNOTAVAIL:
        return ResourceError(f"{host} is no address of this machine; use one that it has, as 127.0.0.1.")
    return ResourceError(
        f"Cannot listen on {host} port {port}: {error.strerror or error}; choose another address or port."
    )

"""The URL that a sender called, as far as a request tells: what counts as right, and what else it may have been."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple
from urllib.parse import unquote

from inspector.core.headers import Headers, to_text
from inspector.core.public_address import first_told, forwarded_pairs
from inspector.core.request import Request, split_target

MOST = 64
"""URLs that are tried of one request."""
ORIGINALS = (b"x-original-uri", b"x-forwarded-uri", b"x-original-url", b"x-rewrite-url", b"x-envoy-original-path")
"""Fields in which nginx, Traefik, IIS and Envoy hand on the target that was asked for."""
FROM_HOST = "the Host field"
"""Where a URL was taken from that nothing vouches for."""


class Url(NamedTuple):
    """A URL, and where it was taken from, in words."""

    text: str
    taken_from: str


def counting_urls(request: Request, public_url: str = "") -> tuple[Url, ...]:
    """The URLs that count as right, the surest first.

    With a public URL in the settings only that one; else what Forwarded (RFC 7239) and X-Forwarded-* tell; without
    them the Host field, since then nothing stands between the sender and the listener.
    """
    _, path, query = split_target(request.target)
    target = path + ("?" + query if "?" in request.target else "")
    if public_url:
        return (Url(public_url.rstrip("/") + target, "the public URL"),)
    headers = request.headers
    found: dict[str, Url] = {}
    for base, taken_from in (*_forwarded(headers, request.host), *_x_forwarded(headers, request.host)):
        found.setdefault(base + target, Url(base + target, taken_from))
    if not found and request.host:
        scheme = "https" if request.tls else "http"
        return (Url(f"{scheme}://{request.host}{target}", FROM_HOST),)
    return tuple(found.values())


def other_urls(request: Request, public_url: str = "") -> list[Url]:
    """URLs that a sender may have signed instead: another scheme, host, port, slash or query."""
    _, path, query = split_target(request.target)
    counting = {url.text for url in counting_urls(request, public_url)}
    hosts = dict.fromkeys(filter(None, (*_hosts(request, public_url),)))
    paths = dict.fromkeys((path, path.rstrip("/"), path.rstrip("/") + "/"))
    prefix = to_text(request.headers.first.get(b"x-forwarded-prefix", b"")).rstrip("/")
    if prefix:
        paths.update(dict.fromkeys(prefix + one for one in tuple(paths)))
    queries = ["?" + query, ""] if query else ["?", ""] if "?" in request.target else [""]
    if "%" in query or "+" in query:
        queries.append("?" + unquote(query))
    if "%" in path:
        paths[unquote(path)] = None
    found: dict[str, Url] = {}
    targets = dict.fromkeys(
        [*_rewritten(request.headers.first), *(one + asked for one, asked in product(paths, queries))]
    )
    for host, scheme, target in product(hosts, ("https", "http"), targets):
        bare = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
        for named in dict.fromkeys((host, bare, f"{bare}:443" if scheme == "https" else f"{bare}:80")):
            text = f"{scheme}://{named}{target}"
            if text not in counting and len(found) < MOST:
                found.setdefault(text, Url(text, f"{scheme} and {named}"))
    return list(found.values())


def _rewritten(first: Mapping[bytes, bytes]) -> Iterator[str]:
    """The target before a proxy rewrote it, as the proxy tells."""
    for name in ORIGINALS:
        target = to_text(first.get(name, b"")).strip()
        if target.startswith("/"):
            yield target


def _hosts(request: Request, public_url: str) -> Iterator[str]:
    headers = request.headers
    yield public_url.partition("://")[2].partition("/")[0]
    yield first_told(headers.get("x-forwarded-host"))
    yield first_told(headers.get("x-original-host"))
    yield forwarded_pairs(headers.get("forwarded")).get("host", "")
    yield request.host


def _forwarded(headers: Headers, host: str) -> Iterator[tuple[str, str]]:
    told = forwarded_pairs(headers.get("forwarded"))
    if told.get("host") or told.get("proto"):
        yield f"{told.get('proto') or 'https'}://{told.get('host') or host}", "Forwarded"


def _x_forwarded(headers: Headers, host: str) -> Iterator[tuple[str, str]]:
    named = first_told(headers.get("x-forwarded-host"))
    scheme = first_told(headers.get("x-forwarded-proto")).lower()
    port = first_told(headers.get("x-forwarded-port"))
    if not (named or scheme):
        return
    scheme = scheme if scheme in ("http", "https") else "https"
    base = f"{scheme}://{named or host}"
    yield base, "X-Forwarded-Host and X-Forwarded-Proto" if named and scheme else "X-Forwarded-*"
    if port.isdigit() and port not in ("80", "443") and not base.endswith(f":{port}"):
        yield f"{base}:{port}", "X-Forwarded-Port"

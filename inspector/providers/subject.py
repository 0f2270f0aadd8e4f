"""What a signature may be about beside header fields: method, URL, hashes of the body, what an entry computes."""

import hashlib
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from inspector.core.request import Request
from inspector.providers.payload import Payload


@dataclass(slots=True)
class Subject:
    """One request as a scheme with computed parts sees it."""

    payload: Payload
    url: str = ""
    """The URL that the sender may have called; empty for schemes that do not sign one."""
    _body: bytes | None = field(default=None, repr=False)

    @property
    def request(self) -> Request:
        """The request as it came."""
        return self.payload.request

    @property
    def body(self) -> bytes:
        """The body as it came. Raises OSError when the file of a large one is gone."""
        if self._body is None:
            self._body = self.request.body.read()
        return self._body


Compute: TypeAlias = Callable[[Subject], bytes | None]
"""One part of a message; None where the request lacks what it is made of."""


def _method(subject: Subject) -> bytes:
    return subject.request.method.encode("latin-1", "replace")


def _url(subject: Subject) -> bytes | None:
    return subject.url.encode("utf-8", "replace") or None


def _target(subject: Subject) -> bytes:
    return subject.request.target.encode("latin-1", "replace")


def _body_sha256(subject: Subject) -> bytes:
    return hashlib.sha256(subject.body).hexdigest().encode()


def _body_crc32(subject: Subject) -> bytes:
    return str(zlib.crc32(subject.body)).encode()


COMPUTED: Mapping[str, Compute] = {
    "method": _method,
    "url": _url,
    "target": _target,
    "sha256(body)": _body_sha256,
    "crc32(body)": _body_crc32,
}
"""What every template may name: `target` is path and query, hashes are in hex, the checksum is decimal."""

OF_BODY = frozenset(("sha256(body)", "crc32(body)"))

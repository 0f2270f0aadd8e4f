"""A capture without the secrets that its sender sent along, for who wants to pass it on."""

from collections.abc import Iterable
from dataclasses import replace

from inspector.bodies.decoding import LIMIT, decode
from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.secret_query import leave_out
from inspector.core.verdict import Verdict
from inspector.formats.body_redaction import MARK, without_values
from inspector.formats.format import content_of
from inspector.providers.payload import Payload
from inspector.providers.place import place


def without_secrets(capture: Capture) -> Capture:
    """The capture with a mark in place of each value that is secret; `redacted` names the places.

    The verdict stays, for it was found on what came; it does not hold for these bytes any more. A body that held a
    secret comes without its content encoding. Raises ResourceError where the body cannot be read, and UsageError for a
    value that cannot be left out.
    """
    places = capture.judgement.sensitive
    if not places:
        return capture
    fields_left_out = frozenset(name.encode() for name in _names(places, "header"))
    parameters = _names(places, "query")
    request = without_parameters(without_fields(capture.request, fields_left_out), parameters)
    members, fields = _names(places, "json"), _names(places, "form")
    content = None
    if members or fields:
        encoding = ", ".join(request.headers.all("content-encoding"))
        whole = decode(content_of(capture), encoding, limit=max(LIMIT, request.body.size))
        if whole.problem or whole.truncated:
            in_body = [one for one in places if not one.startswith(("header:", "query:"))]
            raise _kept(capture.id, in_body, "the body cannot be unpacked whole")
        content = without_values(whole.content, members, fields)
        request = _with_content(request, content, unpacked=bool(encoding))
    _check(capture.id, places, request, content)
    response = capture.response
    if response is not None and fields_left_out:
        # A handshake's answer sends a secret back in a field of the same name.
        response = replace(response, headers=_without(response.headers, fields_left_out))
    capture = replace(
        capture, request=request, response=response, redacted=tuple(dict.fromkeys((*capture.redacted, *places)))
    )
    return _addresses_without(capture, parameters) if parameters else capture


def without_parameters(request: Request, names: frozenset[str]) -> Request:
    """The request with a mark for the value of every parameter of its query that has one of these names."""
    target = leave_out(request.target, names, MARK.decode())
    if target == request.target:
        return request
    line, end, rest = request.head.partition(b"\n")
    bare = " ".join(leave_out(word, names, MARK.decode()) for word in line.decode("latin-1").split(" "))
    return replace(request, target=target, head=bare.encode("latin-1") + end + rest)


def _addresses_without(capture: Capture, names: frozenset[str]) -> Capture:
    """What else tells the query: the URL that was signed, and where the capture was sent to."""

    def bare(text: str) -> str:
        return leave_out(text, names, MARK.decode())

    verdict: Verdict = capture.judgement.verdict
    verdict = replace(verdict, url=verdict.url and bare(verdict.url), explanation=bare(verdict.explanation))
    dispatches = tuple(replace(one, target=bare(one.target)) for one in capture.dispatches)
    return replace(capture, judgement=replace(capture.judgement, verdict=verdict), dispatches=dispatches)


def without_fields(request: Request, names: frozenset[bytes]) -> Request:
    """The request with a mark for the value of every header field of these names."""
    if not names:
        return request
    return replace(
        request,
        head=head_without(request.head, names),
        headers=_without(request.headers, names),
        trailers=_without(request.trailers, names),
    )


def head_without(head: bytes, names: frozenset[bytes]) -> bytes:
    """The bytes of a head, where a value goes with the lines that it is folded over."""
    lines: list[bytes] = []
    hiding = False
    for line in head.split(b"\n"):
        if line.startswith((b" ", b"\t")) and hiding:
            continue
        name, colon, value = line.partition(b":")
        hiding = bool(colon) and name.strip().lower() in names
        lines.append(name + b": " + MARK + (b"\r" if value.endswith(b"\r") else b"") if hiding else line)
    return b"\n".join(lines)


def _with_content(request: Request, content: bytes, *, unpacked: bool) -> Request:
    drop = frozenset({b"content-encoding"} if unpacked else ())
    length = str(len(content)).encode()
    pairs = [
        (name, length if name.lower() == b"content-length" else value)
        for name, value in request.headers
        if name.lower() not in drop
    ]
    return replace(request, head=_head_for(request.head, drop, length), headers=Headers(pairs), body=Body.of(content))


def _check(id: int, places: tuple[str, ...], request: Request, content: bytes | None) -> None:
    """Raise UsageError where the request still holds something else than the mark at one of the places."""
    payload = Payload(request, content)
    left = [one for one in places if payload.value(place(one)) != MARK.decode()]
    if left:
        raise _kept(id, left, "its value was not found")


def _kept(id: int, places: Iterable[str], why: str) -> UsageError:
    names = ", ".join(one.partition(":")[2] for one in places)
    return UsageError(f"{names} of capture {id} cannot be left out: {why}.")


def _head_for(head: bytes, drop: frozenset[bytes], length: bytes) -> bytes:
    lines = []
    for line in head.split(b"\n"):
        name = line.partition(b":")[0].strip().lower()
        if name == b"content-length":
            line = line.partition(b":")[0] + b": " + length + (b"\r" if line.endswith(b"\r") else b"")
        if name not in drop:
            lines.append(line)
    return b"\n".join(lines)


def _without(headers: Headers, names: frozenset[bytes]) -> Headers:
    return Headers((name, MARK if name.lower() in names else value) for name, value in headers)


def _names(places: tuple[str, ...], kind: str) -> frozenset[str]:
    """Header fields by name; members of a body by the last step of their path."""
    parted = (place.partition(":") for place in places)
    found = (path.rpartition(".")[2] if kind == "json" else path for name, _, path in parted if name == kind)
    return frozenset(name.lower() for name in found)

"""A request with another value at one of its places: what signing puts there, byte for byte the rest as it was."""

import json
from dataclasses import replace
from urllib.parse import quote_plus, unquote_plus

from inspector.core.assignments import Assignment, assign
from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.multipart_form import MULTIPART, multipart_fields, with_multipart_field
from inspector.providers.payload import DOCUMENTS, FORM, Payload, first_values
from inspector.providers.place import Place


def set_value(request: Request, place: Place, value: str) -> Request:
    """The request with a value at a place; a number in JSON stays one.

    Raises UsageError where the body has no such place.
    """
    if place.kind == "header":
        return with_field(request, place.name, value)
    if place.kind == "body":
        return with_body(request, value.encode())
    if place.kind == "query":
        return _with_parameter(request, place.name, value)
    content = request.body.read()
    content_type = request.headers.get("content-type") or ""
    if place.kind != "json":
        if request.content_type == MULTIPART:
            return with_body(request, with_multipart_field(content, content_type, place.name, value))
        return with_body(request, assign(content, content_type, [Assignment(path=place.name, json=json.dumps(value))]))
    path = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in place.path).removeprefix(".")
    is_number = value.isdecimal() and isinstance(Payload(request, content).value(place), int)
    assignment = Assignment(path=path, json=value if is_number else json.dumps(value))
    if request.content_type in (FORM, MULTIPART):
        return with_body(request, _with_inner_document(content, content_type, request.content_type, assignment))
    return with_body(request, assign(content, content_type, [assignment]))


def with_field(request: Request, name: str, value: str) -> Request:
    """The request with the first header field of that name replaced in its place, or with one behind all others."""
    pairs = list(request.headers)
    wanted, pair = name.lower().encode(), (name.encode(), value.encode("latin-1"))
    number = next((number for number, (one, _) in enumerate(pairs) if one.lower() == wanted), None)
    if number is None:
        pairs.append(pair)
    else:
        pairs[number] = (pairs[number][0], pair[1])
    fields = Headers(pairs)
    return replace(request, headers=fields, head=write_head(request.method, request.target, fields))


def with_body(request: Request, body: bytes) -> Request:
    """The request around another body; its head is written anew, with its fields as they stand."""
    head = write_head(request.method, request.target, request.headers)
    return replace(request, head=head, body=Body.of(body))


def _with_parameter(request: Request, name: str, value: str) -> Request:
    """The request with the first parameter of that name in its query replaced, or with one behind all others."""
    start, _, query = request.target.partition("?")
    parameter = f"{quote_plus(name)}={quote_plus(value)}"
    parts = query.split("&") if query else []
    named = [number for number, part in enumerate(parts) if unquote_plus(part.partition("=")[0]) == name]
    if named:
        parts[named[0]] = parameter
    else:
        parts.append(parameter)
    target = f"{start}?{'&'.join(parts)}"
    return replace(request, target=target, head=write_head(request.method, target, request.headers))


def _with_inner_document(content: bytes, content_type: str, kind: str, assignment: Assignment) -> bytes:
    """A form with the JSON document in one of its fields changed."""
    parts = kind == MULTIPART
    form = multipart_fields(content, content_type) if parts else first_values(content.decode("latin-1"))
    name = next((name for name in DOCUMENTS if form.get(name, "").startswith(("{", "["))), DOCUMENTS[0])
    changed = assign(form.get(name, "").encode(), "application/json", [assignment]).decode()
    if parts:
        return with_multipart_field(content, content_type, name, changed)
    return assign(content, content_type, [Assignment(path=name, json=json.dumps(changed))])

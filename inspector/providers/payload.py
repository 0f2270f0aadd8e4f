"""What a request says, read once and only when somebody asks: its headers, its JSON document, its form fields."""

from urllib.parse import parse_qsl

from inspector.core.headers import to_text
from inspector.core.request import Request
from inspector.providers.layout import NO_FIELDS, read_claims
from inspector.providers.lossless import Json, parse
from inspector.providers.multipart_form import MULTIPART, multipart_fields
from inspector.providers.place import Place

FORM = "application/x-www-form-urlencoded"
FORM_FIELDS = 1000
"""More fields than this are no form that a person or a provider sends."""

JSON_STARTS = (b"{", b"[")

DOCUMENTS = ("payload", "json", "mandrill_events", "rawRequest")
"""Fields of forms that hold the JSON document which the delivery is about."""

TEXT_LIMIT = 64 * 1024
"""Longer bodies are not looked at as one text."""


class Payload:
    """Values of one request by place. `content` is the decoded body, or None where it is not to be read (now)."""

    __slots__ = ("_content", "_form", "_query", "document", "first", "request")

    def __init__(self, request: Request, content: bytes | None) -> None:
        self.request = request
        self.first = request.headers.first
        self._content = content
        self._form: dict[str, str] | None = None
        self._query: dict[str, str] | None = None
        self.document: Json = self._read_document(content) if content else None
        """The JSON document of the body, or of a form's field (`DOCUMENTS`); None where there is none."""

    @property
    def form(self) -> dict[str, str]:
        """The first value of each field of a form; empty where the body is none."""
        if self._form is None:
            self._form = self._read_form()
        return self._form

    @property
    def query(self) -> dict[str, str]:
        """The first value of each parameter of the target's query."""
        if self._query is None:
            self._query = first_values(self.request.query)
        return self._query

    @property
    def text_of_body(self) -> str | None:
        """The whole body as text; None where it is empty, long, or not to be read now."""
        content = self._content
        return content.decode("utf-8", "replace") if content and len(content) <= TEXT_LIMIT else None

    def value(self, place: Place) -> Json:
        """What stands at a place, or None."""
        if place.path:
            return step_into(self.document, place.path)
        if place.key:
            raw = self.first.get(place.key)
            return None if raw is None else to_text(raw)
        if place.kind == "query":
            return self.query.get(place.name)
        if place.kind == "body":
            return self.text_of_body
        if place.kind == "path":
            return self.request.path
        if place.kind == "claim":
            return self._claim(*place.name.partition(" ")[::2])
        return self.form.get(place.name)

    def text(self, place: Place) -> str | None:
        """What stands at a place as text, numbers as they were written; None for lists, objects and nothing."""
        value = self.value(place)
        return value if isinstance(value, str) else text_of(value)

    def rows(self, place: Place) -> list[tuple[str, str | None]]:
        """Of a place in JSON with a `*` for the index of a list: each that it stands for, with its text."""
        before, _, after = place.name.partition(".*.")
        rows, path = step_into(self.document, tuple(before.split("."))), tuple(after.split("."))
        if not isinstance(rows, list):
            return []
        return [(f"json:{before}.{number}.{after}", text_of(step_into(row, path))) for number, row in enumerate(rows)]

    def first_text(self, places: tuple[Place, ...]) -> str | None:
        """The text of the first place that holds some that is not empty."""
        for place in places:
            value = self.value(place)
            if value is None:
                continue
            text = value if isinstance(value, str) else text_of(value)
            if text:
                return text
        return None

    def _claim(self, header: str, name: str) -> str | None:
        """What a token in a header field, behind `Bearer` or nothing, says; it is not checked here."""
        token = to_text(self.first.get(header.lower().encode(), b"")).strip().removeprefix("Bearer ").strip()
        return (read_claims(token) or NO_FIELDS).get(name)

    def _read_document(self, content: bytes) -> Json:
        if content[:1] != b"{" and content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in JSON_STARTS:
            inner = next(filter(None, map(self.form.get, DOCUMENTS)), "")
            if not inner.startswith(("{", "[")):
                return None
            content = inner.encode("utf-8", "replace")
        try:
            return parse(content)
        except ValueError:
            return None

    def _read_form(self) -> dict[str, str]:
        content_type = self.request.content_type
        if not self._content:
            return {}
        if content_type == FORM:
            return first_values(self._content.decode("latin-1"))
        if content_type == MULTIPART:
            return multipart_fields(self._content, self.request.headers.get("content-type") or "")
        return {}


def first_values(text: str) -> dict[str, str]:
    """The first value of each field of a form or a query; empty where it is none."""
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=FORM_FIELDS)
    except ValueError:
        return {}
    return dict(reversed(pairs))


def step_into(document: Json, path: tuple[str, ...]) -> Json:
    """Follow names and indexes into a document; None where the way ends."""
    for step in path:
        if type(document) is dict:
            document = document.get(step)
        elif isinstance(document, list):
            if not step.isdecimal() or int(step) >= len(document):
                return None
            document = document[int(step)]
        else:
            return None
    return document


def text_of(value: Json) -> str | None:
    """A single value as text; None for lists, objects and null."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return None

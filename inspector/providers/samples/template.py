"""Fills what is new into a body: `${name}` inside a text, or alone in it, where a number becomes a JSON number.

What many bodies of a provider share stands once in `resources/samples/PROVIDER/parts/NAME.json`, and is named by an
object's `"$include": "NAME"`; the other fields of that object replace those of the part, new ones stand behind them.
"""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import urlencode

from inspector.core.headers import Headers
from inspector.core.resources import resource
from inspector.providers.samples.sample import Sample, Values, Written

NAME = re.compile(r"\$\{(\w+)\}")
INCLUDE = "$include"
PARTS = "parts"
"""The folder of what is included."""

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def body_of(sample: Sample, values: Values, written: Written) -> bytes:
    """The body of a sample, written in that way."""
    return write(fill(_template(sample.provider, sample.file), values), sample, written)


def write(document: Json, sample: Sample, written: Written) -> bytes:
    """A document as the provider of a sample would send it."""
    if written == "text":
        assert isinstance(document, str)
        return document.encode()
    if written == "form":
        return urlencode(_fields(document)).encode()
    if written == "multipart":
        return _multipart(_fields(document), _boundary(sample))
    if written == "indented":
        return (json.dumps(document, ensure_ascii=False, indent=2) + sample.end).encode()
    separators = (", ", ": ") if written == "spaced" else (",", ":")
    return (json.dumps(document, ensure_ascii=False, separators=separators) + sample.end).encode()


def headers_of(sample: Sample, values: Values) -> Headers:
    """The header fields of a sample."""
    return Headers.of(*((name, fill_text(value, values)) for name, value in sample.headers))


def fill(template: Json, values: Values) -> Json:
    """The document with every name replaced. Raises KeyError for a name that has no value."""
    if isinstance(template, dict):
        return {name: fill(value, values) for name, value in template.items()}
    if isinstance(template, list):
        return [fill(value, values) for value in template]
    if isinstance(template, str):
        whole = NAME.fullmatch(template)
        return values[whole[1]] if whole else fill_text(template, values)
    return template


def fill_text(template: str, values: Values) -> str:
    """The text with every name replaced. Raises KeyError for a name that has no value."""
    return NAME.sub(lambda found: str(values[found[1]]), template)


def include(template: Json, provider: str) -> Json:
    """The template with every part of that provider's in its place."""
    if isinstance(template, list):
        return [include(entry, provider) for entry in template]
    if not isinstance(template, dict):
        return template
    own = {name: include(value, provider) for name, value in template.items() if name != INCLUDE}
    if INCLUDE not in template:
        return own
    part = _read(provider, PARTS, f"{template[INCLUDE]}.json")
    assert isinstance(part, dict)
    return part | own


def _fields(document: Json) -> list[tuple[str, str]]:
    """The fields of a form: one for each entry of a list of texts; objects and lists of them are JSON in one field."""
    assert isinstance(document, dict)
    fields: list[tuple[str, str]] = []
    for name, value in document.items():
        if isinstance(value, list) and all(isinstance(entry, str | int) for entry in value):
            fields += [(name, str(entry)) for entry in value]
        elif isinstance(value, dict | list):
            fields.append((name, json.dumps(value, ensure_ascii=False, separators=(",", ":"))))
        else:
            fields.append((name, str(value)))
    return fields


def _multipart(fields: Iterable[tuple[str, str]], boundary: str) -> bytes:
    """A multipart form without files (RFC 7578)."""
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields
    ]
    return ("".join(parts) + f"--{boundary}--\r\n").encode()


def _boundary(sample: Sample) -> str:
    """What stands between the parts, as the sample's own Content-Type says."""
    told = next(value for name, value in sample.headers if name.lower() == "content-type")
    return told.partition("boundary=")[2].strip('"')


@lru_cache(maxsize=512)
def _template(provider: str, file: str) -> Json:
    return _read(provider, f"{file}.json")


def _read(provider: str, *path: str) -> Json:
    template: Json = json.loads(resource("samples", provider, *path).read_text(encoding="utf-8"))
    return include(template, provider)

"""Fills what is new into a body: `${name}` inside a text, or alone in it, where a number becomes a JSON number."""

import json
import re
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import urlencode

from inspector.core.headers import Headers
from inspector.core.resources import resource
from inspector.providers.samples.sample import Sample, Values, Written

NAME = re.compile(r"\$\{(\w+)\}")

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def body_of(sample: Sample, values: Values, written: Written) -> bytes:
    """The body of a sample, written in that way."""
    document = fill(_template(sample.provider, sample.file), values)
    if written == "form":
        assert isinstance(document, dict)
        return urlencode({name: str(value) for name, value in document.items()}).encode()
    if written == "indented":
        return json.dumps(document, ensure_ascii=False, indent=2).encode()
    separators = (", ", ": ") if written == "spaced" else (",", ":")
    return json.dumps(document, ensure_ascii=False, separators=separators).encode()


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


@lru_cache(maxsize=64)
def _template(provider: str, file: str) -> Json:
    template: Json = json.loads(resource("samples", provider, f"{file}.json").read_text(encoding="utf-8"))
    return template

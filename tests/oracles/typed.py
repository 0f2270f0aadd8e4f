"""Samples as a library's own types describe them: nothing is missing, and nothing is there that they do not know."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

from pydantic import BaseModel, TypeAdapter

from inspector.providers.samples.making import make
from inspector.providers.samples.registry import events_of


def unknown_fields(provider: str, types: object) -> set[str]:
    """The fields of a provider's samples that its library's types have no name for. Raises where one is missing."""
    reader = TypeAdapter(types)
    return {
        f"{sample.event}: {name}"
        for sample in events_of(provider)
        for name in _unknown(reader.validate_python(json.loads(body_of(provider, sample.event))), "")
    }


def body_of(provider: str, event: str) -> bytes:
    """The body of a sample, made now."""
    return make(provider, event, now=datetime.now(UTC)).body.read()


def _unknown(value: object, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _unknown(one, path)
    elif isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name), f"{path}.{name}")

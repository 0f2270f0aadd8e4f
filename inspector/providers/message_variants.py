"""Other messages around the same body: a time in another unit, the parts joined another way."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from inspector.core.verdict import Cause
from inspector.providers.scheme import Scheme

SEPARATORS = (b"", b".", b":", b"|", b"\n", b",", b"&")


class MessageVariant(NamedTuple):
    """The bytes before and after the body, what was changed, and words that follow "when"."""

    causes: tuple[Cause, ...]
    words: tuple[str, ...]
    before: bytes
    after: bytes


def plain_message(scheme: Scheme, values: Mapping[str, bytes]) -> MessageVariant:
    """The message as the scheme makes it."""
    return MessageVariant((), (), *scheme.message.compose(values))


def message_variants(scheme: Scheme, values: Mapping[str, bytes]) -> list[MessageVariant]:
    """All other messages; none twice."""
    plain = plain_message(scheme, values)
    seen = {(plain.before, plain.after)}
    found: list[MessageVariant] = []
    for variant in (*_times(scheme, values), *_layouts(scheme, values)):
        if (variant.before, variant.after) not in seen:
            seen.add((variant.before, variant.after))
            found.append(variant)
    return found


def _times(scheme: Scheme, values: Mapping[str, bytes]) -> Iterator[MessageVariant]:
    if scheme.timestamp is None or scheme.timestamp.unit == "iso8601":
        return
    name = scheme.timestamp.part
    raw = values.get(name, b"")
    if not raw.isdigit() or len(raw) > 20:
        return
    for words, changed in (
        ("the time is signed in seconds, not in milliseconds", raw[:-3]),
        ("the time is signed in milliseconds, not in seconds", raw + b"000"),
    ):
        if changed:
            yield MessageVariant(("timestamp-unit",), (words,), *scheme.message.compose({**values, name: changed}))


def _layouts(scheme: Scheme, values: Mapping[str, bytes]) -> Iterator[MessageVariant]:
    message = scheme.message
    if not message.values:
        return
    yield _layout("{body}", b"", b"")
    names = [part.name for part in message.values]
    orders = [names, names[::-1], *([name] for name in names)] if len(names) > 1 else [names]
    for order, separator in product(orders, SEPARATORS):
        shown = separator.decode().replace("\n", "\\n")
        joined = separator.join(values[name] for name in order)
        braces = shown.join("{" + name + "}" for name in order)
        yield _layout(f"{braces}{shown}{{body}}", joined + separator, b"")
        yield _layout(f"{{body}}{shown}{braces}", b"", separator + joined)


def _layout(template: str, before: bytes, after: bytes) -> MessageVariant:
    return MessageVariant(("message-layout",), (f"“{template}” is signed",), before, after)

"""The gist of a payload that no template describes: what most payloads call the thing, its amount and its id."""

from inspector.providers.gist import SEPARATOR, counted
from inspector.providers.line import GIST_LIMIT, one_line
from inspector.providers.lossless import Json
from inspector.providers.money import from_major
from inspector.providers.payload import Payload, step_into, text_of

CORES = ("data.object", "data.attributes", "data", "payload", "resource", "object", "event")
"""Where payloads keep the thing they are about, the most particular first."""

AMOUNTS = ("amount", "total_price", "total_amount", "total", "price", "value")
CURRENCIES = ("currency", "currency_code")
NAMES = ("name", "full_name", "title", "subject", "summary", "email", "username", "login", "message", "text")
IDS = ("id", "uuid", "number", "key", "reference")
STATES = ("status", "state", "action")

_CORE_PATHS = tuple(tuple(core.split(".")) for core in CORES)


def write_general_gist(payload: Payload) -> str | None:
    """Amount, name, id or state of the thing that a payload is about; None where none of these can be found.

    A whole number beside a currency is not taken for an amount: nothing says whether it counts cents.
    """
    document = payload.document
    if document is None:
        return _describe(dict(payload.form)) if payload.form else None
    if isinstance(document, list):
        gist = _describe(document[0]) if document else None
        return one_line(SEPARATOR.join(filter(None, (counted(len(document), "item"), gist))), GIST_LIMIT)
    for path in _CORE_PATHS:
        core = step_into(document, path)
        if isinstance(core, dict) and (gist := _describe(core)):
            return gist
    return _describe(document)


def _describe(thing: Json) -> str | None:
    if not isinstance(thing, dict):
        return None
    amount, currency = _first(thing, AMOUNTS), _first(thing, CURRENCIES)
    money = from_major(amount, currency) if amount and currency and "." in amount else None
    parts = [money, _first(thing, NAMES), _first(thing, IDS)]
    if len([part for part in parts if part]) < 2:
        parts.append(_first(thing, STATES))
    text = SEPARATOR.join(one_line(part, 60) for part in parts if part)
    return one_line(text, GIST_LIMIT) or None


def _first(thing: dict[str, Json], names: tuple[str, ...]) -> str | None:
    for name in names:
        text = text_of(thing.get(name))
        if text:
            return text
    return None

"""The gist of a payload that no template describes: its amount, what it is called, whose it is, its number.

The id stands only where these say too little, the state only where there is nothing else either.
"""

from inspector.providers.gist import SEPARATOR, counted
from inspector.providers.line import GIST_LIMIT, one_line
from inspector.providers.lossless import Json
from inspector.providers.money import from_major
from inspector.providers.payload import Payload, step_into, text_of

CORES = ("data.object", "data.attributes", "data", "payload", "resource", "object", "event")
"""Where payloads keep the thing they are about, the most particular first."""

AMOUNTS = ("amount", "total_price", "total_amount", "total", "price", "value")
CURRENCIES = ("currency", "currency_code")
MONEYS = (*AMOUNTS, "money", "total_money", "amount_money", "price_summary")
"""Names under which amount and currency may stand together."""
PARTS_OF_MONEY = ("value", "amount", "total")
NAMES = (
    "name", "full_name", "display_name", "title", "subject", "summary", "email", "email_address", "username", "login",
    "message", "text", "filename", "phone_number", "phone",
)  # fmt: skip
PEOPLE = ("customer", "user", "contact", "buyer", "payer", "subscriber", "recipient", "author", "sender", "owner")
"""Under which a person stands, whose name or address says more than an id."""
NUMBERS = ("number", "order_number", "invoice_number", "reference", "tracking_number", "tracking_code")
"""What people call a thing by."""
IDS = ("id", "uuid", "key")
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
    parts = [_money(thing), _first(thing, NAMES), _person(thing), _first(thing, NUMBERS)]
    if len([part for part in parts if part]) < 2:
        parts.append(_first(thing, IDS))
    if len([part for part in parts if part]) < 2:
        parts.append(_first(thing, STATES))
    text = SEPARATOR.join(dict.fromkeys(one_line(part, 60) for part in parts if part))
    return one_line(text, GIST_LIMIT) or None


def _money(thing: dict[str, Json]) -> str | None:
    amount, currency = _first(thing, AMOUNTS), _first(thing, CURRENCIES)
    if amount and currency:
        return from_major(amount, currency) if "." in amount else None
    for name in MONEYS:
        inner = thing.get(name)
        if isinstance(inner, dict):
            amount, currency = _first(inner, PARTS_OF_MONEY), _first(inner, CURRENCIES)
            return from_major(amount, currency) if amount and currency and "." in amount else None
    return None


def _person(thing: dict[str, Json]) -> str | None:
    for name in PEOPLE:
        inner = thing.get(name)
        if isinstance(inner, dict) and (text := _first(inner, NAMES)):
            return text
    return None


def _first(thing: dict[str, Json], names: tuple[str, ...]) -> str | None:
    for name in names:
        text = text_of(thing.get(name))
        if text:
            return text
    return None

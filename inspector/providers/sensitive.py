"""Which places of a request hold a secret that its sender sent along: shown only on purpose, named before an export."""

from inspector.core.secret_query import NAMES as PARAMETERS
from inspector.providers.chosen_field import CHOSEN, chosen_fields
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider

NAMES = (
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "X-Api-Key",
    "Api-Key",
    "X-Auth-Token",
    "X-Access-Token",
    "X-Csrf-Token",
    "X-Amz-Security-Token",
    "X-Goog-Iap-Jwt-Assertion",
    "X-Forwarded-Access-Token",
    "X-Webhook-Secret",
    "X-Webhook-Token",
    "X-Secret-Token",
    "X-Telegram-Bot-Api-Secret-Token",
    "X-Hook-Secret",
)
"""Header fields that are secret whoever sends them."""

MOST_ROWS = 1000
"""Places of one list that are named; those behind them have the same name and are hidden and left out with them."""

HEADERS = {name.lower().encode(): f"header:{name}" for name in NAMES}
_NAMES = frozenset(HEADERS)


def sensitive_places(payload: Payload, provider: Provider | None) -> tuple[str, ...]:
    """The places, written as everywhere: `header:X-Gitlab-Token`, `json:token`."""
    first = payload.first
    found = [] if _NAMES.isdisjoint(first) else sorted(HEADERS[name] for name in HEADERS.keys() & first.keys())
    if "?" in payload.request.target:
        query = payload.query
        found += [f"query:{name}" for name in PARAMETERS if query.get(name)]
    if provider is not None and provider.sensitive:
        for place in provider.sensitive:
            if place == CHOSEN:
                found += [f"header:{field.name}" for field in chosen_fields(payload.request)]
            elif ".*." in place.name:
                found += [name for name, text in payload.rows(place) if text is not None][:MOST_ROWS]
            elif payload.value(place) is not None:
                found.append(str(place))
    return tuple(dict.fromkeys(found)) if found else ()

"""By what the same event is known again when it comes under another delivery id."""

from hashlib import blake2b

from inspector.providers.line import DELIVERY_ID_LIMIT, one_line
from inspector.providers.payload import Payload, text_of
from inspector.providers.provider import Provider

SEPARATOR = " "
STATE_LIMIT = 2_000
"""Characters of a state that count; a longer one is compared by its beginning."""


def event_key(provider: Provider, event: str | None, payload: Payload) -> str | None:
    """The event's name, the id of what it is about, and its state in short; None where no id is there.

    One thing is updated many times, and one message is sent, delivered and read under the same id.
    """
    id = payload.first_text(provider.event_key)
    if not id or len(id) > DELIVERY_ID_LIMIT // 2:
        return None
    parts = [event or "", one_line(id, DELIVERY_ID_LIMIT // 2), _state(provider, payload)]
    return SEPARATOR.join(filter(None, parts))


def _state(provider: Provider, payload: Payload) -> str:
    if not provider.event_state:
        return ""
    found = [payload.value(place) for place in provider.event_state]
    if not any(found):
        return ""
    # Lists, not generators: this is done for every request, and of most places there is nothing.
    texts = ["None" if value is None else text_of(value) or repr(value) for value in found]
    written = "\0".join([text[:STATE_LIMIT] for text in texts])
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()

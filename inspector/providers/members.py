"""Lists of which every member is signed by itself: one that was put in unsigned must not pass with a good first one."""

from inspector.core.secret import Secret
from inspector.providers.checking import check
from inspector.providers.lossless import Json
from inspector.providers.payload import Payload
from inspector.providers.reading import Reading, read


def unmatched(reading: Reading, secret: Secret) -> tuple[int, int]:
    """How many members are not signed with the secret that the first one is signed with, and how many there are."""
    payload, each = reading.subject.payload, reading.scheme.each
    members = None if each is None else payload.value(each)
    if each is None or not isinstance(members, list):
        return 0, 1
    bad = 0
    for member in members[1:]:
        alone = Payload(payload.request, None)
        alone.document = _at(each.path, [member])
        one = read(reading.scheme, alone)
        bad += one is None or check(one, (secret,), b"").secret is None
    return bad, len(members)


def _at(path: tuple[str, ...], members: list[Json]) -> Json:
    """A document that holds nothing but these members at a place."""
    document: Json = members
    for name in reversed(path):
        document = {name: document}
    return document

"""Lists of which every member is signed by itself: one that was put in unsigned must not pass with a good first one."""

from inspector.core.secret import Secret
from inspector.providers.checking import check
from inspector.providers.lossless import Json
from inspector.providers.payload import Payload
from inspector.providers.place import Place, place
from inspector.providers.reading import Reading, read
from inspector.providers.scheme import Scheme


def unmatched(reading: Reading, secret: Secret) -> tuple[int, int]:
    """How many members are not signed with the secret that the first one is signed with, and how many there are."""
    if reading.scheme.each is None:
        return 0, 1
    others = further(reading.scheme, reading.subject.payload)
    bad = 0
    for _, alone in others:
        one = read(reading.scheme, alone)
        bad += one is None or check(one, (secret,), b"").secret is None
    return bad, len(others) + 1


def further(scheme: Scheme, payload: Payload) -> list[tuple[Place, Payload]]:
    """Of a list whose members are signed one by one all but the first: each as if it stood alone, and the place of its
    signature where it stands."""
    each, path = scheme.each, scheme.place.path
    members = None if each is None else payload.value(each)
    if each is None or not isinstance(members, list):
        return []
    found = []
    behind = path[len(each.path) + 1 :]
    for number, member in enumerate(members[1:], 1):
        alone = Payload(payload.request, None)
        alone.document = _at(each.path, [member])
        found.append((place("json:" + ".".join((*each.path, str(number), *behind))), alone))
    return found


def _at(path: tuple[str, ...], members: list[Json]) -> Json:
    """A document that holds nothing but these members at a place."""
    document: Json = members
    for name in reversed(path):
        document = {name: document}
    return document

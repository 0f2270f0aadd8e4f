"""Persona's signatures, several while secrets rotate."""

import pytest

from inspector.providers.entries.identity import MOST_SETS, PairSets
from inspector.providers.layout import Pairs
from inspector.providers.signing import sign_request
from tests.providers.made import NOW, judged, request, secret, with_header

SETS = PairSets(pairs=Pairs(name="v1", fields=("t",)))


@pytest.mark.parametrize(
    ("value", "signatures", "time"),
    [
        ("t=1,v1=a", ["a"], "1"),
        ("t=1,v1=a t=1,v1=b", ["a", "b"], "1"),
        ("t=1,v1=a t=2,v1=b", ["a"], "1"),
        ("t=1 t=2,v1=b", ["b"], "2"),
        ("v1=a", ["a"], None),
        ("", [], None),
        ("t=1", [], None),
    ],
)
def test_signatures_of_the_first_time_count(value: str, signatures: list[str], time: str | None) -> None:
    """A signature is never read with another one's time."""
    found = SETS.read(value)

    assert (list(found.signatures), found.fields.get("t")) == (signatures, time)


def test_more_sets_than_anybody_has_are_not_read() -> None:
    """A header of any length ends."""
    assert len(SETS.read("t=1,v1=a " * 10_000).signatures) == MOST_SETS


def test_it_is_written_as_it_is_read() -> None:
    """One set for each secret."""
    assert SETS.write(["a", "b"], {"t": "1"}) == "t=1,v1=a t=1,v1=b"


def test_either_secret_is_valid_while_they_rotate() -> None:
    """The new one's signature stands behind the old one's."""
    body = b'{"data":{"type":"event","id":"evt_1","attributes":{"name":"inquiry.approved"}}}'
    made = [sign_request("persona", request({}, body), secret=key, now=NOW) for key in (b"old", b"new")]
    both = with_header(made[0], "Persona-Signature", " ".join(m.headers.get("persona-signature") or "" for m in made))

    assert judged(both, secret("persona", b"old")).verdict.status == "valid"
    assert judged(both, secret("persona", b"new")).verdict.status == "valid"
    assert judged(both, secret("persona", b"other")).verdict.status == "invalid"

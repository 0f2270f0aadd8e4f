"""What is typed into the dialogs that are painted."""

import hashlib

from inspector.providers.app_seen import read_seen
from picture_signing import printed


def test_the_painted_app_hashes_what_it_wrote_again() -> None:
    """Its line is one that the dialog reads: length and SHA-256 of what `json.dumps` makes of the body."""
    seen = read_seen(printed(b'{"a":1}'))

    assert (seen.size, seen.digest, seen.is_sha256) == (8, hashlib.sha256(b'{"a": 1}').digest(), True)

"""What keeping gave."""

from inspector.core.capture import RECEIVED
from inspector.store.kept import Kept


def test_a_first_arrival_is_the_default() -> None:
    """Only what is special of a capture is said."""
    assert Kept(id=1) == Kept(id=1, attempt=1, duplicate_of=None, repeat=None, origin=RECEIVED)

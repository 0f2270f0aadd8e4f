"""Which pictures are kept."""

from picture_stage import Wanted


def test_named_pictures_are_kept_or_all() -> None:
    """None stands for all of them."""
    some = Wanted(states=frozenset(("valid",)), history=0)

    assert (some.has("valid"), some.has("empty")) == (True, False)
    assert Wanted(states=None, history=0).has("empty")

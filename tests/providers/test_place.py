"""Where values stand."""

import pytest

from inspector.providers.place import place, places


def test_places_are_read() -> None:
    """Headers are looked up in lower case, documents step by step; without a kind a place is in the document."""
    assert place("header:X-GitHub-Event").key == b"x-github-event"
    assert place("json:data.object.id").path == ("data", "object", "id")
    assert place("items.0.id").path == ("items", "0", "id")
    assert [str(one) for one in places("form:command", "token")] == ["form:command", "json:token"]


@pytest.mark.parametrize("text", ["", "header:", "cookie:a"])
def test_what_is_no_place(text: str) -> None:
    """A typing error in an entry fails when it is imported."""
    with pytest.raises(ValueError, match="place"):
        place(text)

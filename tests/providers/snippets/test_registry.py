"""The languages that are offered."""

from inspector.providers.snippets.registry import LANGUAGES, find_language


def test_all_five_are_there() -> None:
    """Each is found by its id and has a file name of its own."""
    assert [one.id for one in LANGUAGES] == ["python", "javascript", "go", "php", "ruby"]
    assert all(find_language(one.id) is one for one in LANGUAGES)
    assert len({one.file for one in LANGUAGES}) == len(LANGUAGES)
    assert find_language("perl") is None

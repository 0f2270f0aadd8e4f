"""Values as people write them."""

import pytest

from inspector.core.errors import UsageError
from inspector.gui.views.preferences.table import PREFERENCES, Preference
from inspector.gui.views.preferences.values import read, written


def preference(setting: str) -> Preference:
    """The entry of a setting."""
    return next(one for one in PREFERENCES if one.setting == setting)


@pytest.mark.parametrize(
    ("setting", "text", "value", "again"),
    [
        ("port", " 9000 ", 9000, "9000"),
        ("port", "0", 0, "0"),
        ("max_body", "512kb", 524_288, "512 KB"),
        ("max_body", "1.5 GB", 1_610_612_736, "1536 MB"),
        ("max_body", "1000", 1000, "1000 B"),
        ("head_timeout", "500 ms", 0.5, "0.5 s"),
        ("keep_alive", "2m", 120.0, "120 s"),
        ("body_timeout", "7", 7.0, "7 s"),
        ("host", "[::1]", "::1", "::1"),
        ("host", "localhost", "localhost", "localhost"),
        ("public_url", "https://abc.example.com/", "https://abc.example.com", "https://abc.example.com"),
        ("public_url", "", "", ""),
        ("target", " 3000 ", "3000", "3000"),
        ("target", "", "", ""),
    ],
)
def test_what_is_typed_is_understood_and_shown_again(setting: str, text: str, value: object, again: str) -> None:
    """With units as people write them, and nothing is rounded."""
    one = preference(setting)

    assert read(one, text) == value
    assert written(one.kind, value) == again


@pytest.mark.parametrize(
    ("setting", "text", "expected"),
    [
        ("port", "70000", "0 to 65535"),
        ("port", "http", "0 to 65535"),
        ("port", "²", "0 to 65535"),
        ("max_body", "much", "512 KB"),
        ("max_body", "0", "from 1 B to 1 TB"),
        ("head_timeout", "0 s", "from 0.1 s to 86400 s"),
        ("host", "http://127.0.0.1", "without http://"),
        ("host", "127.0.0.1:80", "without a port"),
        ("host", "300.1.1.1", "address of this machine"),
        ("host", "", "address of this machine"),
        ("public_url", "abc.example.com", "begins with https://"),
        ("public_url", "https://user:pass@example.com", "begins with https://"),
        ("public_url", "https://[", "begins with https://"),
        ("public_url", "https://example.com/hooks", "without a path"),
        ("target", "http://", "host"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(setting: str, text: str, expected: str) -> None:
    """It says what to write instead."""
    with pytest.raises(UsageError) as refused:
        read(preference(setting), text)

    assert expected in str(refused.value)
    assert str(refused.value).endswith(".")

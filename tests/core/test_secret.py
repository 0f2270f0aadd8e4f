"""Secrets never show themselves."""

import pytest

from inspector.core.secret import Secret, SecretName


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        (b"whsec_abcdef", "whsec_••••••••"),
        (b"whsk_abcdef", "whsk_••••••••"),
        (b"abcdef", "••••••••"),
        (b"\xff\x00", "••••••••"),
        (b"", "••••••••"),
    ],
)
def test_a_masked_secret_tells_its_kind_at_most(value: bytes, masked: str) -> None:
    """A known prefix stays, the length does not show."""
    secret = Secret(provider="stripe", name="test", value=value)

    assert secret.masked == masked


def test_no_text_of_a_secret_holds_its_value() -> None:
    """Neither in a log nor in an error."""
    secret = Secret(provider="stripe", name="test", value=b"whsec_abcdef")

    assert "abcdef" not in f"{secret!r} {secret!s} {(secret,)}"
    assert "stripe" in repr(secret)


def test_names_are_listed_by_provider_and_name() -> None:
    """A sorted list is the one that is shown."""
    names = [SecretName(provider="b", name="a"), SecretName(provider="a", name="z"), SecretName(provider="a", name="b")]

    assert [(name.provider, name.name) for name in sorted(names)] == [("a", "b"), ("a", "z"), ("b", "a")]
    assert names[0].kept == "keyring"

"""What the window asks for about secrets."""

from inspector.core.secret_wishes import AddSecret, ChangePassphrase, UnlockSecrets


def test_no_wish_shows_what_must_not_be_seen() -> None:
    """Values and passphrases stay out of tracebacks and logs."""
    wishes = (
        AddSecret(provider="stripe", name="a", value="hush"),
        UnlockSecrets(passphrase="hush"),
        ChangePassphrase(old="hush", new="hush"),
    )

    assert "hush" not in repr(wishes)

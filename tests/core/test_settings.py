"""Habits and their defaults."""

from inspector.core.settings import Settings


def test_without_settings_nobody_else_reaches_the_listener() -> None:
    """Loopback, the documented port, no address outside this machine agreed to."""
    settings = Settings()

    assert (settings.host, settings.port) == ("127.0.0.1", 8765)
    assert (settings.target, settings.confirmed_targets, settings.secrets) == ("", (), ())


def test_limits_are_the_documented_ones() -> None:
    """100 MiB, 15 s for a head, 30 s without a byte, 75 s between requests."""
    settings = Settings()

    assert settings.max_body == 100 * 1024 * 1024
    assert (settings.head_timeout, settings.body_timeout, settings.keep_alive) == (15, 30, 75)
    assert settings.synchronous == "normal"

"""The limits are those of the settings."""

from inspector.core.body import LARGE
from inspector.core.settings import Settings
from inspector.listener.limits import Limits


def test_the_defaults_agree_with_the_settings() -> None:
    """A listener without settings behaves as one with the default settings."""
    limits, settings = Limits(), Settings()

    assert limits.large == LARGE
    assert (limits.max_body, limits.head_timeout, limits.body_timeout, limits.keep_alive) == (
        settings.max_body, settings.head_timeout, settings.body_timeout, settings.keep_alive,
    )  # fmt: skip

"""Settings and the listener's limits."""

from inspector.core.settings import Settings
from inspector.engine.limiting import limits_of


def test_each_limit_is_that_of_the_settings() -> None:
    """Sizes in bytes, times in seconds."""
    limits = limits_of(Settings(max_body=5, head_timeout=1.5, body_timeout=2.5, keep_alive=3.5))

    assert (limits.max_body, limits.head_timeout, limits.body_timeout, limits.keep_alive) == (5, 1.5, 2.5, 3.5)

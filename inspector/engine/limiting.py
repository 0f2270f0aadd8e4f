"""What the settings say of the limits of the listener."""

from inspector.core.settings import Settings
from inspector.listener.limits import Limits


def limits_of(settings: Settings) -> Limits:
    """What the settings say of the listener."""
    return Limits(
        max_body=settings.max_body,
        head_timeout=settings.head_timeout,
        body_timeout=settings.body_timeout,
        keep_alive=settings.keep_alive,
    )

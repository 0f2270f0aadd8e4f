"""Why a delivery came again."""

from inspector.core.capture import Repeat


def repeat_of(*, status: int | None, duration_ms: float | None, deadline_s: float | None, retries: bool) -> Repeat:
    """Say why a delivery id arrived again, from what its previous arrival was told.

    `status` and `duration_ms` are of the previous arrival's response (None where none was recorded), `deadline_s` how
    long the sender waits, `retries` whether it tries again by itself.
    """
    answered = status is not None and 200 <= status < 300
    in_time = duration_ms is None or deadline_s is None or duration_ms <= deadline_s * 1000
    if answered and in_time:
        return "duplicate" if retries else "redelivery"
    return "retry" if retries else "redelivery"

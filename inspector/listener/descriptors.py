"""How many connections the system lets us have open."""

import contextlib
import sys

if sys.platform != "win32":
    import resource

RESERVE = 128
"""Descriptors for everything else: the store, files of large bodies, sending, and one
batch of connections on their way in."""

_WISHED = 10_240
_PLENTY = 16_384


def raise_limit() -> int:
    """Raise the soft limit of open files as far as allowed; returns how many connections may be open at once."""
    if sys.platform == "win32":
        return _PLENTY
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wished = _WISHED if hard == resource.RLIM_INFINITY else min(hard, _WISHED)
    if soft != resource.RLIM_INFINITY and soft < wished:
        # macOS may allow less than its hard limit says.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wished, hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if soft == resource.RLIM_INFINITY:
        return _PLENTY
    return max(soft - RESERVE, soft // 2)

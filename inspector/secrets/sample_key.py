"""The key from which the secrets of sample events are derived: 32 random bytes in the config folder, made once."""

import os
from pathlib import Path

from inspector.secrets import made_once

SIZE = 32
"""Bytes."""


def read_or_make(path: Path) -> bytes:
    """The key, made where there is none yet. Raises ResourceError where it can be neither read nor made."""
    return made_once.read_or_make(path, is_ours=lambda key: len(key) == SIZE, make=lambda: os.urandom(SIZE))

"""Compares what an app saw with what came; without the engine, so that a command starts quickly."""

from pathlib import Path

from inspector.core.app_messages import AppAnswer
from inspector.core.errors import UsageError
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.engine.reading import plain
from inspector.providers.app_beside import beside_of
from inspector.providers.app_check import check_app
from inspector.providers.app_macs import macs_of
from inspector.providers.app_seen import Seen
from inspector.providers.basis import Basis
from inspector.providers.frameworks import find_framework

LARGEST = 256 * 1024 * 1024
"""Bytes of a file that is read for a body."""


def compared(request: Request, judgement: Judgement, basis: Basis, seen: Seen, framework: str) -> AppAnswer:
    """What an app that saw this did."""
    macs = macs_of(request, judgement, basis, decode=plain)
    beside = beside_of(request, judgement, basis, decode=plain)
    return check_app(request, seen, framework=find_framework(framework), macs=macs, beside=beside, decode=plain)


def read_body(path: Path) -> bytes:
    """The bytes that an app saw, from a file. Raises UsageError."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"The file {path} cannot be read: {error.strerror}.") from error
    if len(content) > LARGEST:
        raise UsageError(f"The file {path} is larger than {LARGEST // 1024**2} MiB, which no body here is.")
    return content

"""`capture:ID`, where a secret may be taken from: the handshake by which its provider handed it over."""

from inspector.cli.ids import find_id
from inspector.cli.opening import opened
from inspector.cli.options import Common
from inspector.core.errors import NothingError, UsageError
from inspector.core.paths import Paths
from inspector.providers.handshakes.handed_over import handed_over

CAPTURE = "capture:"
"""How such a source begins."""


def read_captured(common: Common, paths: Paths, provider: str, source: str) -> bytes:
    """The secret that came with the capture that a source names.

    Raises NothingError where none came with it, and UsageError where it is another provider's.
    """
    with opened(paths, common.notice) as here:
        capture = here.reader.capture(find_id(here.reader, source.removeprefix(CAPTURE)))
    value = handed_over(capture.request, capture.judgement)
    if value is None:
        raise NothingError(f"No secret came with capture {capture.id}; only some handshakes hand one over.")
    if capture.judgement.provider != provider:
        raise UsageError(f"The secret of capture {capture.id} is one of {capture.judgement.provider}.")
    return value.encode("utf-8", "surrogateescape")

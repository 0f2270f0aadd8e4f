"""Murf's own library, which gets signature and time handed in."""

import sys

from murf.utils import validate_hmac

from inspector.core.request import Request
from inspector.providers.entries.murf import SIGNATURE_FIELD, TIME_FIELD
from tests.oracles.comparing import TimedComparison


class TestMurf(TimedComparison):
    """`murf.utils.validate_hmac`; how old a call may be its caller says."""

    provider = "murf"
    checks_age = False

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        time, signature = (request.headers.get(name) or "" for name in (TIME_FIELD, SIGNATURE_FIELD))
        return bool(validate_hmac(secret.decode(), request.body.read().decode(), time, signature, sys.maxsize))

"""Answers handshakes, with what the settings say of them; counts those whose answer is made with a secret."""

import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import replace

from inspector.core.public_address import public_url_of
from inspector.core.request import Request
from inspector.core.response import Response
from inspector.core.settings import Settings
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.handshakes.answering import MOST, SWITCHED_OFF, TOO_MANY, answer_of, refusal_of
from inspector.providers.handshakes.handshake import Answer, Asked, Handshake, Refused
from inspector.providers.handshakes.recognition import handshake_of, named
from inspector.providers.payload import Payload

log = logging.getLogger(__name__)

MINUTE = 60.0
VERIFIED = {"valid": True, "invalid": False, "unsigned": False}


class Handshaking:
    """Asked for every request that was judged to be a handshake. `on` and `expected_provider`, where they are given,
    count instead of the settings: a command's options do not change the settings."""

    def __init__(self, *, settings: Callable[[], Settings], basis: Callable[[], Basis]) -> None:
        self.on: bool | None = None
        self.expected_provider: str | None = None
        self._settings = settings
        self._basis = basis
        self._answered: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=MOST))

    @property
    def expected(self) -> str:
        """The id of the provider whom the endpoint is for, or empty."""
        return self._settings().expected_provider if self.expected_provider is None else self.expected_provider

    def respond(self, request: Request, judgement: Judgement, planned: Response) -> tuple[Judgement, Response]:
        """The handshake's own response, or the planned one with the reason; and the judgement, with the sender named
        where the answer told who it is. Never raises."""
        try:
            return self._respond(request, judgement, planned)
        except Exception:  # a bug of ours must cost nobody their capture
            log.exception("answering a handshake failed")
            return judgement, replace(planned, why="Not answered: that failed; see the log.")

    def _respond(self, request: Request, judgement: Judgement, planned: Response) -> tuple[Judgement, Response]:
        basis = self._basis()
        payload = Payload(request, request.body.content)
        handshake = handshake_of(payload, judgement.provider, basis.expected)
        if handshake is None:
            return judgement, planned
        if not (self._settings().handshakes if self.on is None else self.on):
            return judgement, replace(planned, why=SWITCHED_OFF)
        answer = self._answer(handshake, asked(handshake, payload, judgement, basis), basis.expected)
        if isinstance(answer, Refused):
            return judgement, replace(planned, why=answer.why)
        if answer.provider and judgement.provider is None:
            judgement = named(judgement, answer.provider)
        return judgement, replace(answer.response, why=answer.why)

    def _answer(self, handshake: Handshake, asked: Asked, expected: str) -> Answer:
        refusal = refusal_of(handshake, asked, expected)
        if refusal is not None:
            return refusal
        if handshake.limited and not self._may(handshake.provider):
            return Refused(why=TOO_MANY)
        return answer_of(handshake, asked)

    def _may(self, provider: str) -> bool:
        """Whether another answer may be given now; counts it."""
        times, now = self._answered[provider], time.monotonic()
        if len(times) == MOST and now - times[0] < MINUTE:
            return False
        times.append(now)
        return True


def asked(handshake: Handshake, payload: Payload, judgement: Judgement, basis: Basis) -> Asked:
    """What a handshake's answer may depend on: of the secrets those of its provider alone."""
    request, verdict = payload.request, judgement.verdict
    base = basis.public_url or public_url_of(request.headers, request.host, ())
    return Asked(
        payload=payload,
        challenge=(payload.text(handshake.challenge) or "") if handshake.challenge is not None else "",
        secrets={id: basis.secrets[id] for id in handshake.asks if id in basis.secrets},
        verified=VERIFIED.get(verdict.status),
        matched=verdict.secret,
        url=base.rstrip("/") + request.path if base else "",
    )

"""What happens to a request that arrives, in order: judge, keep, decide the response, respond, announce.

The only place that writes this order down. Nothing here waits: the store keeps what came within one turn of the loop in
one transaction and calls back.
"""

from collections.abc import Callable
from dataclasses import replace

from inspector.core.capture import Arrival
from inspector.core.errors import InspectorError
from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.request import Request
from inspector.core.response import DEFAULT_RESPONSE, Response, refusal
from inspector.engine.asking_outside import concerns
from inspector.engine.handshaking import Handshaking
from inspector.listener.exchange import Exchange
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.store.group_commit import GroupCommit, Kept

NOT_STORED = refusal(503, "This request could not be stored, so it was not accepted. Please send it again later.")


class Receiving:
    """Takes requests from the listener and gives each its response once it is stored."""

    def __init__(
        self,
        commit: GroupCommit,
        *,
        basis: Callable[[], Basis],
        handshaking: Handshaking,
        on_unexplained: Callable[[int], None],
        on_keyless: Callable[[int], None],
        on_refused: Callable[[InspectorError], None],
        on_stored: Callable[[], None],
    ) -> None:
        self.response: Response = DEFAULT_RESPONSE
        self._commit = commit
        self._basis = basis
        self._handshaking = handshaking
        self._on_unexplained = on_unexplained
        self._on_keyless = on_keyless
        self._on_refused = on_refused
        self._on_stored = on_stored
        self._last_sent = (DEFAULT_RESPONSE, NO_HEADERS, DEFAULT_RESPONSE)

    def receive(self, request: Request, exchange: Exchange) -> None:
        """Judge a request and put it in line for the store; the response follows its commit."""
        judgement = judge(request, self._basis())
        response = exchange.refusal or self.response
        if judgement.handshake is not None and exchange.refusal is None:
            judgement, response = self._handshaking.respond(request, judgement, response)
        sent = self._as_sent(response, exchange.sent_headers(response)) if exchange.is_open else None

        def kept(outcome: Kept | InspectorError) -> None:
            if isinstance(outcome, InspectorError):
                exchange.respond(NOT_STORED, None)
                self._on_refused(outcome)
                return
            exchange.respond(response, outcome.id)
            self._on_stored()
            if not judgement.verdict.final:
                self._on_unexplained(outcome.id)
            elif concerns(judgement):
                self._on_keyless(outcome.id)

        self._commit.add(Arrival(request=request, judgement=judgement, response=sent), kept)

    def _as_sent(self, response: Response, headers: Headers) -> Response:
        """The response with every field that goes out; nearly always the same as the last one."""
        planned, fields, sent = self._last_sent
        if planned is not response or fields is not headers:
            sent = replace(response, headers=headers)
            self._last_sent = (response, headers, sent)
        return sent

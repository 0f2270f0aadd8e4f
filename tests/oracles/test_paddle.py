"""Paddle's own library."""

import json
import logging
from dataclasses import dataclass

import pytest
from paddle_billing.Notifications import PaddleSignature, Secret, Verifier
from paddle_billing.Notifications.Entities.Transaction import Transaction

from inspector.core.request import Request
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field
from tests.oracles.typed import body_of

FIELD = "Paddle-Signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What the library takes for a request of any framework."""

    headers: dict[str, str]
    body: bytes


@pytest.mark.logs(logging.CRITICAL)
class TestPaddle(SigningComparison, TimedComparison):
    """`Verifier`, with its own limit of 5 s."""

    provider = "paddle"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        arrived = Arrived(headers=dict(request.headers.texts()), body=request.body.read())
        return bool(Verifier().verify(arrived, Secret(secret.decode())))

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its digest, with the time before it."""
        at = str(int(sample.received_at.timestamp()))
        digest = PaddleSignature.calculate_hmac(secret.decode(), f"{at}:".encode() + sample.body.read()).hexdigest()
        return with_field(sample, FIELD, f"ts={at};h1={digest}")


def test_it_reads_our_event() -> None:
    """It raises for a field that is missing, and for a value that is none of those that it knows."""
    event = json.loads(body_of("paddle", "transaction.completed"))

    assert Transaction.from_dict(event["data"]).id == event["data"]["id"]

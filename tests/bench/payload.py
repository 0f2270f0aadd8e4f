"""The request that the generator sends: a Stripe event of 2,100 bytes of JSON with a valid signature."""

import hmac
import json
import time
from collections.abc import Iterator

SIZE = 2100
SECRET = "whsec_bench_Yk3v9Qm2Lx7"
"""Given to the program that is measured as `stripe=text:…`; it guards nothing."""

OTHER = "whsec_bench_Pz8w1Hd5Rt3"
"""What bad signatures are made with."""

PATH = "/hooks/stripe"


def event(number: int) -> bytes:
    """The content of the `number`th event, exactly SIZE bytes."""
    content = {
        "id": f"evt_1Bench{number:012d}",
        "object": "event",
        "api_version": "2025-03-31.basil",
        "created": 1_764_000_000 + number,
        "data": {
            "object": {
                "id": f"pi_3Bench{number:012d}",
                "object": "payment_intent",
                "amount": 4900,
                "amount_received": 4900,
                "currency": "eur",
                "customer": "cus_9s6XBnVFGr",
                "status": "succeeded",
                "livemode": False,
                "payment_method_types": ["card", "sepa_debit"],
                "metadata": {"order": str(number), "filler": ""},
            }
        },
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": f"req_{number:012d}", "idempotency_key": None},
        "type": "payment_intent.succeeded",
    }
    bare = json.dumps(content, indent=2).encode()
    return bare.replace(b'"filler": ""', b'"filler": "' + b"x" * (SIZE - len(bare)) + b'"')


def request(number: int, port: int, timestamp: int, secret: str = SECRET) -> bytes:
    """The whole message of the `number`th event, signed at `timestamp`."""
    content = event(number)
    signature = hmac.new(secret.encode(), b"%d." % timestamp + content, "sha256").hexdigest()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: Stripe/1.0 (+https://stripe.com/docs/webhooks)\r\n"
        f"Accept: */*; q=0.5, application/xml\r\nContent-Type: application/json; charset=utf-8\r\n"
        f"Content-Length: {len(content)}\r\nStripe-Signature: t={timestamp},v1={signature}\r\n\r\n"
    )
    return head.encode() + content


def requests(count: int, port: int, *, first: int = 0, secret: str = SECRET) -> Iterator[bytes]:
    """`count` different messages, signed now."""
    now = int(time.time())
    return (request(number, port, now, secret) for number in range(first, first + count))

"""The order of the search over all readings of a request."""

import time

from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.causes import Case, search_causes
from inspector.providers.payload import Payload
from inspector.providers.registry import BY_ID
from inspector.providers.search import Budget
from tests.providers.made import BODY, STRIPE, basis, request, secret, signed, with_body

SENDGRID = (
    b"MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eN"
    b"Ec6wEA3F+g=="
)
"""The public key of the vector that SendGrid's library is tested with."""


def case(*own: Secret, body: bytes = BODY) -> Case:
    """A request of Stripe's, with another body than was signed."""
    made = with_body(signed("stripe"), body)
    return Case(provider=BY_ID["stripe"], payload=Payload(made, body), basis=basis(*own))


def budget(left: int = 20_000) -> Budget:
    """Time enough."""
    return Budget(until=time.monotonic() + 30, left=left)


def test_how_many_there_are_in_all() -> None:
    """When everything was tried the numbers agree; when the search stops, it is known what was left."""
    wrong = secret("stripe", b"wrong")
    whole, part = budget(), budget(700)
    searched = search_causes(case(wrong), whole)
    stopped = search_causes(case(wrong), part)

    assert searched.found is None
    assert searched.of == whole.tried
    assert part.is_spent
    assert stopped.of == whole.tried > part.tried == 700


def test_nothing_is_known_of_what_was_not_begun() -> None:
    """Where the search stops among the first changes, the bodies are not counted."""
    assert search_causes(case(secret("stripe", b"wrong")), budget(40)).of is None


def test_one_change_comes_before_two_over_all_secrets() -> None:
    """The good secret with one change of the body wins over any pair; the reading and the secret are named."""
    searched = search_causes(
        case(secret("stripe", b"wrong", "a"), secret("stripe", STRIPE, "b"), body=BODY + b"\n"), budget()
    )

    assert searched.found is not None
    assert searched.found.explained.secret.name == "b"
    assert searched.found.explained.causes == ("body-trailing-newline",)
    assert searched.found.reading.scheme.id == "stripe-v1"


def test_foreign_secrets_and_those_of_tests() -> None:
    """Secrets of other providers are tried for this one; a provider's published one comes first."""
    both = Basis(secrets={"slack": (secret("slack"),), "zendesk": (secret("zendesk", b"x"),)})
    made = Payload(signed("stripe"), BODY)

    assert [one.provider for one in Case(provider=BY_ID["stripe"], payload=made, basis=both).foreign] == [
        "slack",
        "zendesk",
    ]
    assert next(one.name for one in Case(provider=BY_ID["zendesk"], payload=made, basis=both).foreign) == "test events"


def test_a_lost_line_break_under_a_public_key() -> None:
    """SendGrid signs the line break behind its events; bodies are tried with public keys, too, one change at a time."""
    body = (
        b'[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":'
        b'"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","sg_message_id":'
        b'"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","smtp-id":'
        b'"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]'
    )
    headers = {
        "X-Twilio-Email-Event-Webhook-Timestamp": "1600112502",
        "X-Twilio-Email-Event-Webhook-Signature": (
            "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM="
        ),
    }
    whole, own = budget(), basis(secret("sendgrid", SENDGRID))
    arrived, other = (Payload(request(headers, one), one) for one in (body, body.replace(b"dropped", b"opened")))
    found = search_causes(Case(provider=BY_ID["sendgrid"], payload=arrived, basis=own), budget()).found
    nothing = search_causes(Case(provider=BY_ID["sendgrid"], payload=other, basis=own), whole)

    assert found is not None
    assert found.explained.causes == ("body-trailing-newline",)
    assert (nothing.found, nothing.of) == (None, whole.tried)

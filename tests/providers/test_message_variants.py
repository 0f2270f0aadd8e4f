"""Other messages around the same body."""

import hmac

from inspector.providers.message_variants import message_variants, plain_message
from inspector.providers.registry import SCHEMES
from tests.providers.made import BODY, VALUES, diagnosed, secret, signed, with_header


def test_times_and_layouts() -> None:
    """Seconds for milliseconds and back, the body alone or first, other separators; nothing twice."""
    scheme, values = SCHEMES["stripe-v1"], {"t": b"1700000000123"}
    found = {(v.before, v.after): v.causes for v in message_variants(scheme, values)}

    assert found[b"1700000000.", b""] == ("timestamp-unit",)
    assert found[b"", b""] == ("message-layout",)
    assert found[b"1700000000123", b""] == ("message-layout",)
    assert found[b"", b".1700000000123"] == ("message-layout",)
    plain = plain_message(scheme, values)
    assert (plain.before, plain.after) not in found
    assert len(found) == len(message_variants(scheme, values))


def test_a_body_alone_has_no_other_layout() -> None:
    """GitHub signs nothing beside the body."""
    assert message_variants(SCHEMES["github-sha256"], {}) == []


def test_several_parts() -> None:
    """Id and time may have changed places, or one of them be left out."""
    values = {"webhook-id": b"m", "webhook-timestamp": b"17"}
    found = {v.before for v in message_variants(SCHEMES["standard-webhooks-v1"], values)}

    assert {b"17.m.", b"17.", b"m.", b"m:17:"} <= found


def test_a_time_that_is_none() -> None:
    """What is no number has no other unit."""
    found = message_variants(SCHEMES["stripe-v1"], {"t": b"now"})

    assert all(variant.causes == ("message-layout",) for variant in found)


def test_parts_joined_another_way() -> None:
    """A signature over the body alone, or over the body before the time."""
    for message in (BODY, b"1700000000." + BODY, BODY + b"1700000000"):
        digest = hmac.digest(VALUES["slack"], message, "sha256").hex()
        made = with_header(signed("slack"), "X-Slack-Signature", f"v0={digest}")
        assert diagnosed(made, secret("slack")).verdict.causes == ("message-layout",)

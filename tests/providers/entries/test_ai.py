"""Senders of models that share their header fields with others."""

import json

import pytest

from inspector.core.secret import Secret
from inspector.providers.signing import sign_request
from tests.providers.made import NOW, judged, request
from tests.providers.samples.sent import PAIRS

STANDARD = {"webhook-id": "msg_1", "webhook-timestamp": "1700000000", "webhook-signature": "v1,AAAA"}


@pytest.mark.parametrize(
    ("provider", "body"),
    [
        ("anthropic", {"type": "event", "id": "e", "data": {"type": "session.idled", "organization_id": "o"}}),
        ("anthropic", {"type": "session.idled"}),
        ("anthropic", {"type": "vault.created"}),
        ("standard-webhooks", {"type": "event", "id": "e", "data": {"type": "session.idled"}}),
        ("standard-webhooks", {"type": "sessions.idled"}),
        ("openai", {"type": "batch.completed", "id": "evt_1", "object": "event"}),
        ("gemini", {"type": "batch.succeeded"}),
        ("gemini", {"type": "interaction.completed"}),
        ("standard-webhooks", {"type": "batches.done"}),
        ("replicate", {"status": "failed", "version": "v"}),
        ("replicate", {"urls": {"get": "https://api.replicate.com/v1/predictions/1"}}),
        ("standard-webhooks", {"status": "failed"}),
        ("clerk", {"type": "x", "instance_id": "ins_1"}),
    ],
)
def test_who_sends_standard_webhooks(provider: str, body: object) -> None:
    """Each by what its body shows, and whatever only looks alike is left to the standard."""
    assert judged(request(STANDARD, json.dumps(body).encode())).provider == provider


@pytest.mark.parametrize(
    ("value", "is_cursor"),
    [("sha256=ab", True), ("eyJhbGciOiJIUzI1NiJ9.e30.ab", False), ("t=1,v0=ab", False), ("ab", False), ("", False)],
)
def test_who_sends_x_webhook_signature(value: str, is_cursor: bool) -> None:
    """Cursor's begins with `sha256=`; a token is Netlify's, pairs are bridge.xyz's."""
    assert (
        judged(request({"X-Webhook-Signature": value}, b'{"event":"statusChange"}')).provider == "cursor"
    ) is is_cursor


def test_gemini_signs_in_two_ways() -> None:
    """A token of a job's own webhook is checked with Google's key and says nothing about the body."""
    rsa = Secret(provider="gemini", name="keys", value=PAIRS["rsa"])
    made = sign_request(
        "gemini", request({}, b'{"type":"video.generated"}'), secret=rsa.value, now=NOW, scheme_id="gemini-jwt"
    )
    verdict = judged(made, rsa).verdict

    assert judged(made).provider == "gemini"
    assert (verdict.status, verdict.scheme, verdict.covers_body) == ("valid", "gemini-jwt", False)


def test_hugging_faces_event_has_two_parts() -> None:
    """Scope and action; its secret is masked and never covers the body."""
    body = b'{"event":{"action":"create","scope":"discussion.comment"},"repo":{"name":"a/b","headSha":"1"}}'
    hush = Secret(provider="huggingface", name="mine", value=b"hush")
    judgement = judged(request({"X-Webhook-Secret": "hush"}, body), hush)

    assert (judgement.provider, judgement.event) == ("huggingface", "discussion.comment.create")
    assert (judgement.verdict.status, judgement.verdict.covers_body) == ("valid", False)
    assert judgement.sensitive == ("header:X-Webhook-Secret",)


@pytest.mark.parametrize(
    "body",
    [
        {"type": "event", "data": {"type": "session.idled", "organization_id": "o"}},
        {"type": "session.idled", "data": {"type": "session"}},
    ],
)
def test_anthropics_event_is_the_kind_that_is_told(body: dict[str, object]) -> None:
    """Inside, as its library has it, or on the outside."""
    headers = {"webhook-id": "m", "webhook-timestamp": "1", "webhook-signature": "v1,x"}

    assert judged(request(headers, json.dumps(body).encode())).event == "session.idled"

"""Who sent a request."""

import pytest

from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.recognition import pattern_of, recognise, shows
from tests.providers.made import request

STANDARD = {"webhook-id": "m", "webhook-timestamp": "1", "webhook-signature": "v1,x"}
OPENAI = b'{"object":"event","id":"evt_1","type":"response.completed"}'


@pytest.mark.parametrize(
    ("headers", "body", "provider"),
    [
        ({"X-GitHub-Event": "push"}, b"", "github"),
        ({"X-Hub-Signature-256": "sha256=x"}, b"", "github"),
        ({"User-Agent": "GitHub-Hookshot/044aadd"}, b"", "github"),
        ({"X-GitHub-Event": "push", "X-Gitea-Event": "push"}, b"", "gitea"),
        ({"X-GitHub-Event": "push", "X-Forgejo-Event": "push", "X-Hub-Signature-256": "x"}, b"", "forgejo"),
        ({"X-Hub-Signature": "sha1=x"}, b"", None),
        ({"X-Gitlab-Event": "Push Hook"}, b"", "gitlab"),
        ({"X-Gitlab-Event": "Push Hook", **STANDARD}, OPENAI, "gitlab"),
        ({"STRIPE-signature": "t=1"}, b"", "stripe"),
        ({"User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)"}, b"", "stripe"),
        ({"User-Agent": "Stripe/2.0"}, b"", None),
        ({"User-Agent": "stripe"}, b"", None),
        ({"User-Agent": "Trello-Webhook-Producer"}, b"", "trello"),
        ({"User-Agent": "Trellis-Webhook"}, b"", None),
        ({"X-Slack-Signature": "v0=x"}, b"", "slack"),
        ({"User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)"}, b"", "slack"),
        ({"User-Agent": "Slackbot-LinkExpanding 1.0"}, b"", None),
        ({"shopify-hmac-sha256": "x"}, b"", "shopify"),
        (STANDARD, b"{}", "standard-webhooks"),
        (STANDARD, OPENAI, "openai"),
        (STANDARD, b'{"object":"event","id":"ev_1"}', "standard-webhooks"),
        ({**STANDARD, "User-Agent": "OpenAI-Webhooks/1"}, b"{}", "openai"),
        ({"webhook-id": "m", "webhook-timestamp": "1"}, b"{}", "standard-webhooks"),
        ({"webhook-signature": "x"}, b"{}", None),
        ({"svix-id": "m", "svix-timestamp": "1", "svix-signature": "v1,x"}, b"", "svix"),
        ({"svix-id": "m"}, b"", None),
        ({"X-Custom": "1"}, b'{"type":"x"}', None),
        ({}, b'[{"email":"a@b.example","event":"open","sg_event_id":"e"}]\r\n', "sendgrid"),
        ({}, b'{"triggerType":"site_publish","payload":{"site":"s"}}', "webflow"),
        ({}, b'{"triggerType":"ecomm_new_order","payload":{"orderId":"o"}}', "webflow"),
        ({}, b'{"triggerType":"manual","payload":{}}', None),
        ({"svix-id": "m"}, b'{"object":"event","type":"email.created","instance_id":"ins_1"}', "clerk"),
        ({"svix-id": "m"}, b'{"type":"email.sent","created_at":"2026","data":{"email_id":"e"}}', "resend"),
        ({"svix-id": "m", "svix-timestamp": "1", "svix-signature": "v1,x"}, b'{"type":"contact.created"}', "svix"),
        (STANDARD, b'{"status":"succeeded","version":"5c7d"}', "replicate"),
        (STANDARD, b'{"status":"ok","version":"1"}', "standard-webhooks"),
        (STANDARD, b'{"type":"event","data":{"type":"external_key.failed","organization_id":"o"}}', "anthropic"),
        ({"X-Hook-Signature": "x"}, b'{"events":[]}', "asana"),
        ({"X-Hook-Signature": "x"}, b'{"events":[{"action":"changed"}]}', "asana"),
        ({"X-Hook-Signature": "x"}, b'{"data":{"id":1},"meta":{"event":"updated","webhook_id":7}}', None),
        ({"X-Hook-Secret": "x"}, b"{}", "asana"),
        ({"X-Webhook-Signature": "sha256=x"}, b'{"event":"statusChange"}', "cursor"),
        ({"X-Webhook-Signature": "sha256=x"}, b'{"hello":1}', None),
        ({"x-signature": "x", "x-timestamp": "1"}, b'{"hello":1}', None),
        ({}, b"", None),
    ],
)
def test_marks(headers: dict[str, str], body: bytes, provider: str | None) -> None:
    """Header fields decide, then the body where fields are shared, then the User-Agent."""
    found = recognise(Payload(request(headers, body), body))

    assert (found.id if found else None) == provider


def test_conditions_all_hold() -> None:
    """Each place holds a text that fits; dots and brackets in wildcards mean themselves."""
    read = Payload(request({}, OPENAI), OPENAI)

    assert shows(read, ((place("object"), "event"), (place("id"), "evt_*")))
    assert not shows(read, ((place("object"), "event"), (place("none"), "*")))
    assert pattern_of("a.*").fullmatch("a.b\n")
    assert not pattern_of("a.*").fullmatch("ab")

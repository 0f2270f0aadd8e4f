"""Which handshake a request is, and which look like one and are none."""

import pytest

from inspector.core.verdict import BY_DESIGN, Judgement
from inspector.providers.basis import Basis
from inspector.providers.handshakes.recognition import handshake_of, marked, named
from inspector.providers.judging import judge
from inspector.providers.payload import Payload
from tests.captures import request_of
from tests.providers.handshakes.asking import ASKED, Asking, posted, xero, zoom

SUBSCRIBED = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=t"
DISCORD = {"X-Signature-Ed25519": "00", "X-Signature-Timestamp": "1"}

FORM = {"Content-Type": "application/x-www-form-urlencoded"}

NEAR_MISSES: tuple[Asking, ...] = (
    Asking(provider="", method="POST", target="/?challenge=abc"),
    Asking(provider="", method="GET", target="/?challenge="),
    Asking(provider="", method="GET", target="/?challenges=abc"),
    Asking(provider="", method="GET", target="/?hub.challenge=1"),
    Asking(provider="", method="GET", target="/?hub.mode=denied&hub.challenge=1"),
    Asking(provider="", method="POST", target="/?" + SUBSCRIBED),
    Asking(provider="", method="POST", target="/?crc_token=abc"),
    Asking(provider="", method="GET", target="/?validationToken=abc"),
    Asking(provider="", method="GET", target="/"),
    Asking(provider="", method="GET", fields={"X-Hook-Secret": "abc"}),
    Asking(provider="", fields={"X-Okta-Verification-Challenge": "abc"}),
    posted("", {"challenge": "abc", "type": "order.created"}),
    posted("", {"challenge": 7}),
    posted("", {"challenge": ""}),
    posted("", ["challenge"]),
    posted("", {"data": {"challenge": "abc"}}),
    posted("", {"type": "url_verification"}),
    posted("", {"type": "event_callback", "challenge": "abc"}),
    posted("", {"event": "endpoint.url_validation", "payload": {}}),
    posted("", {"event": "endpoint.url_validation", "payload": {"plainToken": 5}}),
    posted("", {"event": "meeting.started", "payload": {"plainToken": "abc"}}),
    posted("", {"verification_token": "abc"}),
    posted("", {"type": "notification_event", "topic": "conversation.user.created"}),
    posted("", {"zen": "x"}, fields={"X-GitHub-Event": "push"}),
    posted("", {"zen": "x"}, fields={"X-GitHub-Event": "ping", "X-Gitea-Event": "ping"}),
    posted("", {"events": [{"type": "message"}]}, fields={"X-Line-Signature": "c2ln"}),
    posted("", {"events": [{"resourceId": "1"}]}, fields={"x-xero-signature": "c2ln"}),
    posted("", {"type": 1, "event": {"type": "ENTITLEMENT_CREATE"}}, fields=DISCORD),
    posted("", {"type": 2, "data": {"name": "hi"}}, fields=DISCORD),
    posted("", {"Type": "Notification"}, fields={"x-amz-sns-message-type": "Notification"}),
    posted("", {"challenge": "abc", "a": 1}, fields={"Twitch-Eventsub-Message-Type": "notification"}),
    posted("", {}, fields={"X-Hook-Secret": "abc", "X-Hook-Signature": "00"}),
    Asking(provider="", body=b"webhook_id=42&a=1", fields=FORM),
    Asking(provider="", body=b"webhook_id=x", fields=FORM),
    Asking(provider="", body=b"mandrill_events=%5B%7B%7D%5D", fields=FORM),
)  # fmt: skip


def payload_of(asking: Asking) -> Payload:
    """The request as judging sees it."""
    return Payload(request_of(asking.head(), asking.body), asking.body)


@pytest.mark.parametrize("asking", [*ASKED, zoom(), xero()], ids=lambda one: f"{one.provider}-{one.kind}")
def test_each_is_recognised(asking: Asking) -> None:
    """By what the request shows, and by whom the endpoint expects where several ask the same."""
    found = handshake_of(payload_of(asking), None, asking.provider if asking.expected else "")

    assert found is not None
    assert (found.kind, found.provider or "several") in {
        (asking.kind, asking.provider),
        (asking.kind, "several"),
    }
    assert found.provider in ("", asking.provider)


@pytest.mark.parametrize("asking", NEAR_MISSES, ids=lambda one: f"{one.method} {one.target} {one.fields} {one.body!r}")
def test_what_only_looks_like_one(asking: Asking) -> None:
    """Another method, another member, an empty challenge, an event of the same name."""
    assert handshake_of(payload_of(asking), None) is None


def test_a_sender_that_is_known_asks_only_its_own_questions() -> None:
    """An event of another provider that has a member `challenge` is not echoed."""
    asked = payload_of(posted("", {"challenge": "abc"}))
    generic, monday, stripe = (handshake_of(asked, provider) for provider in (None, "monday", "stripe"))
    subscribing = payload_of(Asking(provider="", method="GET", target="/?" + SUBSCRIBED))

    assert generic is not None
    assert monday is not None
    assert (generic.provider, monday.provider, stripe) == ("", "monday", None)
    for expected in ("meta", "whatsapp", "strava", ""):
        found = handshake_of(subscribing, None, expected)
        assert found is not None
        assert found.provider == expected


def test_of_several_names_the_order_of_the_registry_decides() -> None:
    """In every process alike: a request that shows the marks of several is judged as the same one everywhere."""
    names = ("challenge", "check", "bt_challenge", "challenge_code", "challengeCode", "crc_token")
    found = handshake_of(payload_of(Asking(provider="", method="GET", target=f"/?{'=1&'.join(names)}=1")), None)

    assert found is not None
    assert found.provider == "x"


def test_unsigned_is_said_to_be_by_design() -> None:
    """A missing signature is not held against a request that never has one; a secret that came is marked."""
    asking_okta, notion = (next(one for one in ASKED if one.provider == id) for id in ("okta", "notion"))
    okta = judge(request_of(asking_okta.head()), Basis())
    judged = judge(request_of(notion.head(), notion.body), Basis())

    assert (okta.provider, okta.verdict.status, okta.verdict.explanation) == ("okta", "unsigned", BY_DESIGN)
    assert judged.verdict.explanation == BY_DESIGN
    assert judged.sensitive == ("json:verification_token",)


def test_a_missing_signature_is_said_without_a_guess() -> None:
    """Of a handshake that its provider signs it is not supposed that the sender has no secret."""
    asking = zoom(fields={"Content-Type": "application/json"})
    judged = judge(request_of(asking.head(), asking.body), Basis(expected="zoom"))

    assert (judged.handshake, judged.verdict.status) == (asking.kind, "unsigned")
    assert judged.verdict.explanation == "Zoom signs this request, but this one is not signed."


def test_a_judgement_is_marked_and_named() -> None:
    """What was known before stays."""
    asked = payload_of(posted("", {"challenge": "abc"}))
    found = handshake_of(asked, None)
    assert found is not None
    judgement = marked(Judgement(gist="abc"), found, asked)

    assert (judgement.handshake, judgement.provider, judgement.gist) == ("challenge", None, "abc")
    assert (judgement.verdict.status, judgement.verdict.explanation) == ("unknown", BY_DESIGN)
    assert (named(judgement, "meta").provider, named(judgement, "meta").verdict.status) == ("meta", "unsigned")


def test_ordinary_deliveries_are_not_read_for_it() -> None:
    """Neither the query nor the form of a POST with JSON is looked at, unless a name points there."""
    payload = payload_of(posted("", {"id": "evt_1", "type": "invoice.paid"}, fields={"Stripe-Signature": "t=1,v1=0"}))

    assert handshake_of(payload, "stripe") is None
    assert (payload._query, payload._form) == (None, None)

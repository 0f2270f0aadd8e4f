"""The one line that says what a payload is about."""

import json

import pytest

from inspector.core.request import Request
from inspector.providers.gist import compiled, counted, write_gist
from inspector.providers.line import GIST_LIMIT
from inspector.providers.payload import Payload
from tests.providers.made import VECTORS, judged, request, secret, signed

GITHUB = {
    "check_run": "Codertocat/Hello-World · Octocoders-linter · failure",
    "create": "Codertocat/Hello-World · tag simple-tag created",
    "delete": "Codertocat/Hello-World · tag simple-tag deleted",
    "deployment_status": "Codertocat/Hello-World · production · success",
    "fork": "Codertocat/Hello-World · Octocoders/Hello-World",
    "installation": "Codertocat · 1 repository · created · Codertocat",
    "issue_comment": "Codertocat/Hello-World · #1 Spelling error in the README file · comment created",
    "issues": "Codertocat/Hello-World · #1 Spelling error in the README file · opened",
    "ping": "Octocoders/Hello-World · Anything added dilutes everything else.",
    "pull_request": "Codertocat/Hello-World · #2 Update the README with new information. · opened",
    "push": "Codertocat/Hello-World · master · 1 commit",
    "release": "Codertocat/Hello-World · 0.0.1 · published",
    "star": "Codertocat/Hello-World · 1 star · Codertocat · created",
    "workflow_run": "Codertocat/Hello-World · Manually triggered workflow #36 · queued",
}


def test_real_payloads_of_github() -> None:
    """Each payload in the folder is valid when signed, and has its event and gist."""
    files = sorted((VECTORS / "github").glob("*.json"))

    assert {path.stem for path in files} == set(GITHUB)
    for path in files:
        made = signed("github", path.read_bytes(), headers={"X-GitHub-Event": path.stem})
        judgement = judged(made, secret("github"))
        assert judgement.verdict.status == "valid"
        assert (judgement.event, judgement.gist) == (path.stem, GITHUB[path.stem])


def shopify(topic: str, document: object) -> Request:
    """A webhook of Shopify."""
    return request(
        {"X-Shopify-Topic": topic, "X-Shopify-Shop-Domain": "x.myshopify.com"}, json.dumps(document).encode()
    )


def stripe(kind: str, **thing: object) -> Request:
    """An event of Stripe."""
    event = {"id": "evt_1", "object": "event", "type": kind, "data": {"object": {"id": "x_1", **thing}}}
    return request({"Stripe-Signature": "t=1,v1=0"}, json.dumps(event).encode())


def slack(document: object) -> Request:
    """An event of Slack."""
    return request({"X-Slack-Signature": "v0=0"}, json.dumps(document).encode())


def gitlab(kind: str, **document: object) -> Request:
    """A hook of GitLab."""
    body = {"project": {"path_with_namespace": "g/p"}, **document}
    return request({"X-Gitlab-Event": kind}, json.dumps(body).encode())


@pytest.mark.parametrize(
    ("made", "gist"),
    [
        (stripe("payment_intent.succeeded", amount=4900, currency="eur", customer="cus_9s6XBn"),
         "49.00 EUR · cus_9s6XBn"),
        (stripe("charge.refunded", amount=900, amount_refunded=5, currency="usd"), "0.05 USD · x_1"),
        (stripe("charge.succeeded", amount=500, currency="jpy", customer={"id": "cus_2"}), "500 JPY · cus_2"),
        (stripe("charge.succeeded", amount=12345, currency="kwd"), "12.345 KWD · x_1"),
        (stripe("invoice.paid", amount_paid=100, total=900, currency="eur", customer="cus_3"), "1.00 EUR · cus_3"),
        (stripe("customer.created", name="Ada", email="a@b.c"), "Ada · x_1"),
        (stripe("charge.pending", amount="many", currency="eur"), "x_1"),
        (stripe("charge.pending", amount=100), "x_1"),
        (stripe("account.updated", email="a@b.c"), "a@b.c · x_1"),
        (stripe("charge.failed", amount=900, currency="usd", failure_message="Late."), "9.00 USD · Late. · x_1"),
        (stripe("payment_method.attached", type="card", card={"brand": "visa", "last4": "4242"}), "visa 4242 · x_1"),
        (stripe("refund.created", amount=900, currency="usd", status="pending", charge="ch_1"),
         "9.00 USD · pending · ch_1"),
        (shopify("disputes/create", {"amount": "5.00", "currency": "EUR", "reason": "fraudulent", "order_id": 7}),
         "5.00 EUR · fraudulent · order 7"),
        (request({"X-GitHub-Event": "dependabot_alert"},
                 b'{"repository":{"full_name":"o/r"},"action":"created","alert":{"number":3,"security_advisory":'
                 b'{"summary":"Bombs","severity":"high"}}}'), "o/r · #3 Bombs · high · created"),
        (request({"X-GitHub-Event": "pull_request_review"},
                 b'{"repository":{"full_name":"o/r"},"action":"submitted","pull_request":{"number":3,"title":"Fix"},'
                 b'"review":{"state":"approved","user":{"login":"ada"}}}'), "o/r · #3 Fix · approved · ada"),
        (gitlab("Member Hook", group_name="g", user_name="Ada", group_access="Owner"), "g · Ada · Owner"),
        (shopify("orders/create", {"name": "#1001", "total_price": "199.00", "currency": "EUR"}), "#1001 · 199.00 EUR"),
        (shopify("products/update", {"title": "Hat", "variants": [1, 2]}), "Hat · 2 variants"),
        (shopify("customers/create", {"first_name": "Ada", "email": "a@b.c"}), "Ada · a@b.c"),
        (shopify("x/y", {"id": 1152921505151679042}), "1152921505151679042 · x.myshopify.com"),
        (slack({"type": "event_callback",
                "event": {"type": "message", "channel": "C1", "user": "U2", "text": "hi\nyou"}}),
         "C1 · U2 · hi you"),
        (slack({"type": "event_callback", "team_id": "T1", "event": {"type": "team_join", "user": {"id": "U2"}}}),
         "U2"),
        (request({"X-GitHub-Event": "commit_comment"},
                 b'{"repository":{"full_name":"o/r"},"comment":{"commit_id":"0123456789ab"},"action":"created"}'),
         "o/r · 0123456 · comment created"),
        (gitlab("Push Hook", ref="refs/heads/a/b", total_commits_count=3), "g/p · a/b · 3 commits"),
        (gitlab("Merge Request Hook", object_attributes={"iid": 7, "title": "Fix", "action": "open"}),
         "g/p · !7 Fix · open"),
        (request({"webhook-id": "m", "webhook-timestamp": "1", "webhook-signature": "v1,x"},
                 b'{"type":"user.created","data":{"name":"Ada","id":"u_1"}}'), "Ada · u_1"),
        (request({"webhook-id": "m", "webhook-timestamp": "1", "webhook-signature": "v1,x"},
                 b'{"object":"event","id":"evt_1","type":"response.failed","data":{"id":"resp_1"}}'), "resp_1"),
    ],
)  # fmt: skip
def test_gists(made: Request, gist: str) -> None:
    """The templates of the entries give the line that the design shows."""
    assert judged(made).gist == gist


def payload(document: object) -> Payload:
    """A JSON body, read."""
    body = json.dumps(document).encode()
    return Payload(request({}, body), body)


def test_templates_drop_what_is_missing() -> None:
    """A segment goes with a value that it needs, and stays without one that is marked."""
    template = compiled("{a} · #{b} {c?} · {d|count:match}")

    assert write_gist(template, payload({"a": "x", "b": 1, "c": "y", "d": [1]})) == "x · #1 y · 1 match"
    assert write_gist(template, payload({"b": True, "d": [1, 2]})) == "#true · 2 matches"
    assert write_gist(template, payload({"c": "y", "d": {}})) is None


def test_gists_are_bounded_and_plain() -> None:
    """No control characters, no direction marks, at most 120 characters; a long title hides nothing behind it."""
    text = write_gist(compiled("{a} · {b}"), payload({"a": "x\u202e\ny" * 90, "b": "end"}))

    assert text is not None
    assert len(text) <= GIST_LIMIT
    assert text.isprintable()
    assert text.endswith("… · end")


def test_unknown_forms_are_refused() -> None:
    """A template with a typing error fails when it is compiled."""
    with pytest.raises(ValueError, match="no such form"):
        compiled("{a|bold}")


def test_counting_in_words() -> None:
    """One, many, and nouns that end in a hiss."""
    assert [counted(1, "commit"), counted(0, "commit"), counted(2, "branch")] == ["1 commit", "0 commits", "2 branches"]
    assert [counted(2, "repository"), counted(2, "key")] == ["2 repositories", "2 keys"]


def test_tags_are_left_out() -> None:
    """A text that is written in HTML is shown as it reads; one that is cut or only looks like it stays readable."""
    template = compiled("{a|text}")

    assert write_gist(template, payload({"a": "<p>5 &lt; 6 &amp; <b>7</b></p>"})) == "5 < 6 & 7"
    assert write_gist(template, payload({"a": "a < b and c > d <"})) == "a < b and c > d <"
    assert write_gist(template, payload({"a": "<" * 90_000})) is not None
    assert write_gist(template, payload({"a": "<p></p>"})) is None

"""Tokens of Microsoft Graph and of Google."""

import json

import pytest

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Verdict
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.entries.cloud import GRAPH_APP, put_token
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from inspector.providers.sensitive import MOST_ROWS
from inspector.providers.signing import sign_request
from inspector.providers.web_token import sign_claims
from tests.providers.made import NOW, judged, request, secret
from tests.providers.samples.sent import PAIRS

NOTICE = b'{"value": [{"subscriptionId":"s","clientState":"hush","changeType":"updated","id":"n1","resource":"me"}]}'
PUSHED = b'{"message":{"messageId":"7","data":"e30="},"subscription":"projects/p/subscriptions/s"}'
RSA = {one: Secret(provider=one, name="keys", value=PAIRS["rsa"]) for one in ("google-oidc", "microsoft-graph")}


def test_a_validation_token_stands_in_the_list() -> None:
    """One of an earlier sending gives way; the rest of the body stays as it was."""
    once = put_token(request({}, NOTICE), "a.b.c")
    twice = put_token(once, "d.e.f")

    assert json.loads(twice.body.read())["validationTokens"] == ["d.e.f"]
    assert once.body.read().startswith(NOTICE[:-1])


def test_the_client_state_is_compared_and_masked() -> None:
    """In constant time, as any token; it protects nothing of the body."""
    good = judged(request({}, NOTICE), secret("microsoft-graph", b"hush"))

    assert (good.provider, good.event, good.delivery_id) == ("microsoft-graph", "updated", "n1")
    assert (good.verdict.status, good.verdict.covers_body) == ("valid", False)
    assert good.sensitive == ("json:value.0.clientState",)
    assert judged(request({}, NOTICE), secret("microsoft-graph", b"husk")).verdict.status == "invalid"


def notices(*states: object) -> Request:
    """A delivery of several notifications with these clientStates; None for one without."""
    rows = [{"subscriptionId": "s", **({} if state is None else {"clientState": state})} for state in states]
    return request({}, json.dumps({"value": rows}).encode())


@pytest.mark.parametrize(
    ("states", "status"),
    [
        (("hush",) * 30, "valid"),
        (("hush", "psst"), "valid"),
        (("hush", "evil"), "invalid"),
        (("hush", None), "invalid"),
        ((None, "hush"), "invalid"),
        (("hush", 7), "invalid"),
        ((None, "evil"), "invalid"),
        (("", "hush"), "invalid"),
        ((None, None), "unsigned"),
    ],
)
def test_every_notification_is_looked_at(states: tuple[object, ...], status: str) -> None:
    """One without a clientState of ours makes the delivery invalid, wherever it stands, and the verdict says why."""
    own = (secret("microsoft-graph", b"hush"), secret("microsoft-graph", b"psst", "other"))
    basis = Basis(secrets={"microsoft-graph": own})
    made = notices(*states)
    verdict = diagnose(made, judge(made, basis), basis).verdict

    assert verdict.status == status
    assert ("Not all of value.*.clientState are alike" in verdict.explanation) == (status == "invalid")


def test_every_client_state_is_hidden() -> None:
    """However many there are, up to a bound that no delivery reaches; a signed event has it in each notification."""
    made = notices(*["a"] * 5, None, *["b"] * 30)
    signed = sign_request("microsoft-graph", made, secret=b"hush", now=NOW, scheme_id="microsoft-graph-client-state")

    assert len(judged(made).sensitive) == 35
    assert judged(made).sensitive[-1] == "json:value.35.clientState"
    assert len(judged(notices(*["x"] * (MOST_ROWS + 5))).sensitive) == MOST_ROWS
    assert {row["clientState"] for row in json.loads(signed.body.read())["value"]} == {"hush"}
    assert judged(signed, secret("microsoft-graph", b"hush")).verdict.status == "valid"


def test_a_token_of_google_is_verified_with_its_key() -> None:
    """Another key's is invalid, one that is past its time is stale, and the body is not protected by it."""
    rsa = Secret(provider="google-oidc", name="keys", value=PAIRS["rsa"])
    made = sign_request("google-oidc", request({}, PUSHED), secret=rsa.value, now=NOW, scheme_id="google-oidc")
    old = sign_request(
        "google-oidc", request({}, PUSHED), secret=rsa.value, now=NOW.replace(hour=20), scheme_id="google-oidc"
    )

    assert (judged(made, rsa).provider, judged(made, rsa).delivery_id) == ("google-oidc", "7")
    assert (judged(made, rsa).verdict.status, judged(made, rsa).verdict.covers_body) == ("valid", False)
    assert judged(old, rsa).verdict.causes == ("timestamp-stale",)
    assert judged(made).verdict.cause == "key-unavailable"
    assert judged(made, rsa).sensitive == ("header:Authorization",)


GOOGLE = {"iss": "https://accounts.google.com", "iat": int(NOW.timestamp()), "exp": int(NOW.timestamp()) + 300}
GRAPH = {**GOOGLE, "iss": "https://sts.windows.net/7f/", "appid": GRAPH_APP, "aud": "my-app"}


def of_google(claims: dict[str, object]) -> Verdict:
    """What is said of a token of Google's with these claims beside those that all have."""
    token = sign_claims(PAIRS["rsa"], ("RS256",), claims).decode()
    made, key = request({"Authorization": f"Bearer {token}"}, PUSHED), RSA["google-oidc"]
    basis = Basis(secrets={"google-oidc": (key,)})
    return diagnose(made, judge(made, basis), basis).verdict


def of_graph(claims: dict[str, object]) -> Verdict:
    """What is said of a validation token with these claims."""
    token = sign_claims(PAIRS["rsa"], ("RS256",), claims).decode()
    made = put_token(request({}, NOTICE.replace(b'"clientState":"hush",', b"")), token)
    basis = Basis(secrets={"microsoft-graph": (RSA["microsoft-graph"],)})
    return diagnose(made, judge(made, basis), basis).verdict


def test_a_token_of_google_tells_whom_it_is_for() -> None:
    """Nobody here knows who that has to be; an address that is not verified, and no end, are refused."""
    good = of_google({**GOOGLE, "aud": "https://me\nx", "email": "a@b.example", "email_verified": True})
    plain = of_google(dict(GOOGLE))
    unverified = of_google({**GOOGLE, "email_verified": False})
    endless = of_google({"iss": GOOGLE["iss"], "iat": GOOGLE["iat"]})

    assert (good.status, plain.status, unverified.status, endless.status) == ("valid", "valid", "invalid", "invalid")
    assert "“aud” is “https://me" in good.explanation
    assert "\n" not in good.explanation
    assert "“email” is “a@b.example”" in good.explanation
    assert "“aud” is missing, “email” is missing" in plain.explanation
    assert "“email_verified” holds another value" in unverified.explanation
    assert "“exp” is missing" in endless.explanation


def test_a_token_of_another_app_is_not_graphs() -> None:
    """Microsoft signs for everybody with the same keys: issuer and sending app have to be the right ones."""
    good = of_graph(dict(GRAPH))

    assert (good.status, good.scheme, good.covers_body) == ("valid", "microsoft-graph-jwt", False)
    assert "“aud” is “my-app”" in good.explanation
    for wrong in ({"appid": "me"}, {"azp": "me"}, {"iss": "https://evil.example/v2.0"}):
        assert of_graph({**GRAPH, **wrong}).status == "invalid"
    for name in ("appid", "iss", "exp"):
        without = of_graph({key: value for key, value in GRAPH.items() if key != name})
        assert (without.status, "is missing" in without.explanation) == ("invalid", True)


def test_a_channel_that_watches_a_calendar_is_known() -> None:
    """By its state; its token is compared."""
    fields = {"X-Goog-Channel-ID": "c", "X-Goog-Resource-State": "sync", "X-Goog-Channel-Token": "hush"}
    judgement = judged(request(fields, b""), secret("google-oidc", b"hush"))

    assert (judgement.provider, judgement.event) == ("google-oidc", "sync")
    assert (judgement.verdict.status, judgement.verdict.scheme) == ("valid", "google-channel-token")
    assert BY_ID["google-oidc"].level == "unverified"

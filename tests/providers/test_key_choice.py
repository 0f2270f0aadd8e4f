"""Keys that were fetched are tried only where the request names them."""

import json
from base64 import urlsafe_b64encode
from dataclasses import replace

import pytest

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.core.verdict import Verdict
from inspector.providers.asymmetric import public_pem
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from inspector.providers.key_choice import fitting, holds, key_address, kid_of
from inspector.providers.reading import readings_of
from inspector.providers.registry import BY_ID, SCHEMES
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import payload
from tests.providers.made import NOW, STANDARD, judged, request
from tests.providers.samples.sent import PAIRS

ADDRESS = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem"
OTHER = ADDRESS.replace("-1.pem", "-2.pem")
NOTICE = {
    "Type": "Notification",
    "MessageId": "m-1",
    "TopicArn": "arn:aws:sns:eu-central-1:1:t",
    "Message": "hello",
    "Timestamp": "2023-11-14T22:13:20.000Z",
    "SignatureVersion": "2",
    "Signature": "",
    "SigningCertURL": ADDRESS,
}
BARE = request({"x-amz-sns-message-type": "Notification"}, json.dumps(NOTICE).encode())
MADE = sign_request("aws-sns", BARE, secret=PAIRS["rsa"], now=NOW, scheme_id="aws-sns-v2")
FETCHED = Secret(provider="aws-sns", name="fetched from sns.x", value=public_pem(PAIRS["rsa"]).encode(), source=ADDRESS)
WRONG = Secret(provider="aws-sns", name="mine", value=public_pem(PAIRS["p256"]).encode())


def verdict(*secrets: Secret) -> Verdict:
    """What is said of the message."""
    return judged(MADE, *secrets).verdict


def test_the_key_that_is_named_decides() -> None:
    """It makes the message valid, and another from the same provider says nothing about it."""
    elsewhere = replace(FETCHED, source=OTHER)

    assert (verdict(FETCHED).status, verdict(FETCHED).secret) == ("valid", "fetched from sns.x")
    assert (verdict(elsewhere).status, verdict(elsewhere).cause) == ("no-secret", "key-unavailable")


def test_what_the_user_entered_counts_always() -> None:
    """A key that does not match makes the message invalid, also beside fetched ones of other places."""
    assert verdict(WRONG).status == "invalid"
    assert verdict(WRONG, replace(FETCHED, source=OTHER)).status == "invalid"
    assert verdict(WRONG, FETCHED).status == "valid"


def test_a_shared_secret_says_nothing_about_a_public_key() -> None:
    """Of a provider that signs in both ways."""
    token = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in (b'{"alg":"RS256"}', b'{"iat":1}', b"x"))
    fields = {"webhook-id": "m-1", "webhook-timestamp": "1700000000", "webhook-signature": token.decode()}
    made = request(fields, b'{"type":"batch.succeeded","data":{}}')
    told = judged(made, Secret(provider="gemini", name="static", value=STANDARD))

    assert told.provider == "gemini"
    assert (told.verdict.status, told.verdict.cause) == ("no-secret", "key-unavailable")
    assert "https://generativelanguage.googleapis.com/.well-known/jwks.json" in told.verdict.explanation


def test_where_the_missing_key_is() -> None:
    """Named until there is one, fetched or entered."""
    provider = BY_ID["aws-sns"]
    reading = readings_of(provider, payload(MADE))[0]

    assert key_address(provider, reading, ()) == ADDRESS
    assert key_address(provider, reading, (replace(FETCHED, source=OTHER),)) == ADDRESS
    assert key_address(provider, reading, (FETCHED,)) == ""
    assert key_address(provider, reading, (WRONG,)) == ""


@pytest.mark.parametrize(
    ("head", "kid"),
    [
        (b'{"alg":"RS256","kid":"k-1"}', "k-1"),
        (b'{"alg":"RS256"}', ""),
        (b'{"kid":7}', ""),
        (b"[]", ""),
        (b"no json", ""),
        (b'{"kid":"' + b"k" * 5000 + b'"}', ""),
    ],
)
def test_the_id_that_a_token_names(head: bytes, kid: str) -> None:
    """Whatever stands there."""
    token = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in (head, b'{"iat":1700000000}', b"signature"))
    made = request({"Plaid-Verification": token.decode()}, b'{"webhook_type":"ITEM"}')

    assert kid_of(readings_of(BY_ID["plaid"], payload(made))[0]) == kid


@pytest.mark.parametrize(
    ("key", "kid", "there"),
    [
        (b'{"keys":[{"kid":"a"},{"kid":"b"}]}', "b", True),
        (b'{"keys":[{"kid":"a"}]}', "b", False),
        (b'{"keys":[{}]}', "b", True),
        (b'{"kid":"a"}', "b", False),
        (b'{"keys":7}', "b", True),
        (b"{", "b", True),
        (b"-----BEGIN CERTIFICATE-----", "b", True),
        (b'{"keys":[{"kid":"a"}]}', "", True),
    ],
)
def test_which_ids_a_set_of_keys_has(key: bytes, kid: str, there: bool) -> None:
    """One that tells no ids may have any."""
    assert holds(key, kid) is there


@pytest.mark.parametrize("source", ["", "https://login.microsoftonline.com/common/discovery/v2.0/keys"])
def test_a_published_key_is_no_token(source: str) -> None:
    """Whoever sends it, white space around it or none, proves nothing; neither does a token that was fetched."""
    key = Secret(provider="microsoft-graph", name="keys", value=public_pem(PAIRS["rsa"]).encode(), source=source)
    mine = Secret(provider="microsoft-graph", name="mine", value=b"hush")
    for shown in (key.value, key.value.strip()):
        notice = {"value": [{"subscriptionId": "s", "clientState": shown.decode()}]}
        sent = replace(request({}), body=Body.of(json.dumps(notice).encode()))
        basis = Basis(secrets={"microsoft-graph": (key, mine)})
        found = diagnose(sent, judge(sent, basis), basis).verdict

        assert judged(sent, key).verdict.status == "no-secret"
        assert (found.status, found.cause) == ("invalid", "unexplained")


def test_a_public_key_stays_where_it_is_the_only_kind() -> None:
    """Of a provider without public keys the value is whatever the user says; a private key is nobody else's."""
    published = (Secret(provider="github", name="odd", value=public_pem(PAIRS["rsa"]).encode()),)
    private = (Secret(provider="google-oidc", name="mine", value=PAIRS["rsa"]),)

    assert fitting(BY_ID["github"], SCHEMES["github-sha256"], published) == published
    assert list(fitting(BY_ID["google-oidc"], SCHEMES["google-channel-token"], private)) == list(private)
    assert fitting(BY_ID["google-oidc"], SCHEMES["google-channel-token"], published) == []
    assert fitting(BY_ID["google-oidc"], SCHEMES["google-oidc"], published) == published

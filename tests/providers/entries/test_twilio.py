"""Twilio signs the URL that it calls."""

from hashlib import sha256

import pytest

from inspector.core.request import Request
from inspector.providers.entries.twilio import (
    HASH,
    SETTINGS,
    OfLength,
    url_and_fields,
    with_and_without_port,
    with_hash_of_body,
)
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import URL, asking, form, subject
from tests.providers.made import NOW, judged, request, secret, with_header

TOKEN = b"0123456789abcdef0123456789abcdef"
FIELDS = (("To", "+18005551212"), ("Body", "Grüße & mehr"), ("Empty", ""), ("To", "+1"), ("To", "+1"))


def sent(made: Request, scheme: str = "twilio-sha1") -> Request:
    """The request as Twilio sends it."""
    return sign_request("twilio", made, secret=TOKEN, now=NOW, scheme_id=scheme)


def test_what_is_signed_of_a_form() -> None:
    """Names and values as they read, in order of names, then of values; a pair that comes twice counts once."""
    text = url_and_fields(subject(form(FIELDS), URL))

    assert text == f"{URL}BodyGrüße & mehrEmptyTo+1To+18005551212".encode()
    assert url_and_fields(subject(form(()), URL)) == URL.encode()
    assert url_and_fields(subject(form(FIELDS), "")) is None


def test_more_fields_than_anybody_sends() -> None:
    """Nothing is computed from them, so nothing matches; nothing breaks."""
    assert url_and_fields(subject(form([("a", "")] * 2_000), URL)) is None


def test_a_body_that_is_no_form_counts_by_its_hash() -> None:
    """The URL has to hold the hash of this very body; without the parameter the URL alone is signed."""
    digest = sha256(b"{}").hexdigest()
    asked = f"{URL}?a=1&{HASH}={'0' * 64}&b=2"

    assert url_and_fields(subject(request({}, b"{}"), asked)) == f"{URL}?a=1&{HASH}={digest}&b=2".encode()
    assert url_and_fields(subject(request({}, b"{}"), URL)) == URL.encode()


def test_a_body_beside_the_url_is_not_protected() -> None:
    """Of JSON without its hash in the URL the verdict says so, whatever the body is; a form and a hash protect it."""
    own = secret("twilio", TOKEN)
    bare = sent(request({}, b'{"a":1}'))
    other = asking(bare, bare.target, b'{"evil":1}')
    written = asking(bare, f"/hooks?a=1&body%53HA256={'0' * 64}")
    hashed = sent(asking(request({}, b'{"a":1}'), f"/hooks?{HASH}={'0' * 64}"))
    verdict = judged(other, own).verdict

    assert (verdict.status, verdict.covers_body) == ("valid", False)
    assert "It does not protect the body" in verdict.explanation
    assert judged(sent(written), own).verdict.covers_body is False
    assert [judged(one, own).verdict.covers_body for one in (hashed, sent(form(FIELDS)))] == [True, True]
    assert judged(other, secret("twilio", b"x" * 32)).verdict.covers_body is False


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("https://x.example/a?b=1", "https://x.example:443/a?b=1"),
        ("http://x.example", "http://x.example:80"),
        ("http://127.0.0.1:8765/hooks", "http://127.0.0.1/hooks"),
        ("https://u:p@x.example:443/a", "https://u:p@x.example/a"),
    ],
)
def test_a_port_may_be_written_or_not(url: str, other: str) -> None:
    """The library tries both; a port that is none is left alone."""
    assert with_and_without_port(url) == (url, other)
    assert with_and_without_port("http://x:port/") == ("http://x:port/",)


@pytest.mark.parametrize(
    ("query", "event", "gist"),
    [
        ("CallSid=CA1&From=1&To=2&CallStatus=ringing", "ringing", "1 → 2 · ringing"),
        ("SmsSid=SM1&From=1&To=2&SmsStatus=received&Body=Hi", "received", "1 → 2 · Hi"),
    ],
)
def test_a_get_tells_its_fields_in_the_query(query: str, event: str, gist: str) -> None:
    """Event and gist are read there."""
    judgement = judged(asking(request({"X-Twilio-Signature": "x"}, b""), f"/hooks?{query}"))

    assert (judgement.provider, judgement.event, judgement.gist) == ("twilio", event, gist)


def test_a_verdict_names_the_url() -> None:
    """That which matched, be it with the port or without; another path is none that matches."""
    made = sent(form(FIELDS))
    without = sign_request("twilio", form(FIELDS), secret=TOKEN, now=NOW, url="http://127.0.0.1/hooks")
    other = sign_request("twilio", form(FIELDS), secret=TOKEN, now=NOW, url="http://127.0.0.1:8765/other")
    own = secret("twilio", TOKEN)

    assert judged(made, own).verdict.url == URL
    assert judged(without, own).verdict.url == "http://127.0.0.1/hooks"
    assert judged(other, own).verdict.status == "invalid"


def test_a_changed_body_is_noticed() -> None:
    """Of a form by its fields, of JSON by the hash in the URL, which is renewed when it is signed again."""
    own = secret("twilio", TOKEN)
    asked = sent(asking(request({}, b'{"a":1}'), f"/hooks?{HASH}={'0' * 64}"))
    signed_form = sent(form(FIELDS))

    assert asked.target == f"/hooks?{HASH}={sha256(asked.body.read()).hexdigest()}"
    assert judged(asked, own).verdict.status == "valid"
    assert judged(asking(asked, asked.target, b'{"a":2}'), own).verdict.status == "invalid"
    assert judged(asking(signed_form, "/hooks", signed_form.body.read()[:-1] + b"2"), own).verdict.status == "invalid"
    assert with_hash_of_body(form(FIELDS)).target == "/hooks"


def test_the_longer_digest_is_told_by_its_settings() -> None:
    """SHA-256 counts where Twilio says so alone, and its signature is not taken for one of SHA-1."""
    own = secret("twilio", TOKEN)
    made = sent(form(FIELDS), "twilio-sha256")

    assert made.headers.get(SETTINGS) == "algorithm=HMAC_SHA256"
    assert judged(made, own).verdict.scheme == "twilio-sha256"
    assert judged(with_header(made, SETTINGS, "key=k"), own).verdict.status == "invalid"
    assert OfLength(length=28).read("x" * 44).signatures == ()
    assert OfLength(length=28).write(["x" * 28], {}) == "x" * 28


def test_what_is_no_secret() -> None:
    """The Account SID is what is pasted most often."""
    assert ("AC", "the Account SID") in BY_ID["twilio"].wrong_secrets

"""Auth0 sends lists, single objects or one a line; Clerk under two names of its fields."""

import pytest

from inspector.providers.entries.auth import first_line
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import payload
from tests.providers.made import NOW, STANDARD, judged, request, secret

SPACED = b'{"log_id": "900", "data": {"type": "s", "user_name": "lena@example.com"}}'
ONE = b'{"log_id":"900","data":{"type":"s","user_name":"lena@example.com"}}'


@pytest.mark.parametrize("body", [ONE, b"[" + ONE + b"," + ONE + b"]", ONE + b"\n" + ONE + b"\n", SPACED + b"\n" + ONE])
def test_each_form_of_a_stream_is_known(body: bytes) -> None:
    """With the event and the id of its first entry, with and without a token."""
    signed = judged(request({"Authorization": "hush"}, body), secret("auth0", b"hush"))
    bare = judged(request({}, body), secret("auth0", b"hush"))

    assert (signed.provider, signed.event, signed.delivery_id, signed.gist) == ("auth0", "s", "900", "lena@example.com")
    assert (signed.verdict.status, signed.verdict.covers_body) == ("valid", False)
    assert signed.sensitive == ("header:Authorization",)
    assert (bare.provider, bare.verdict.status) == ("auth0", "unsigned")


@pytest.mark.parametrize("body", [b"", b"\n" + ONE, b"{", b"not json\n{}", b"\xff\xfe"])
def test_what_is_no_line_of_json_is_no_document(body: bytes) -> None:
    """It never raises, whatever comes."""
    assert first_line(payload(request({}, body))) is None


@pytest.mark.parametrize("body", [b'{"log_id":"900"}', b'[{"log_id":"900"}]', b'{"data":{"type":"s"}}'])
def test_what_only_looks_alike_is_not_auth0(body: bytes) -> None:
    """An id alone, or a type alone, tells nothing."""
    assert judged(request({"Authorization": "hush"}, body)).provider != "auth0"


@pytest.mark.parametrize("scheme", [scheme.id for scheme in BY_ID["clerk"].schemes])
def test_clerk_is_verified_under_both_names(scheme: str) -> None:
    """And is not taken for any sender of Svix or of Standard Webhooks."""
    body = b'{"object":"event","type":"user.created","instance_id":"ins_1","data":{"id":"user_1"}}'
    made = sign_request("clerk", request({}, body), secret=STANDARD, now=NOW, scheme_id=scheme)
    judgement = judged(made, secret("clerk", STANDARD))

    assert (judgement.provider, judgement.delivery_id) == ("clerk", "msg_1")
    assert (judgement.verdict.status, judgement.verdict.scheme) == ("valid", scheme)

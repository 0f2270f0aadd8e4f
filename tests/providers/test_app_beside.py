"""What an app has to see beside the body is read off the signature."""

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.app_beside import ALL_ELSE, beside_of
from inspector.providers.app_check import LEFT, check_app
from inspector.providers.app_seen import body_seen
from inspector.providers.frameworks import find_framework
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.made import BODY, NOW, basis, request, secret, signed

TOKEN = b"0123456789abcdef0123456789abcdef"
FORM = "application/x-www-form-urlencoded"


def called(provider: str, url: str, body: bytes, content_type: str = FORM) -> Request:
    """A request as a provider signs it, behind a proxy that tells where it was called."""
    fields = {"X-Forwarded-Proto": url.partition("://")[0], "X-Forwarded-Host": "far.example"}
    bare = request(fields, body, content_type=content_type)
    scheme = BY_ID[provider].schemes[0].id
    return sign_request(provider, bare, secret=TOKEN, now=NOW, scheme_id=scheme, url=url)


def advice(made: Request, own: Secret) -> tuple[str, bool]:
    """What is said beside the body, and whether its bytes count."""
    return beside_of(made, judge(made, basis(own)), basis(own))


def test_an_address_and_the_fields_of_a_form() -> None:
    """Both are named, with what an app sees behind a proxy; the raw body is no advice, whatever the app saw."""
    made, own = called("twilio", "https://far.example/hooks", b"Body=hi"), secret("twilio", TOKEN)
    told = beside_of(made, judge(made, basis(own)), basis(own))

    assert told.advice.startswith(
        "Twilio signs the address that it called and the form’s fields: does your app see https://far.example/hooks? "
        "Behind a proxy it sees http://far.example/hooks"
    )
    for seen in (b"Body=hi", b'{"Body": "hi"}', b"something else"):
        answer = check_app(made, body_seen(seen), framework=find_framework("flask"), beside=told)
        assert answer.advice == told.advice, seen


def test_a_secret_that_is_sent_and_what_leaves_the_body_out() -> None:
    """Then the body is no matter."""
    said, bytes_count = advice(signed("gitlab", scheme="gitlab-token"), secret("gitlab"))
    assert ("sends the secret itself in X-Gitlab-Token" in said, bytes_count) == (True, False)


def test_fields_that_are_read_from_the_body() -> None:
    """They are what is signed, not the bytes."""
    said, bytes_count = advice(
        request({"X-Mandrill-Signature": "eA=="}, b"mandrill_events=[]", content_type=FORM), secret("mandrill", TOKEN)
    )
    assert ("the form’s fields" in said, bytes_count) == (True, False)


def test_where_the_bytes_are_all() -> None:
    """Nothing is said beside them, and the usual is left to look at."""
    made, own = signed("github"), secret("github")
    assert advice(made, own) == ALL_ELSE
    assert beside_of(request({}), judge(request({}), basis()), basis()) == ALL_ELSE
    assert check_app(made, body_seen(BODY)).advice == LEFT

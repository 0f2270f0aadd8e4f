"""Why a JSON Web Token does not hold."""

import json
import time
from dataclasses import replace

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.providers.body_variants import Bodies
from inspector.providers.layout import WebToken
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.reading import read
from inspector.providers.scheme import Scheme
from inspector.providers.search import Budget
from inspector.providers.secret_variants import key_variants, plain_keys
from inspector.providers.subject import Subject
from inspector.providers.token_search import TokenFound, search_token
from inspector.providers.web_token import HashClaim, TokenClaims, make_token, sign_claims
from tests.providers.made import BODY, request, secret

KEY = b"a shared key of more than 32 bytes"
SCHEME = Scheme(
    id="netlify-like",
    algorithm="jwt",
    place=place("header:X-Token"),
    layout=WebToken(),
    message=message("{X-Token}"),
    claims=TokenClaims(hashes=(HashClaim(name="sha256"),), issuers=("netlify",)),
)


def found(made: Request, own: bytes = KEY) -> TokenFound:
    """What is said of a request with one secret."""
    given = [secret("stripe", own)]
    reading = read(SCHEME, Payload(made, made.body.read()))
    assert reading is not None
    keys = [*plain_keys(given, SCHEME), *key_variants(given, (), SCHEME)]
    bodies = Bodies(made, made.body.read(), None)
    return search_token(reading, keys, bodies, Budget(until=time.monotonic() + 20, left=5000))


def signed(key: bytes = KEY, body: bytes = BODY) -> Request:
    """A request with a token for its body."""
    assert SCHEME.claims is not None
    return request(
        {"X-Token": make_token(key, SCHEME.claims, Subject(Payload(request({}, body), body)), 1).decode()}, body
    )


def test_a_body_that_was_written_anew() -> None:
    """The token is genuine, and its hash is that of the body in another spelling."""
    made = signed(body=b'{"id":"evt_1","paid":true}')
    spaced = json.dumps(json.loads(made.body.read())).encode()
    explained = found(replace(made, body=Body.of(spaced))).explained

    assert explained is not None
    assert explained.causes == ("body-reserialised",)


def test_a_secret_with_a_line_break() -> None:
    """Named by itself."""
    explained = found(signed(), KEY + b"\n").explained

    assert explained is not None
    assert explained.causes == ("secret-whitespace",)


def test_near_misses() -> None:
    """Another body altogether is told but not explained; another key and a good token are neither."""
    other = found(replace(signed(), body=Body.of(b'{"id":"other"}')))

    assert other.explained is None
    assert "“sha256” holds the SHA-256 of another body" in other.sentence
    bare = sign_claims(KEY, ("HS256",), {"iss": "netlify"}).decode()
    assert "“sha256” is missing" in found(request({"X-Token": bare}, BODY)).sentence
    assert found(signed(b"another key of more than 32 bytes!")) == TokenFound()
    assert found(signed()) == TokenFound()

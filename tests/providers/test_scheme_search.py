"""The scheme of an unknown sender is found with its secret, and only then."""

import hashlib
from base64 import b64encode, urlsafe_b64encode
from dataclasses import replace
from math import inf

import pytest

from inspector.providers.basis import Basis
from inspector.providers.custom import provider_of
from inspector.providers.judging import judge
from inspector.providers.payload import Payload
from inspector.providers.scheme_material import Material, material_of
from inspector.providers.scheme_search import MOST, find_scheme, name_for, shapes
from inspector.providers.search import Budget
from tests.providers.described import BODY, KEY, NOW, acme, mac, secret, sent

T = NOW.encode()
DECODED = b"\x01\x02\xfe\xff0123456789"
WAYS: list[tuple[dict[str, str], str, bytes]] = [
    ({"X-Acme-Signature": "sha256=" + mac(BODY).hex()}, "{body}", KEY),
    ({"S": mac(T + b"." + BODY).hex(), "X-Time": NOW}, "{timestamp}.{body}", KEY),
    ({"S": mac(BODY + b":" + T, "sha1").hex(), "X-Time": NOW}, "{body}:{timestamp}", KEY),
    ({"S": mac(T + BODY, "sha512").hex(), "X-Time": NOW}, "{timestamp}{body}", KEY),
    ({"S": mac(T + b"|" + BODY).hex(), "X-Time": NOW}, "{timestamp}|{body}", KEY),
    ({"S": mac(T + b"\n" + BODY).hex(), "X-Time": NOW}, "{timestamp}\\n{body}", KEY),
    ({"S": "v0=" + mac(b"v0:" + T + b":" + BODY).hex(), "X-Time": NOW}, "v0:{timestamp}:{body}", KEY),
    ({"S": mac(b"v1|" + T + b"|" + BODY).hex(), "X-Time": NOW}, "v1|{timestamp}|{body}", KEY),
    ({"S": mac(b"v1." + BODY).hex()}, "v1.{body}", KEY),
    ({"S": mac(b"v1." + T + b"." + BODY).hex(), "X-Time": NOW}, "v1.{timestamp}.{body}", KEY),
    ({"S": f"t={NOW},v1={mac(T + b'.' + BODY).hex()}"}, "{t}.{body}", KEY),
    (
        {"Id": "msg_1", "X-Time": NOW, "S": "v1," + b64encode(mac(b"msg_1." + T + b"." + BODY)).decode()},
        "{id}.{timestamp}.{body}",
        KEY,
    ),
    ({"S": b64encode(mac(BODY, key=DECODED)).decode()}, "{body}", b64encode(DECODED)),
    ({"S": mac(BODY, key=DECODED).hex()}, "{body}", b"whsec_" + b64encode(DECODED)),
    ({"S": mac(BODY, key=b"\xaa" * 20).hex()}, "{body}", b"aa" * 20),
    ({"S": urlsafe_b64encode(mac(BODY)).rstrip(b"=").decode()}, "{body}", KEY),
    ({"S": mac(BODY).hex().upper()}, "{body}", KEY),
    ({"S": hashlib.sha256(BODY + KEY).hexdigest()}, "{body}", KEY),
    ({"S": hashlib.sha256(KEY + T + b"." + BODY).hexdigest(), "X-Time": NOW}, "{timestamp}.{body}", KEY),
    ({"S": hashlib.sha1(BODY + KEY, usedforsecurity=False).hexdigest()}, "{body}", KEY),
    ({"S": mac(b"ev_1234." + BODY).hex()}, "{id}.{body}", KEY),
    ({"S": mac(T + b"tok-12345").hex(), "X-Time": NOW, "X-Token": "tok-12345"}, "{timestamp}{id}", KEY),
]


@pytest.mark.parametrize(("headers", "message", "value"), WAYS)
def test_every_layout_is_found(headers: dict[str, str], message: str, value: bytes) -> None:
    """What was found verifies the very request as a provider of one's own; with one changed bit it does not."""
    request = sent(headers)
    [found] = find_scheme(request, [secret(value)], BODY).found

    assert (found.recipe.message, found.secret) == (message, "staging")
    provider = provider_of(replace(found.recipe, name="acme"))
    basis = Basis(secrets={"custom:acme": (secret(value),)}, custom=(provider,))
    assert judge(request, basis).verdict.status == "valid"
    signs_body = "{body}" in message
    assert found.covers_body is signs_body
    assert found.words.startswith(found.recipe.signature.partition(":")[2])
    assert judge(sent(headers, BODY[:-1] + b" "), basis).verdict.matches is not signs_body


def near_misses() -> list[dict[str, str]]:
    """Requests whose signature is nearly made by the secret."""
    good = mac(T + b"." + BODY).hex()
    return [
        {"S": mac(T + b"." + BODY, key=KEY + b"4").hex(), "X-Time": NOW},
        {"S": mac(T + b"." + BODY + b" ").hex(), "X-Time": NOW},
        {"S": ("0" if good[0] != "0" else "1") + good[1:], "X-Time": NOW},
        {"S": good[:-2], "X-Time": NOW},
        {"S": mac(T + b";" + BODY).hex(), "X-Time": NOW},
        {"S": mac(str(int(NOW) + 1).encode() + b"." + BODY).hex(), "X-Time": NOW},
        {"S": hashlib.sha256(BODY).hexdigest()},
    ]


@pytest.mark.parametrize("headers", near_misses())
def test_near_misses_are_not_named(headers: dict[str, str]) -> None:
    """Another secret, another byte, a cut or a changed digest: nothing matches, and it says so."""
    answer = find_scheme(sent(headers), [secret()], BODY)

    assert answer.found == ()
    assert answer.whole
    assert KEY.decode() not in answer.sentence


def test_the_one_of_several_secrets_is_named() -> None:
    """All that are kept are tried; without any it says what is missing."""
    wrong = replace(secret(b"wrong"), name="wrong")

    assert find_scheme(acme(), [wrong, secret()], BODY).found[0].secret == "staging"
    assert "no secret" in find_scheme(acme(), [], BODY).sentence


def test_two_signatures_are_both_offered() -> None:
    """A request that is signed twice shows both, the stronger first."""
    headers = {"X-One": "sha1=" + mac(BODY, "sha1").hex(), "X-Two": "sha256=" + mac(BODY).hex()}
    found = find_scheme(sent(headers), [secret()], BODY).found

    assert [one.recipe.signature for one in found] == ["header:X-Two", "header:X-One"]


def test_the_search_is_bounded() -> None:
    """At a limit it ends and says that not all was tried; a request full of values stays below the limit."""
    headers = {f"X-{n}-Id": f"some-id-{n}" for n in range(50)} | {f"X-T{n}": str(int(NOW) + n) for n in range(50)}
    request = sent({**headers, "S": mac(b"other").hex()})

    short = find_scheme(request, [secret()], BODY, Budget(until=inf, left=50))
    assert (short.whole, short.tried) == (False, 51)
    assert "not all was tried" in short.sentence
    assert find_scheme(request, [secret()], BODY, Budget(until=inf, left=MOST)).tried <= MOST + 1
    assert find_scheme(request, [secret()], BODY, Budget(until=0, left=MOST)).whole is False


def test_no_message_is_tried_twice() -> None:
    """Two places with one value are one."""
    material = material_of(Payload(sent({"X-Time": NOW, "X-Also": NOW, "X-Id": "some-id"}), BODY))
    made = [(one.before, one.after, one.has_body) for one in shapes(material)]

    assert len(material.times) == 1
    assert len(made) == len(set(made)) > 100
    assert next(shapes(Material())).template == "{body}"


@pytest.mark.parametrize(
    ("where", "name"),
    [("header:X-Acme-Signature", "acme"), ("header:X-Signature-256", "256"), ("header:X-Signature", "my-sender")],
)
def test_names(where: str, name: str) -> None:
    """The field's name tells who it is, where it does."""
    assert name_for(where) == name

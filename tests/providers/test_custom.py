"""Recipes of the user become entries that recognise, judge and sign like ours."""

from base64 import b64encode
from dataclasses import replace
from datetime import timedelta

import pytest

from inspector.core.recipe import Recipe, RecipeError
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.custom import describe_all, provider_of
from inspector.providers.judging import judge
from inspector.providers.signing import sign_request
from inspector.providers.web_token import sign_claims
from tests.captures import AT
from tests.providers.described import ACME, BODY, KEY, NOW, acme, mac, secret, sent


def judged(request: Request, recipe: Recipe, value: bytes = KEY) -> Judgement:
    """By this recipe and one secret of it."""
    provider = provider_of(recipe)
    return judge(request, Basis(secrets={provider.id: (secret(value, provider.id),)}, custom=(provider,)))


def test_a_described_sender_is_recognised_and_checked() -> None:
    """Provider, event, delivery id and verdict are those of any other entry; one changed bit is not valid."""
    judgement = judged(acme(), ACME)

    assert (judgement.provider, judgement.event, judgement.delivery_id) == ("custom:acme", "order.paid", "ev_1234")
    assert (judgement.verdict.status, judgement.verdict.secret, judgement.verdict.fresh) == ("valid", "staging", True)
    changed = sent(dict(acme_headers(acme())), BODY[:-1] + b" ")
    assert judged(changed, ACME).verdict.matches is False
    late = replace(acme(), received_at=AT + timedelta(seconds=301))
    assert judged(late, ACME).verdict.causes == ("timestamp-stale",)


def acme_headers(request: Request) -> list[tuple[str, str]]:
    """Of its own alone."""
    return [(n.decode(), v.decode()) for n, v in request.headers if n.startswith(b"X-")]


SIGNED: list[tuple[Recipe, dict[str, str]]] = [
    (
        Recipe(name="a", signature="header:Sig", form="pairs", field="v1", timestamp="field:t", message="{t}.{body}"),
        {"Sig": f"t={NOW},v1={mac(NOW.encode() + b'.' + BODY).hex()}"},
    ),
    (
        Recipe(name="a", signature="header:Sig", form="list", prefix="v1,", encoding="base64"),
        {"Sig": f"v0,abc v1,{b64encode(mac(BODY)).decode()}"},
    ),
    (
        Recipe(name="a", signature="header:Sig", digest="hmac-sha1", message="{X-Other}|{body}"),
        {"Sig": mac(b"o|" + BODY, "sha1").hex(), "X-Other": "o"},
    ),
    (Recipe(name="a", signature="header:Sig", encoding="upper hex"), {"Sig": mac(BODY).hex().upper()}),
    (
        Recipe(name="a", signature="header:Authorization", form="basic"),
        {"Authorization": "Basic " + b64encode(KEY).decode()},
    ),
    (
        Recipe(name="a", signature="header:Authorization", digest="token", prefix="Bearer "),
        {"Authorization": "Bearer " + KEY.decode()},
    ),
    (
        Recipe(name="a", signature="query:sig", recognise=("path=/hooks/*",), message="{method} {target}\\n{body}"),
        {},
    ),
]


@pytest.mark.parametrize(("recipe", "headers"), SIGNED)
def test_every_form_of_a_signature(recipe: Recipe, headers: dict[str, str]) -> None:
    """Pairs, lists, prefixes, capitals, Basic and tokens are read; with another secret nothing matches."""
    request = sent(headers)
    if recipe.signature.startswith("query:"):
        request = sign_request(
            "custom:a", sent({}, target="/hooks/acme"), secret=KEY, now=AT, custom=(provider_of(recipe),)
        )
        assert judged(request, recipe).provider == "custom:a"
        return

    assert judged(request, recipe).verdict.status == "valid"
    assert judged(request, recipe, b"another").verdict.matches is False


@pytest.mark.parametrize(
    ("key", "value"),
    [("utf-8", KEY), ("base64", b64encode(KEY)), ("hex", KEY.hex().encode()), ("Base64 ", b64encode(KEY))],
)
def test_the_secret_of_a_token_becomes_a_key_as_described(key: str, value: bytes) -> None:
    """A JSON Web Token that was made with the decoded secret is valid with the written one, and only so."""
    recipe = Recipe(name="a", signature="header:Authorization", form="jwt", prefix="Bearer ", key=key)
    token = sign_claims(KEY, ("HS256",), {"iat": int(NOW)}).decode()
    request = sent({"Authorization": f"Bearer {token}"})

    assert judged(request, recipe, value).verdict.status == "valid"
    assert judged(request, replace(recipe, key="sha1"), value).verdict.matches is False


def test_a_token_of_a_described_sender_is_masked() -> None:
    """What is the secret itself is marked, so that views do not show it."""
    recipe = Recipe(name="a", signature="header:X-Pass", digest="token")

    assert judged(sent({"X-Pass": KEY.decode()}), recipe).sensitive == ("header:X-Pass",)


def test_what_we_sign_is_valid() -> None:
    """A request is signed again by a described provider, with a new time."""
    later = AT + timedelta(days=2)
    again = sign_request("custom:acme", acme(), secret=KEY, now=later, custom=(provider_of(ACME),))

    verdict = judged(replace(again, received_at=later), ACME).verdict
    assert (verdict.status, verdict.signed_at) == ("valid", later.replace(microsecond=0))


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        (("header:X-Acme-Time",), True),
        (("header:X-Acme-Time=1*",), True),
        (("header:X-Acme-Time=2*",), False),
        (("path=/hooks/acme",), True),
        (("path=/hooks/other*",), False),
        (("json:type=order.*", "header:X-Acme-Time"), True),
        (("json:type=order.*", "header:X-None"), False),
        (("body:text=*amount*",), True),
        (("json:data",), False),
    ],
)
def test_conditions_all_hold(conditions: tuple[str, ...], fits: bool) -> None:
    """Header fields, their values, path and body tell who sent."""
    judgement = judged(acme(), replace(ACME, recognise=conditions))

    assert (judgement.provider == "custom:acme") is fits


def test_what_the_user_describes_comes_first() -> None:
    """A sender that would be taken for GitHub is the user's own, if described so; of two the expected one."""
    request = sent({"X-GitHub-Event": "push", "X-Hub-Signature-256": "sha256=00"})
    one, other = (provider_of(Recipe(name=name, signature="header:X-GitHub-Event")) for name in ("one", "other"))

    assert judge(request, Basis()).provider == "github"
    assert judge(request, Basis(custom=(one, other))).provider == "custom:one"
    assert judge(request, Basis(custom=(one, other), expected="custom:other")).provider == "custom:other"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": "a b"}, "name", "letters, digits"),
        ({"signature": "cookie:a"}, "signature", "is no place"),
        ({"signature": "header:a b"}, "signature", "no name of a header field"),
        ({"signature": "", "recognise": ()}, "recognise", "how to recognise"),
        ({"recognise": ("json:type=",)}, "recognise", "says no value"),
        ({"recognise": ("path=/a",) * 11}, "recognise", "At most 10"),
        ({"form": "xml"}, "form", "expected single, pairs"),
        ({"form": "pairs", "message": "{body}", "timestamp": "", "tolerance": 0.0}, "field", "for example v1"),
        ({"digest": "md5"}, "digest", "hmac-sha256"),
        ({"encoding": "upper hex", "form": "list"}, "encoding", "stands alone"),
        ({"key": "rot13"}, "key", "utf-8"),
        ({"unit": "years"}, "unit", "iso8601"),
        ({"tolerance": -1.0}, "tolerance", "0 to a year"),
        ({"message": "{body}", "timestamp": ""}, "timestamp", "needs the place of the time"),
        ({"event": "nothing:x"}, "event", "is no place"),
        ({"prefix": "x" * 501}, "prefix", "longer than 500"),
        ({"signature": "", "form": "basic"}, "signature", "Basic"),
    ],
)
def test_mistakes_are_told_with_their_field(changes: dict[str, object], field: str, words: str) -> None:
    """A sentence says what was expected, and where."""
    with pytest.raises(RecipeError, match=words) as caught:
        provider_of(replace(ACME, **changes))  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_bad_entry_spoils_no_other() -> None:
    """Those that can be used are, each of the others is a sentence; of two with one name the first counts."""
    described = describe_all([ACME, Recipe(name="bad", form="x"), ACME], ["Earlier."])

    assert [one.id for one in described.providers] == ["custom:acme"]
    assert described.recipes == (ACME,)
    assert len(described.problems) == 3
    assert "“bad” cannot be used" in described.problems[1]

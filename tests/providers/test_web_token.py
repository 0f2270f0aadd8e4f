"""JSON Web Tokens as signatures."""

from base64 import b64encode

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from inspector.providers.asymmetric import public_pem
from inspector.providers.layout import read_claims, read_document
from inspector.providers.payload import Payload
from inspector.providers.subject import Subject
from inspector.providers.web_token import HashClaim, NeededClaim, TokenClaims, hash_of, is_genuine, make_token, unmet
from tests.providers.made import BODY, request

KEY = b"k" * 32
SHARED = TokenClaims(
    algorithms=("HS256",), hashes=(HashClaim(name="sha256"), HashClaim(name="u", of="url")), issuers=("netlify",)
)


def subject(body: bytes = BODY) -> Subject:
    """A request."""
    return Subject(Payload(request({}, body), body), "https://x.example/a")


def test_what_is_made_is_genuine() -> None:
    """Made for a request, it holds its hashes; another library reads the same."""
    token = make_token(KEY, SHARED, subject(), 1_700_000_000)
    claims = read_claims(token.decode()) or {}

    assert is_genuine(token, KEY, SHARED)
    assert unmet(claims, SHARED, subject()) == []
    assert jwt.decode(token, KEY, algorithms=["HS256"], options={"verify_exp": False})["iss"] == "netlify"


def test_what_is_not() -> None:
    """Another key, body, issuer, form of the signature, an algorithm that does not count, none at all."""
    token = make_token(KEY, SHARED, subject(), 1_700_000_000)
    claims = read_claims(token.decode()) or {}

    assert not is_genuine(token, b"x" * 32, SHARED)
    assert len(token.split(b".")[2]) % 4 == 3
    assert not is_genuine(token + b"=", KEY, SHARED)
    assert not is_genuine(token[:-1] + bytes([token[-1] + 1]), KEY, SHARED)
    assert unmet(claims, SHARED, subject(BODY + b" ")) == ["sha256"]
    assert unmet({**claims, "iss": "other"}, SHARED, subject()) == ["iss"]
    assert not is_genuine(token, KEY, TokenClaims(algorithms=("HS512",)))
    assert not is_genuine(jwt.encode({}, "", algorithm="none").encode(), KEY, SHARED)


def test_a_public_key_is_never_taken_for_a_shared_secret() -> None:
    """A token that was signed with the text of the public key is refused."""
    private = ec.generate_private_key(ec.SECP256R1())
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    both = TokenClaims(algorithms=("HS256", "ES256"))
    public = public_pem(pem).encode()
    forged = jwt.PyJWS().encode(b"{}", b"not the text of the public key at all", algorithm="HS256").encode()

    assert is_genuine(make_token(pem, both, subject(), 1), public, both)
    assert not is_genuine(forged, public, both)
    with pytest.raises(ValueError, match="cannot sign"):
        make_token(public, TokenClaims(algorithms=("ES256",)), subject(), 1)


def test_a_public_key_in_base64_signs_nothing() -> None:
    """Anybody could make an HMAC with it; bare 32 bytes are a shared secret just as well."""
    both = TokenClaims(algorithms=("HS256", "EdDSA"))
    public = ed25519.Ed25519PrivateKey.from_private_bytes(KEY).public_key()
    der = b64encode(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
    bare = b64encode(public.public_bytes_raw())
    forged, shared = (jwt.PyJWS().encode(b"{}", key, algorithm="HS256").encode() for key in (der, bare))

    assert not is_genuine(forged, der, both)
    assert is_genuine(shared, bare, both)
    assert is_genuine(forged, der, SHARED)


@pytest.mark.parametrize(
    ("claims", "missing"),
    [
        ({"azp": "me", "kind": "a1"}, []),
        ({"appid": "me", "kind": "a1", "mail": "yes"}, []),
        ({"azp": "you", "appid": "me", "kind": "b", "mail": "no"}, ["azp", "kind", "mail"]),
        ({}, ["azp", "kind"]),
    ],
)
def test_claims_that_have_to_hold_something(claims: dict[str, str], missing: list[str]) -> None:
    """Under the first of their names that is there; one that is optional may be missing, but not wrong."""
    wanted = TokenClaims(
        needed=(
            NeededClaim(names=("azp", "appid"), values=("me",)),
            NeededClaim(names=("kind",), values=("a*", "c")),
            NeededClaim(names=("mail",), values=("yes",), optional=True),
        )
    )

    assert unmet(claims, wanted, subject()) == missing


@pytest.mark.parametrize("text", ["", "a.b", "a.b.c", "..", "e30.W10.x", "e30.!.x", "e30.bm8.x"])
def test_texts_that_are_no_token(text: str) -> None:
    """Two parts, no base64, no JSON, a list in place of claims."""
    assert read_claims(text) is None


def test_a_hash_that_is_left_out_of_empty_requests() -> None:
    """Without a body no claim is needed, but a wrong one is wrong; with a body it has to be there, if not optional."""
    wanted = TokenClaims(hashes=(HashClaim(name="payload_hash", unless_empty=True),))
    empty = read_claims(make_token(KEY, wanted, subject(b""), 1_700_000_000).decode()) or {}

    assert "payload_hash" not in empty
    assert unmet(empty, wanted, subject(b"")) == []
    assert unmet({"payload_hash": "x"}, wanted, subject(b"")) == ["payload_hash"]
    assert unmet(empty, wanted, subject()) == ["payload_hash"]
    optional = TokenClaims(hashes=(HashClaim(name="payload_hash", optional=True),))
    assert unmet(empty, optional, subject()) == []
    assert unmet({"payload_hash": "x"}, optional, subject()) == ["payload_hash"]


def test_what_an_old_token_says_stays() -> None:
    """Issuer, id and claims of its sender, with their types; times and hashes are new, and gaps are filled."""
    wanted = TokenClaims(
        hashes=(HashClaim(name="sha256"), HashClaim(name="none", unless_empty=True)),
        issuers=("netlify", "other"),
        extra=(("of", "us"), ("also", "ours")),
        id="jti",
    )
    told = {"iss": "other", "jti": "kept", "application_id": 7, "of": ["them"], "sha256": "x", "none": "x", "exp": 3}
    claims = dict(read_document(make_token(KEY, wanted, subject(b""), 1_700_000_000, told).decode()) or {})

    assert claims.pop("sha256") == hash_of(wanted.hashes[0], subject(b""))
    assert claims == {
        "iss": "other",
        "jti": "kept",
        "application_id": 7,
        "of": ["them"],
        "also": "ours",
        "iat": 1_700_000_000,
        "nbf": 1_700_000_000,
        "exp": 1_700_000_300,
    }


def test_strange_claims_are_signed_as_they_are() -> None:
    """An issuer that is no text, or a lone surrogate, keeps nobody from signing."""
    told: dict[str, object] = {"iss": 7, "sub": "\ud800", "aud": None}
    token = make_token(KEY, TokenClaims(), subject(), 1_700_000_000, told)

    assert is_genuine(token, KEY, TokenClaims())
    assert told.items() <= (read_document(token.decode()) or {}).items()


def test_tokens_are_told_apart() -> None:
    """By a UUID that is another for another body and another time, and the same for the same."""
    wanted = TokenClaims(id="jti")
    ids = [
        (read_claims(make_token(KEY, wanted, subject(body), at).decode()) or {}).get("jti")
        for body, at in ((b"a", 1), (b"b", 1), (b"a", 2), (b"a", 1))
    ]

    assert len(set(ids)) == 3
    assert ids[0] == ids[3] != ""
    assert all(one and len(one) == 36 for one in ids)

"""What a snippet has to do in any language: which bytes are signed, with which key, and where signatures stand."""

from dataclasses import dataclass
from typing import Literal

from inspector.core.secret import Secret
from inspector.providers.ages import duration
from inspector.providers.asymmetric import public_pems
from inspector.providers.checking import matches_with_key
from inspector.providers.digests import ASYMMETRIC, HASHES, KEYS, Encoding, KeyForm
from inspector.providers.layout import WebToken, read_head
from inspector.providers.multipart_form import MULTIPART
from inspector.providers.payload import DOCUMENTS, JSON_STARTS
from inspector.providers.reading import Reading
from inspector.providers.snippets.pieces import Piece, Pieces, piece_at, pieces_of
from inspector.providers.snippets.written import Written, written
from inspector.providers.web_token import HashClaim

SECRET = "WEBHOOK_SECRET"
"""The environment variable that holds the secret, or a public key in PEM."""
RECEIVED = "WEBHOOK_HEADER"
"""The one that holds a header field which is a secret itself."""

Method = Literal["token", "hmac", "hash", "rsa", "ecdsa", "ecdsa raw", "ed25519"]
"""How a signature is compared or checked; `ecdsa raw` is two numbers of 32 bytes (RFC 7518, section 3.4)."""

TOKEN_METHODS: dict[str, tuple[Method, str]] = {
    "HS256": ("hmac", "sha256"),
    "HS384": ("hmac", "sha384"),
    "HS512": ("hmac", "sha512"),
    "RS256": ("rsa", "sha256"),
    "ES256": ("ecdsa raw", "sha256"),
    "EdDSA": ("ed25519", ""),
}
"""By the algorithm that a JSON Web Token names (RFC 7518)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a JSON Web Token has to say."""

    algorithm: str
    """The one that its head has to name."""
    hashes: tuple[tuple[HashClaim, str], ...]
    """Claims that hold a hash, with the address where that is hashed."""
    issuers: tuple[str, ...]

    @property
    def says(self) -> bool:
        """Whether more counts than its head."""
        return bool(self.hashes or self.issuers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one capture is verified."""

    provider: str
    method: Method
    hash: str
    """`sha1`, `sha256`, `sha384` or `sha512`; empty where nothing is hashed."""
    secret_at: Literal["key", "before", "behind"]
    """Whether the secret is the key of an HMAC, or stands before or behind what is hashed."""
    key: KeyForm
    encoding: Encoding
    pieces: Pieces
    layout: Written
    signatures: Pieces
    """Where signatures stand."""
    headers: tuple[tuple[str, bytes], ...]
    """The header fields that are needed, as they came; without those that are secrets."""
    claims: Claims | None = None
    public_key: str = ""
    """In PEM; empty where it is not known, or a shared secret counts."""
    document: Literal["body", "form", "multipart"] = "body"
    """Where the JSON document stands."""
    document_field: str = ""
    """Name of the form's field that holds it."""
    notes: tuple[str, ...] = ()
    """What the snippet needs or leaves out, in sentences."""

    @property
    def is_token(self) -> bool:
        """Whether the sender sends the secret itself."""
        return self.method == "token"

    @property
    def is_asymmetric(self) -> bool:
        """Whether a public key checks it."""
        return self.method in ("rsa", "ecdsa", "ecdsa raw", "ed25519")

    @property
    def has_unique(self) -> bool:
        """Whether fields of a form that come twice are signed once."""
        return any(piece.kind == "unique" for piece in self.pieces)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the signature's header that are signed."""
        return tuple(dict.fromkeys(piece.name for piece in self.pieces if piece.kind == "field"))

    @property
    def setting(self) -> str:
        """The environment variable with what is signed beside the request; empty where there is none."""
        return next((variable(piece.name) for piece in self.pieces if piece.kind == "setting"), "")

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables that have to be there."""
        wanted = ("" if self.public_key else SECRET, RECEIVED if self.is_token else "", self.setting)
        return tuple(filter(None, wanted))


def variable(name: str) -> str:
    """The environment variable that holds a setting."""
    return name.upper()


def plan_of(reading: Reading, provider: str, form: KeyForm | None = None, secret: Secret | None = None) -> Plan | str:
    """How to verify a reading, or a sentence that says why there is no snippet.

    `form` is the way in which the secret became the key that matched; of `secret` only a public key is taken. Raises
    OSError when the file of a large body is gone.
    """
    scheme, subject = reading.scheme, reading.subject
    if reading.missing:
        return f"There is no snippet: the request lacks {', '.join(reading.missing)}, which is signed."
    if scheme.place.kind == "form" and subject.request.content_type == MULTIPART:
        return (
            "There is no snippet: the signature stands in a form of several parts, which few standard libraries read."
        )
    claims = _claims(reading) if isinstance(scheme.layout, WebToken) else None
    if isinstance(scheme.layout, WebToken) and claims is None:
        return f"There is no snippet: the token names an algorithm that {provider} does not sign with."
    method, hashed = _method(reading, claims)
    pieces: list[Piece] = []
    for part in scheme.message.parts if method != "token" and claims is None else ():
        found = pieces_of(part, reading)
        if found is None:
            return f"There is no snippet: {provider} signs “{part.name}”, which is put together in a way of its own."
        pieces += found
    layout = written(scheme.layout, reading.value)
    if layout is None:
        return f"There is no snippet: {provider} writes its signatures in a way of its own."
    sources = _sources(reading)
    if method == "token":
        headers: tuple[tuple[str, bytes], ...] = ()
    else:
        first, wanted = subject.payload.first, [*sources, *pieces]
        names = dict.fromkeys(piece.name for piece in wanted if piece.kind == "header")
        headers = tuple((name, first.get(name.lower().encode(), b"")) for name in names)
    document, document_field = _document(reading)
    return Plan(
        provider=provider,
        method=method,
        hash=hashed,
        secret_at="key" if method != "hash" else "before" if scheme.algorithm.endswith("before") else "behind",
        key=form or scheme.keys[0],
        encoding="base64url" if claims is not None else scheme.encoding,
        pieces=tuple(pieces),
        layout=layout,
        signatures=sources,
        headers=headers,
        claims=claims,
        public_key=_public_key(reading, secret) if method not in ("token", "hmac", "hash") else "",
        document=document,
        document_field=document_field,
        notes=tuple(filter(None, _notes(reading, provider))),
    )


def _method(reading: Reading, claims: Claims | None) -> tuple[Method, str]:
    algorithm = reading.scheme.algorithm
    if claims is not None:
        return TOKEN_METHODS[claims.algorithm]
    if algorithm in ASYMMETRIC:
        name, _, hashed = algorithm.partition("-")
        return ("rsa" if name == "rsa" else "ecdsa" if name == "ecdsa" else "ed25519"), hashed
    if reading.scheme.keys[0] == "whpk":
        return "ed25519", ""
    if algorithm == "token":
        return "token", ""
    return "hmac" if algorithm.startswith("hmac") else "hash", HASHES[algorithm]


def _claims(reading: Reading) -> Claims | None:
    wanted, tokens = reading.scheme.claims, reading.found.signatures
    head = read_head(tokens[0]) if tokens else {}
    algorithm = str(head.get("alg"))
    if wanted is None or algorithm not in wanted.algorithms or algorithm not in TOKEN_METHODS:
        return None
    url = reading.subject.url
    told = reading.found.fields
    hashes = tuple(
        (claim, url if claim.of == "url" else "")
        for claim in wanted.hashes
        if not (claim.unless_empty and claim.name not in told)
    )
    return Claims(algorithm=algorithm, hashes=hashes, issuers=wanted.issuers)


def _sources(reading: Reading) -> Pieces:
    scheme = reading.scheme
    if reading.field:
        return (Piece(kind="header", name=reading.field),)
    places = [place for place in (scheme.place, *scheme.also) if reading.subject.payload.text(place)]
    found = tuple(filter(None, map(piece_at, places)))
    return found or (Piece(kind="header", name=scheme.place.name),)


def _document(reading: Reading) -> tuple[Literal["body", "form", "multipart"], str]:
    subject = reading.subject
    if subject.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in JSON_STARTS:
        return "body", ""
    name = next((name for name in DOCUMENTS if subject.payload.form.get(name)), "")
    return ("multipart" if subject.request.content_type == MULTIPART else "form" if name else "body"), name


def _public_key(reading: Reading, secret: Secret | None) -> str:
    if secret is None or reading.scheme.setting:
        return ""
    key = KEYS[reading.scheme.keys[0]](secret.value)
    before, after = reading.scheme.message.compose(reading.values)
    signatures = [signature.encode("latin-1", "replace") for signature in reading.found.signatures]
    for pem in public_pems(key) if key is not None else ():
        if matches_with_key(reading, pem.encode(), before, reading.subject.body, after, signatures):
            return pem
    return ""


def _notes(reading: Reading, provider: str) -> tuple[str, ...]:
    scheme = reading.scheme
    timestamp, claims = scheme.timestamp, scheme.claims
    age = duration(timestamp.tolerance_s) if timestamp is not None and timestamp.tolerance_s is not None else ""
    more = [name for claim in claims.needed for name in claim.names[:1]] if claims is not None else []
    more += claims.told if claims is not None else ()
    listed = scheme.each or scheme.every
    return (
        f"An app also refuses what was signed more than {age} ago, as {provider} advises." if age else "",
        f"An app also checks these claims of the token: {', '.join(more)}." if more else "",
        f"An app does the same for each row of {listed.name.partition('.*')[0]}." if listed is not None else "",
    )

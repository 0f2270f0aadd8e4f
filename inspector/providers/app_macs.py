"""The digests that an app may have computed of a body: with the right secret and recipe, or with a common mistake."""

from collections.abc import Sequence

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.app_check import Mac
from inspector.providers.basis import Basis
from inspector.providers.body_variants import Decode
from inspector.providers.diagnosis import readable_content
from inspector.providers.digests import HASHES, HMACS, KEYS, LABELS, Algorithm, KeyForm, digest_of
from inspector.providers.explanation import reading_of
from inspector.providers.payload import Payload
from inspector.providers.reading import Reading
from inspector.providers.registry import find

MOST_SECRETS = 20
"""Other secrets of the provider that are tried."""


def macs_of(request: Request, judgement: Judgement, basis: Basis, *, decode: Decode | None = None) -> tuple[Mac, ...]:
    """The right one first; none where no secret matched, or where nothing is computed of body and secret."""
    provider = find(judgement.provider or "", basis.custom)
    own = basis.secrets.get(judgement.provider or "", ())
    right = next((secret for secret in own if secret.name == judgement.verdict.secret), None)
    if provider is None or right is None:
        return ()
    payload = Payload(request, readable_content(request, decode))
    reading = reading_of(provider, payload, judgement.verdict, basis.public_url)
    if reading is None or not _computes(reading):
        return ()
    scheme = reading.scheme
    whole = scheme.message.compose(reading.values)
    made = [_mac(f"with the secret “{right.name}”", scheme.algorithm, scheme.keys, right, whole)]
    if not scheme.message.is_body_alone:
        words = "over the body alone, without what is signed beside it"
        made.append(_mac(words, scheme.algorithm, scheme.keys, right, (b"", b"")))
    if scheme.keys != ("utf-8",):
        made.append(_mac("with the secret as it stands, not decoded", scheme.algorithm, ("utf-8",), right, whole))
    else:
        words = "with the secret decoded from base64, which this provider does not want"
        made.append(_mac(words, scheme.algorithm, ("whsec",), right, whole))
    for other in HMACS:
        if other != scheme.algorithm:
            words = f"with {LABELS[other]}, not {LABELS[scheme.algorithm]}"
            made.append(_mac(words, other, scheme.keys, right, whole))
    for secret in own[:MOST_SECRETS]:
        if secret is not right and secret.value != right.value:
            words = f"with the secret “{secret.name}”, not “{right.name}”"
            made.append(_mac(words, scheme.algorithm, scheme.keys, secret, whole))
    return tuple(made)


def _computes(reading: Reading) -> bool:
    scheme = reading.scheme
    return scheme.algorithm in HASHES and scheme.message.takes_body and not reading.missing and not scheme.setting


def _mac(
    words: str,
    algorithm: Algorithm,
    forms: Sequence[KeyForm],
    secret: Secret,
    around: tuple[bytes, bytes],
) -> Mac:
    keys = [key for form in forms if (key := KEYS[form](secret.value))]
    before, after = around
    return Mac(words, lambda content: [digest_of(algorithm, key, before, content, after) for key in keys])

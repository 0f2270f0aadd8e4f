"""What a certificate with a provider's key has to show before the key counts: names, dates and who vouches for it."""

import re
import warnings
from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from cryptography.x509 import verification
from cryptography.x509.oid import NameOID

from inspector.providers.asymmetric import load_public
from inspector.providers.provider import Provider

LONGEST = 64 * 1024


def objection(provider: Provider, content: bytes, now: datetime, roots: Sequence[bytes] = ()) -> str | None:
    """Why what was fetched as a key of a provider is not taken, as the end of a sentence; None where nothing is wrong.

    `roots` are the authorities that this machine trusts, each in DER; they are asked where the provider says that its
    certificates lead to one of them.
    """
    if not load_public(content):
        return "it holds no public key"
    if not provider.key_names:
        return None
    chain = _certificates(content)
    if not chain:
        return "it is no certificate"
    leaf = chain[0]
    if not any(_is_named(name, wanted) for name in names_of(leaf) for wanted in provider.key_names):
        return f"its certificate is for {', '.join(names_of(leaf)[:3]) or 'nobody'}, not for {provider.key_names[0]}"
    if now < leaf.not_valid_before_utc:
        return f"its certificate counts from {leaf.not_valid_before_utc:%Y-%m-%d} on"
    if now > leaf.not_valid_after_utc:
        return f"its certificate ended on {leaf.not_valid_after_utc:%Y-%m-%d}"
    if provider.key_chain and not _leads_to(chain, roots, now):
        return "no authority that this machine trusts vouches for its certificate"
    return None


def names_of(certificate: x509.Certificate) -> list[str]:
    """The hosts that a certificate is for (RFC 6125): its alternative names, else its common name."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        found = names.get_values_for_type(x509.DNSName)
    except (x509.ExtensionNotFound, ValueError):
        found = []
    if not found:
        found = [str(one.value) for one in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
    return [name.lower() for name in found]


def _certificates(content: bytes) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(content[:LONGEST])[:10]
    except ValueError:
        return []


def _read(roots: Sequence[bytes]) -> list[x509.Certificate]:
    found = []
    with warnings.catch_warnings():
        # Some that machines trust are older than today's rules, which the library remarks on.
        warnings.simplefilter("ignore")
        for root in roots:
            try:
                found.append(x509.load_der_x509_certificate(root))
            except ValueError:
                continue
    return found


def _is_named(name: str, wanted: str) -> bool:
    """`wanted` may hold wildcards, each for some of one label."""
    return re.fullmatch(r"[a-z0-9-]+".join(map(re.escape, wanted.split("*"))), name) is not None


def _leads_to(chain: Sequence[x509.Certificate], roots: Sequence[bytes], now: datetime) -> bool:
    trusted = _read(roots)
    names = names_of(chain[0])
    if not trusted or not names:
        return False
    try:
        builder = verification.PolicyBuilder().store(verification.Store(trusted)).time(now)
        verifier = builder.build_server_verifier(x509.DNSName(names[0].replace("*", "any")))
        verifier.verify(chain[0], list(chain[1:]))
    except (verification.VerificationError, ValueError):
        return False
    return True

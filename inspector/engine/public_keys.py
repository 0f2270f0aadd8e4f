"""The public half of the key pairs that samples are signed with, for the app under test."""

from inspector.core.errors import NothingError, UsageError
from inspector.core.paths import Paths
from inspector.providers.registry import find
from inspector.providers.samples.public_key import written
from inspector.providers.samples.secret import deciding, pair_kinds
from inspector.secrets import sample_pair


def public_key(paths: Paths, provider_id: str) -> str:
    """The public key that samples of a provider are checked with, in PEM and as the provider gives it.

    Raises UsageError for a provider that signs with a shared secret, ResourceError where the key cannot be made.
    """
    provider = find(provider_id)
    if provider is None:
        raise UsageError(f"There is no provider “{provider_id}”.")
    kind = pair_kinds((provider,)).get(provider_id)
    scheme = deciding(provider)
    if scheme is None:
        raise NothingError(f"{provider.name} signs nothing.")
    if kind is None:
        raise UsageError(f"{provider.name} signs with a shared secret, so there is no public key.")
    key = sample_pair.read_or_make(paths.sample_pairs, kind)
    certificate = sample_pair.certificate(paths.sample_pairs) if kind == "rsa" else b""
    return written(provider, scheme, key, certificate.decode())

"""The secrets that sample events are signed with: one a provider, in its own form, all from one key of this machine."""

import hmac
from base64 import b64encode
from collections.abc import Callable, Mapping

from inspector.core.secret import Secret

NAME = "sample"
"""How a verdict names such a secret."""

FORMS: Mapping[str, Callable[[bytes], str]] = {
    "github": lambda raw: raw.hex()[:40],
    "gitlab": lambda raw: "whsec_" + b64encode(raw).decode(),
    "stripe": lambda raw: "whsec_" + raw.hex()[:32],
    "slack": lambda raw: raw.hex()[:32],
    "shopify": lambda raw: "shpss_" + raw.hex()[:32],
    "openai": lambda raw: "whsec_" + b64encode(raw).decode(),
    "svix": lambda raw: "whsec_" + b64encode(raw[:24]).decode(),
    "standard-webhooks": lambda raw: "whsec_" + b64encode(raw[:24]).decode(),
}
"""What the secrets of each provider look like."""


def sample_secrets(key: bytes) -> dict[str, Secret]:
    """The sample secret of every provider that has samples, derived from the key by HMAC-SHA256."""
    return {provider: _secret(provider, form, key) for provider, form in FORMS.items()}


def _secret(provider: str, form: Callable[[bytes], str], key: bytes) -> Secret:
    raw = hmac.digest(key, f"webhook-inspector sample secret of {provider}".encode(), "sha256")
    return Secret(provider=provider, name=NAME, value=form(raw).encode())

"""Which values need not be hidden; apart from the registry, as the window is painted without it."""

import re

PEM = "-----BEGIN"


def is_public(value: str) -> bool:
    """Whether a value is a public key or certificate, which need not be hidden."""
    bare = value.strip()
    if bare.startswith(PEM):
        return "PRIVATE" not in bare
    return bare.startswith("{") and '"kty"' in bare and not re.search(r'"(d|k)"\s*:', bare)

"""A signing secret that the user gave us: named, and never printed by accident."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """One of several secrets of a provider; its repr never shows the value."""

    provider: str
    name: str
    value: bytes = field(repr=False)

    @property
    def masked(self) -> str:
        """The value made safe to show: a known prefix, then dots."""
        text = self.value.decode("utf-8", "replace")
        prefix = next((p for p in ("whsec_", "whsk_", "whpk_") if text.startswith(p)), "")
        return prefix + "•" * 8


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SecretName:
    """What settings remember of a secret: whose it is, what it is called and where its value lives."""

    provider: str
    name: str
    kept: str = "keyring"
    """`keyring`, `file` (encrypted with a passphrase) or `session`."""

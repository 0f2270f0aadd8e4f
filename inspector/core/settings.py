"""The person's habits, each declared once with its default."""

from dataclasses import dataclass
from typing import Literal

from inspector.core.secret import SecretName

DEFAULT_PORT = 8765
DEFAULT_HOST = "127.0.0.1"
RANGES: dict[str, tuple[float, float]] = {
    "port": (0, 65_535),
    "max_body": (1, 2**40),
    "head_timeout": (0.1, 86_400),
    "body_timeout": (0.1, 86_400),
    "keep_alive": (0.1, 86_400),
}
"""The smallest and the largest value with which the program still works, for each setting that is a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that `settings.toml` may hold. Sizes in bytes, times in seconds."""

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    max_body: int = 100 * 1024 * 1024
    head_timeout: float = 15.0
    body_timeout: float = 30.0
    keep_alive: float = 75.0
    synchronous: Literal["normal", "full"] = "normal"
    theme: Literal["system", "light", "dark"] = "system"
    target: str = ""
    """Where a resend goes when no other address is named."""
    recent_targets: tuple[str, ...] = ()
    confirmed_targets: tuple[str, ...] = ()
    """Addresses outside this machine that the user has agreed to send to."""
    public_url: str = ""
    """Under which senders reach the listener from elsewhere, without a path: `https://abc.trycloudflare.com`."""
    handshakes: bool = True
    """Whether requests by which providers test an endpoint get the answer that they want."""
    expected_provider: str = ""
    """Id of the provider whom the endpoint is for: it decides where several ask in the same way, and it alone is
    answered with the help of a secret."""
    fetch_keys: bool = False
    """Whether public keys are fetched from the addresses at which their providers publish them, and subscriptions of
    Amazon SNS confirmed there: the only requests to anywhere that the user did not name."""
    recent_stores: tuple[str, ...] = ()
    """Paths of stores that were open, the last one first."""
    keys: tuple[str, ...] = ()
    """Keys that the user changed: `pin=Ctrl+P, M` after the name of a command; nothing behind `=` takes its away."""
    single_keys: bool = True
    fold_repeats: bool = False
    """Whether the repeats of a delivery stand folded under its first arrival."""
    app_framework: str = "flask"
    """In which the app under test is written, by its id."""
    snippet_language: str = "python"
    """In which code is shown, by its id."""
    secrets: tuple[SecretName, ...] = ()

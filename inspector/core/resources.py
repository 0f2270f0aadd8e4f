"""Files that ship with the program: in a checkout beside the package, installed inside of it."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder. Raises FileNotFoundError where the installation is incomplete."""
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"The installation lacks resources/{'/'.join(parts)}; install Webhook Inspector again.")

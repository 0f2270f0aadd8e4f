"""What runs here: versions of the program, of Python and of the libraries, and under which licence each may be used."""

import platform
import re
import sqlite3
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from inspector import __version__

LIBRARIES = (
    "PySide6-Essentials", "shiboken6", "qasync", "aiohttp", "sqlite-utils", "Pygments", "click", "cryptography",
    "keyring", "platformdirs", "brotli", "backports.zstd", "defusedxml", "harfile", "ijson", "tomli-w", "uvloop",
)  # fmt: skip
"""Distributions that the program stands on; those that are not installed here are left out."""

KNOWN = {"BSD": "BSD", "MIT": "MIT", "Apache": "Apache 2.0", "LGPL": "LGPL 3", "Python Software Foundation": "PSF"}
LONGEST = 60
"""Characters of a licence's name; some distributions put the whole text there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A distribution as it says of itself."""

    name: str
    version: str
    licence: str


def libraries() -> tuple[Library, ...]:
    """What is installed of the libraries, in the order in which they matter. Reads files: some milliseconds."""
    found = (_library(name) for name in LIBRARIES)
    return tuple(one for one in found if one is not None)


def versions() -> dict[str, str]:
    """By name: program, Python, system and libraries."""
    own = {"version": __version__, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    own["system"] = platform.platform()
    return own | {one.name: one.version for one in libraries()}


def _library(name: str) -> Library | None:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    told = found.metadata
    classes = [text.rpartition(" :: ")[2] for text in told.get_all("Classifier") or () if text.startswith("License ::")]
    texts = (*(told.get_all("License-Expression") or ()), *(told.get_all("License") or ()), *classes)
    licence = next((text for text in texts if text and len(text) <= LONGEST and "\n" not in text), "")
    return Library(name=name, version=found.version, licence=short(licence))


def short(licence: str) -> str:
    """A licence's name as people write it; one that is not known stays as it is."""
    if re.search(r" (OR|AND) ", licence):
        return licence.replace(" OR ", " or ").replace(" AND ", " and ")
    return next((name for word, name in KNOWN.items() if word.lower() in licence.lower()), licence)

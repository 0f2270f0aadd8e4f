"""What runs here."""

import platform
import sqlite3
from importlib.metadata import version

import pytest

from inspector import __version__
from inspector.core.versions import libraries, short, versions


def test_versions_are_those_that_run() -> None:
    """Of the program, Python, SQLite and every library that is installed."""
    told = versions()

    assert told["version"] == __version__
    assert told["python"] == platform.python_version()
    assert told["sqlite"] == sqlite3.sqlite_version
    assert told["aiohttp"] == version("aiohttp")


def test_each_library_names_its_licence() -> None:
    """As it says of itself, on one line."""
    found = {one.name: one.licence for one in libraries()}

    assert "LGPL" in found["PySide6-Essentials"]
    assert found["Pygments"] == "BSD"
    assert all(found.values())


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("MIT License", "MIT"),
        ("Apache Software License", "Apache 2.0"),
        ("Apache-2.0 OR BSD-3-Clause", "Apache-2.0 or BSD-3-Clause"),
        ("Something else", "Something else"),
    ],
)
def test_licences_have_the_names_that_people_use(written: str, shown: str) -> None:
    """One that is not known stays as it is."""
    assert short(written) == shown

"""What may be loaded by whom; the layers themselves are import contracts in pyproject.toml."""

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.conventions.source import ROOT, imported, python_files, short

QT = ("PySide6", "shiboken6", "qasync")
HEAVY = ("aiohttp", "sqlite_utils", "keyring")

IMPORT_ALL = """
import importlib, pkgutil, sys
import inspector
for found in pkgutil.walk_packages(inspector.__path__, "inspector."):
    if not found.name.startswith("inspector.gui") and not found.name.endswith("__main__"):
        importlib.import_module(found.name)
"""
COMMAND = """
import sys
sys.argv = ["webhook-inspector", *{arguments!r}]
from inspector.__main__ import main
assert main() in (0, 3)
"""


def test_nothing_but_the_window_loads_qt() -> None:
    """The engine, the worker and every command's module are imported without one module of Qt."""
    assert _loaded(IMPORT_ALL, QT) == []


@pytest.mark.parametrize("arguments", [["list"], ["info"], ["providers"], ["--help"], ["listen", "--help"]])
def test_a_command_that_runs_loads_no_qt(arguments: list[str]) -> None:
    """A server without Qt's system libraries runs every command."""
    assert _loaded(COMMAND.format(arguments=arguments), QT) == []


def test_the_window_paints_before_the_engine_is_loaded() -> None:
    """What costs a start hundreds of milliseconds is imported by the engine's process alone."""
    assert _loaded("import inspector.gui.application", HEAVY) == []


def test_the_core_needs_the_standard_library_and_regex_alone() -> None:
    """Plain data can be read without learning a library first."""
    allowed = sys.stdlib_module_names | {"regex", "inspector"}
    foreign = {
        f"{short(path)}: {name}"
        for path in python_files("inspector/core")
        for name in imported(path)
        if name.split(".")[0] not in allowed
    }

    assert foreign == set()


def test_one_module_speaks_to_qasync_and_one_to_the_store() -> None:
    """The window's borders are where they are said to be."""
    importers = {
        name: {
            short(path) for path in python_files("inspector/gui") if any(_is_in(part, name) for part in imported(path))
        }
        for name in ("qasync", "inspector.engine_process", "inspector.store")
    }

    assert importers["qasync"] <= {"inspector/gui/loop.py"}
    assert importers["inspector.engine_process"] <= {"inspector/gui/bridge.py"}
    assert importers["inspector.store"] <= {"inspector/gui/reader.py"}


def test_views_and_models_know_no_engine() -> None:
    """A view shows what it is given; a model asks the reader."""
    forbidden = (
        "inspector.engine",
        "inspector.engine_process",
        "inspector.store",
        "aiohttp",
        "sqlite3",
        "sqlite_utils",
    )
    knowing = {
        f"{short(path)}: {name}"
        for path in python_files("inspector/gui/views", "inspector/gui/models")
        for name in imported(path)
        if any(_is_in(name, whole) for whole in forbidden)
    }

    assert knowing == set()


def test_every_library_that_is_imported_is_asked_for() -> None:
    """pyproject.toml names each distribution the program imports, and the program imports each it names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {_normal(re.split(r"[\[<>=!~;\s]", line)[0]) for line in project["dependencies"]}
    owners = packages_distributions()
    used = {
        _normal(owners[top][0])
        for path in python_files("inspector")
        for top in {name.split(".")[0] for name in imported(path)} - {"inspector"}
        if top in owners
    }

    assert used - asked == {"shiboken6"} & used
    # backports.zstd shares its top folder with other backports, so its owner is not told by the name alone.
    assert asked - used - {"backports-zstd"} == set()


def _loaded(code: str, names: tuple[str, ...]) -> list[str]:
    """The modules of these libraries that a fresh interpreter holds after running the code."""
    report = f"\nimport json, sys\nprint('\\n' + json.dumps([m for m in sys.modules if m.split('.')[0] in {names!r}]))"
    done = subprocess.run([sys.executable, "-c", code + report], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded: list[str] = json.loads(done.stdout.splitlines()[-1])
    return loaded


def _is_in(name: str, whole: str) -> bool:
    return name == whole or name.startswith(f"{whole}.")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

"""Every file of the program has its test, and every test its file."""

import ast
from pathlib import Path, PurePosixPath

from tests.conventions.source import ROOT, python_files, short, tree

WITHOUT_SOURCE = ("conventions", "bench", "hostile", "vectors", "application", "proof", "oracles")
"""Folders of tests that are about the whole and not about one file."""

WITHOUT_TEST: frozenset[str] = frozenset(
    {
        "packaging/pictures.py",  # its pictures are looked at
    }
)
"""Files that are tested elsewhere; this list may only shrink."""


def test_every_file_has_its_test() -> None:
    """`inspector/store/writer.py` is tested by `tests/store/test_writer.py`; what only holds data needs no test."""
    missing = {
        short(path): _test_of(short(path))
        for path in python_files("inspector", "packaging")
        if _does_something(path) and short(path) not in WITHOUT_TEST
        if not (ROOT / _test_of(short(path))).exists()
    }

    assert missing == {}


def test_every_test_has_its_file() -> None:
    """A test whose file went away, or was renamed, is found."""
    sources = {_test_of(short(path)) for path in python_files("inspector", "packaging")}
    tests = {short(path) for path in python_files("tests") if path.name.startswith("test_")}
    orphans = {test for test in tests - sources if not PurePosixPath(test).parent.is_relative_to("tests/gui/whole")}
    orphans = {test for test in orphans if PurePosixPath(test).parts[1] not in WITHOUT_SOURCE}

    assert {test for test in orphans if not test.startswith("tests/packaging/test_whole_")} == set()


def test_exceptions_are_needed() -> None:
    """A file that has its own test by now, or is gone, is no exception any more."""
    needless = {name for name in WITHOUT_TEST if not (ROOT / name).exists() or (ROOT / _test_of(name)).exists()}

    assert needless == set()


def _does_something(path: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) for node in ast.walk(tree(path)))


def _test_of(source: str) -> str:
    path = PurePosixPath(source)
    below = path.parent.parts if path.parts[0] == "packaging" else path.parent.parts[1:]
    return str(PurePosixPath("tests", *below, f"test_{path.name}"))

"""Calls and words that this project does not use."""

import ast
import re
import subprocess

from tests.conventions.source import ROOT, python_files, short, tree

UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
SOMEBODYS_PLACE = re.compile(r"""(?<![\w.~}])/(?:root|work|Users|home/\w+)/|\b(?:pypi|npmjs|debian)\.(?:org|com)\b""")
FOREIGN_TEXT = ("tests/vectors/", "resources/", "tests/hostile/")
"""Payloads of others hold what they hold."""


def test_no_dialog_menu_or_loop_is_executed() -> None:
    """A nested Qt loop inside a task makes another task lose its step for good."""
    assert _calls("exec", "exec_", "processEvents") == set()


def test_no_task_is_started_past_the_lint_rule() -> None:
    """ruff bans asyncio.create_task outside of tasks.py, but not the method of a loop; a TaskGroup keeps its own."""
    started = {place.partition(": ")[::2] for place in _calls("create_task")}

    assert {place for place, call in started if call not in ("asyncio.create_task", "group.create_task")} == set()


def test_nothing_real_is_mocked() -> None:
    """Sockets, SQLite and windows are the real ones in tests."""
    mocking = {
        short(path)
        for path in python_files("tests", "inspector")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        if "mock" in ast.unparse(node).replace(".", " ").replace(",", " ").split()
    }

    assert mocking == set()


def test_every_test_says_what_it_proves() -> None:
    """The docstring of a test states the behaviour."""
    silent = {
        f"{short(path)}: {node.name}"
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        if not ast.get_docstring(node)
    }

    assert silent == set()


def test_no_test_is_left_out() -> None:
    """A test is skipped for a platform it cannot be about, and for nothing else."""
    left_out = {
        f"{short(path)}:{node.lineno}"
        for path in python_files("tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "xfail", "importorskip"}
    }

    assert left_out == set()


def test_nothing_is_left_for_later_and_nobodys_machine_is_named() -> None:
    """Unfinished places, private folders and the hosts of registries are in no file that is ours."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    ours = [
        name for name in listed.stdout.splitlines() if not name.startswith(FOREIGN_TEXT) and (ROOT / name).is_file()
    ]
    found = {
        f"{name}: {match.group()}"
        for name in ours
        if b"\0" not in (content := (ROOT / name).read_bytes())
        for pattern in (UNFINISHED, SOMEBODYS_PLACE)
        for match in pattern.finditer(content.decode("utf-8", "replace"))
    }

    assert found == set()


def _calls(*names: str) -> set[str]:
    """Where a method of that name is called, as `file:line: receiver.name`."""
    return {
        f"{short(path)}:{node.lineno}: {ast.unparse(node.func)}"
        for path in python_files("inspector")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    }

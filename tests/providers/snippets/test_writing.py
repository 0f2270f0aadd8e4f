"""Literals and comments of snippets."""

import ast
import os
import subprocess
from pathlib import Path

import pytest

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import RECEIVED, SECRET
from inspector.providers.snippets.python import PYTHON
from inspector.providers.snippets.registry import find_language
from inspector.providers.snippets.writing import code, functions_used, opening, quoted, steps, usage
from tests.providers.snippets.cases import CASES, planned, program_of


def test_literals_are_the_bytes() -> None:
    """Every byte comes back as it was, and nothing but ASCII is written."""
    every = bytes(range(256))
    written = quoted(every)

    assert written.isascii()
    assert written.isprintable()
    assert ast.literal_eval("b" + written) == every
    assert quoted("a$b", "$") == '"a\\$b"'
    assert steps(Piece(kind="json", path=("a", "0", 'b"'))) == '"a", 0, "b\\""'


def test_functions_stand_before_those_that_use_them() -> None:
    """Only those that are used, by what fills their holes too; a name that is longer is another."""
    functions = {"at": "\nat: {where}\n", "form": "form: pairs()\n", "pairs": "pairs\n", "air": "air\n"}

    assert functions_used(functions, ["x = at(1)"], where="form(2)") == [["pairs"], ["form: pairs()"], ["at: form(2)"]]
    assert functions_used(functions, ["y = pairs_of(1), chair(2)"]) == []


@pytest.mark.parametrize(
    ("language", "program"), [("python", "python3"), ("javascript", "node"), ("php", "php"), ("ruby", "ruby")]
)
def test_without_what_it_needs_it_says_its_usage(language: str, program: str, tmp_path: Path) -> None:
    """One line and exit code 2, no traceback; with a secret but without a file too."""
    found, writer = program_of(program), find_language(language)
    assert writer is not None
    for case in (CASES[0], next(case for case in CASES if case.name == "token")):
        file = tmp_path / writer.file
        file.write_text(writer.write(planned(case)), encoding="utf-8")
        for given in ({}, {SECRET: "x"}):
            if found is None:
                assert "Usage: " in file.read_text(encoding="utf-8")
                continue
            environment = {name: value for name, value in os.environ.items() if name not in (SECRET, RECEIVED)}
            done = subprocess.run(
                [found, file], env={**environment, **given}, capture_output=True, text=True, check=False
            )
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith(usage(planned(case), ""))
            assert len(done.stderr.splitlines()) == 1


def test_a_comment_cannot_be_left() -> None:
    """A provider's name with line breaks stays in its line."""
    plan = planned(CASES[3])

    lines = opening(plan, "#", "python verify.py body.bin")
    assert all(line.startswith("# ") for line in lines)
    assert "5 min" in lines[-1]
    assert PYTHON.write(plan).startswith(code(lines))

"""Literals and comments of snippets."""

import ast

from inspector.providers.snippets.python import PYTHON
from inspector.providers.snippets.writing import code, opening, quoted
from tests.providers.snippets.cases import CASES, planned


def test_literals_are_the_bytes() -> None:
    """Every byte comes back as it was, and nothing but ASCII is written."""
    every = bytes(range(256))
    written = quoted(every)

    assert written.isascii()
    assert written.isprintable()
    assert ast.literal_eval("b" + written) == every
    assert quoted("a$b", "$") == '"a\\$b"'


def test_a_comment_cannot_be_left() -> None:
    """A provider's name with line breaks stays in its line."""
    plan = planned(CASES[3])

    lines = opening(plan, "#", "python verify.py body.bin")
    assert all(line.startswith("# ") for line in lines)
    assert "5 min" in lines[-1]
    assert PYTHON.write(plan).startswith(code(lines))

"""Files, classes and functions stay readable."""

import ast
from statistics import median

from tests.conventions.source import python_files, short, tree

SCREEN = 60
"""Lines of a function that fit on a screen."""


def test_no_file_is_longer_than_300_lines() -> None:
    """A file that passes 300 lines does two things."""
    lengths = {short(path): path.read_bytes().count(b"\n") for path in python_files("inspector", "packaging", "tests")}

    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_the_median_file_of_the_program_has_about_a_hundred_lines() -> None:
    """Most files are read at a glance."""
    lengths = [path.read_bytes().count(b"\n") for path in python_files("inspector") if path.name != "__init__.py"]

    assert median(lengths) <= 110


def test_no_class_has_more_than_20_methods() -> None:
    """A class with more has become the program."""
    many = {
        f"{short(path)}: {node.name}": methods
        for path in python_files("inspector")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        if (methods := sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body)) > 20
    }

    assert many == {}


def test_functions_fit_on_a_screen() -> None:
    """A function is seen whole."""
    long = {
        f"{short(path)}: {node.name}": lines
        for path in python_files("inspector", "packaging")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > SCREEN
    }

    assert long == {}


def test_package_files_only_say_what_the_package_offers() -> None:
    """An `__init__.py` holds a docstring, imports and names, nothing that runs."""
    quiet = (ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
    running = {
        f"{short(path)}:{node.lineno}"
        for path in python_files("inspector")
        if path.name == "__init__.py"
        for node in tree(path).body
        if not isinstance(node, quiet) and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    }

    assert running == set()


def test_packaging_is_no_package() -> None:
    """An `__init__.py` there would stand before the library named packaging."""
    assert "packaging/__init__.py" not in {short(path) for path in python_files("packaging")}

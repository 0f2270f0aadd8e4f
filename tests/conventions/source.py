"""The project's own files, read once for all tests of conventions."""

import ast
import functools
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@functools.cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file below the folders, in order."""
    return tuple(path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))


@functools.cache
def tree(path: Path) -> ast.Module:
    """What Python reads there."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def short(path: Path) -> str:
    """The path as it is named from the project's folder."""
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it: `inspector.core.capture`, `click`."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names

"""`providers.toml`: the providers that the user described. Edited by hand or by us; a bad entry spoils no other."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import tomli_w

from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.file_lock import locked
from inspector.core.recipe import Recipe, RecipeError, as_table, read_recipe
from inspector.core.whole_file import replace_whole
from inspector.providers.custom import Described, describe_all, provider_of

TABLE = "provider"
"""The name of the list of tables: `[[provider]]`."""
LARGEST = 1024 * 1024

Table: TypeAlias = dict[str, object]


def read(path: Path) -> Described:
    """What a file describes; nothing where there is none. What cannot be used is told in `problems`."""
    try:
        tables = _tables(_document(path), str(path))
    except (UsageError, ResourceError) as error:
        return Described(problems=(str(error),))
    recipes, problems = list[Recipe](), list[str]()
    for number, table in enumerate(tables, 1):
        try:
            recipes.append(read_recipe(table))
        except RecipeError as error:
            problems.append(f"Entry {number} (“{table.get('name', '')}”) of {path} cannot be used: {error}")
    return describe_all(recipes, problems)


def parse(text: str, name: str) -> tuple[Recipe, ...]:
    """The recipes of a text, each of which can be used. Raises UsageError for the first that cannot."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name} cannot be read: {error}.") from error
    recipes = tuple(read_recipe(table) for table in _tables(document, name))
    if not recipes:
        raise UsageError(f'{name} describes no provider; expected [[provider]] and below it name = "acme".')
    for recipe in recipes:
        _check(recipe)
    return recipes


def _check(recipe: Recipe) -> None:
    try:
        provider_of(recipe)
    except RecipeError as error:
        # The sentences are those of the window's form, where a condition stands by itself.
        written = (
            ' In the file that is written recognise = ["path=/hooks/acme*"].' if error.field == "recognise" else ""
        )
        raise RecipeError(error.field, f"{error}{written}") from error


def save(path: Path, recipe: Recipe, replaces: str | None = None) -> None:
    """Put a recipe into the file, in place of the one named `replaces`; empty is none, None the one with its name.

    Raises RecipeError for one that cannot be used or a name that another has, UsageError for a file that cannot be
    read, ResourceError for one that cannot be written.
    """
    provider_of(recipe)

    def put(tables: list[Table]) -> list[Table]:
        names = [table.get("name") for table in tables]
        old = recipe.name if replaces is None else replaces
        if recipe.name != old and recipe.name in names:
            raise RecipeError("name", f"There is a provider “{recipe.name}” already; choose another name.")
        if old not in names:
            return [*tables, as_table(recipe)]
        place = names.index(old)
        return [*tables[:place], as_table(recipe), *tables[place + 1 :]]

    _change(path, put)


def remove(path: Path, name: str) -> None:
    """Take a provider out of the file. Raises NothingError where it is not there, and what `save` raises."""

    def take(tables: list[Table]) -> list[Table]:
        left = [table for table in tables if table.get("name") != name]
        if len(left) == len(tables):
            raise NothingError(f"There is no provider custom:{name}; `providers` lists yours first.")
        return left

    _change(path, take)


def write(recipe: Recipe) -> str:
    """A recipe as text that `parse` reads."""
    return tomli_w.dumps({TABLE: [as_table(recipe)]})


def _change(path: Path, edit: Callable[[list[Table]], list[Table]]) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path.with_name(path.name + ".lock")):
            document = _document(path)
            document[TABLE] = edit(_tables(document, str(path)))
            replace_whole(path, tomli_w.dumps(document).encode())
    except OSError as error:
        raise ResourceError(f"The file {path} cannot be written: {error.strerror}.") from error


def _document(path: Path) -> Table:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise UsageError(f"The file {path} is larger than a megabyte; mend it or move it away.")
        return tomllib.loads(content.decode())
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The providers in {path} cannot be read: {error}. Mend the file or move it away.") from error
    except OSError as error:
        raise ResourceError(f"The providers in {path} cannot be read: {error.strerror}.") from error


def _tables(document: Table, name: str) -> list[Table]:
    tables = document.get(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f'In {name}, providers are written as [[provider]] and below it name = "acme".')
    return list(tables)

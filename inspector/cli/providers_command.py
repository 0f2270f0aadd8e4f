"""Says who is recognised, and keeps the providers that the user describes."""

import sys
from pathlib import Path

import click

from inspector.cli.options import Common, as_json, common
from inspector.cli.output import counted, print_json, visible
from inspector.cli.running import run
from inspector.cli.secret_option import check_provider
from inspector.core.errors import NothingError, UsageError
from inspector.core.paths import Paths
from inspector.core.recipe import OWN, Recipe, as_table
from inspector.engine import custom_file
from inspector.engine.engine import Engine
from inspector.providers.custom import Described, provider_of
from inspector.providers.description import Description, describe, evidence_of
from inspector.providers.registry import PROVIDERS, find

PATIENCE = 3.0
"""Seconds for causes of failures; the next `listen` or window searches the rest."""
VERBS = ("add", "remove", "show")


@click.command("providers")
@click.argument("words", nargs=-1, metavar="[NAME | show NAME | add FILE | remove custom:NAME]")
@as_json
@common
def command(common: Common, words: tuple[str, ...], as_json: bool) -> int:
    """What is recognised, how each signature is checked, and on what evidence.

    `add FILE` keeps the providers that a TOML file (or - for standard input) describes, under ids that begin with
    custom:, `remove custom:NAME` forgets one; earlier captures are judged again. They stand in providers.toml in the
    folder of the settings, which can be edited too. `show custom:NAME` prints one as such a file.
    """
    verb, rest = (words[0], words[1:]) if words and words[0] in VERBS else ("", words)
    if len(rest) > 1 or (verb and not rest):
        raise UsageError("Expected `providers`, or one of NAME, show NAME, add FILE and remove custom:NAME.")
    with common.paths() as paths:
        if verb == "add":
            return add(paths, rest[0], as_json=as_json)
        if verb == "remove":
            return remove(paths, rest[0], as_json=as_json)
        described = custom_file.read(paths.custom_providers)
        for problem in described.problems:
            common.notice(problem)
        if not rest:
            list_all(described, as_json=as_json)
            if not as_json:
                common.notice(evidence_of(PROVIDERS))
        elif rest[0].startswith(OWN):
            show_own(described, rest[0], as_json=as_json, as_file=verb == "show")
        else:
            check_provider(rest[0])
            for description in map(describe, filter(None, [find(rest[0])])):
                print_json(description.as_json()) if as_json else show(description)
    return 0


def list_all(described: Described, *, as_json: bool) -> None:
    """A line or an object each, the user's own first."""
    for description in map(describe, (*described.providers, *PROVIDERS)):
        if as_json:
            print_json(description.as_json())
        else:
            own = description.id.startswith(OWN)
            evidence = "described by you" if own else description.evidence
            click.echo(f"{description.id:<20}{description.name:<28}{evidence}")


def show_own(described: Described, id: str, *, as_json: bool, as_file: bool) -> None:
    """One of the user's own. Raises NothingError."""
    recipe = next((one for one in described.recipes if one.id == id), None)
    if recipe is None:
        raise NothingError(f"There is no provider {visible(id)}; `providers` lists yours first.")
    description = describe(provider_of(recipe))
    if as_json:
        print_json({**description.as_json(), "recipe": as_table(recipe)})
    elif as_file:
        click.echo(custom_file.write(recipe), nl=False)
    else:
        click.echo(f"{description.name} ({description.id}), described by you")
        for condition in recipe.recognise or (recipe.signature,):
            click.echo(visible(f"  Recognised by {condition}"))
        for line in description.verified or ("Signs nothing",):
            click.echo(visible(f"  {line}"))


def show(description: Description) -> None:
    """Everything about one provider."""
    click.echo(f"{description.name} ({description.id}), {description.category}")
    for line in description.lines:
        click.echo(f"  {line}")
    click.echo(f"  Evidence: {description.evidence}")
    for doubt in description.doubts:
        click.echo(f"  Not confirmed by the provider's documentation: {doubt}")


def add(paths: Paths, source: str, *, as_json: bool) -> int:
    """Keep what a file describes; none of it where one entry cannot be used."""
    try:
        content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        text = content.decode()
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise UsageError(f"“{source}” cannot be read: {why}.") from error
    recipes = custom_file.parse(text, "standard input" if source == "-" else source)
    again = run(_change(paths, recipes, ""))
    for recipe in recipes:
        tell(recipe.id, "added", again, as_json=as_json)
    return 0


def remove(paths: Paths, id: str, *, as_json: bool) -> int:
    """Forget one of the user's own. Raises NothingError."""
    if not id.startswith(OWN):
        raise UsageError(f"{visible(id)} is one of ours and stays; your own begin with {OWN}.")
    again = run(_change(paths, (), id.removeprefix(OWN)))
    tell(id, "removed", again, as_json=as_json)
    return 0


def tell(id: str, done: str, again: int, *, as_json: bool) -> None:
    """What became of one."""
    if as_json:
        print_json({"id": id, done: True, "judged_again": again})
    else:
        click.echo(visible(f"{done.capitalize()} {id}; {counted(again, 'earlier capture')} judged again."))


async def _change(paths: Paths, recipes: tuple[Recipe, ...], removed: str) -> int:
    engine = Engine(paths)
    try:
        await engine.secrets.load()
        for recipe in recipes:
            custom_file.save(paths.custom_providers, recipe)
        if removed:
            custom_file.remove(paths.custom_providers, removed)
        again = await engine.describing.take(engine.basis)
        await engine.diagnosing.drain(PATIENCE)
        return again
    finally:
        await engine.stop()

"""The part of `verify` that finds the scheme of a sender that nobody knows."""

from collections.abc import Callable

import click

from inspector.cli.output import print_json, visible
from inspector.cli.secret_option import KINDS, SecretOption, number, read_value
from inspector.core.custom_wishes import SchemesFound
from inspector.core.errors import NothingError, UsageError
from inspector.core.recipe import as_table
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.engine import custom_file
from inspector.engine.reading import plain
from inspector.providers.basis import Secrets
from inspector.providers.diagnosis import readable_content
from inspector.providers.scheme_search import find_scheme

ANYBODY = ""
"""In place of a provider's id: a secret of nobody knows whom."""

find_option = click.option(
    "--find-scheme",
    is_flag=True,
    help="Search how it was signed, with --secret text:VALUE or env:NAME, else with all that are kept. Exit code 1: "
    "no way matches.",
)


class AnySecretOption(SecretOption):
    """Takes a secret without a provider too, for the search."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Secret:
        if isinstance(value, str) and value.startswith(KINDS):
            name, content = read_value(value, literal=False)
            if not content:
                raise UsageError("The secret is empty; nothing can be searched with it.")
            return Secret(provider=ANYBODY, name=name, value=content)
        return super().convert(value, param, ctx)


any_secret_option = click.option(
    "--secret",
    "secrets",
    multiple=True,
    callback=number,
    type=AnySecretOption(),
    metavar="PROVIDER=VALUE",
    help="A secret to check with, also PROVIDER=env:NAME, file:PATH, - or text:VALUE; several are tried in turn. "
    "Without PROVIDER= for --find-scheme.",
)


def check_secrets(secrets: tuple[Secret, ...]) -> None:
    """Raises UsageError for a secret that names no provider, where nothing is searched."""
    if any(secret.provider == ANYBODY for secret in secrets):
        raise UsageError("Whose secret is that? Give it as PROVIDER=VALUE, or search with --find-scheme.")


def print_schemes(request: Request, given: tuple[Secret, ...], kept: Callable[[], Secrets], *, as_json: bool) -> int:
    """Search with the secrets that were given, else with those that are kept; gives the exit code.

    Raises NothingError where there is no secret.
    """
    secrets = given or tuple(secret for some in kept().values() for secret in some)
    if not secrets:
        raise NothingError("There is no secret to search with; give it with --secret text:VALUE or env:NAME.")
    answer = find_scheme(request, secrets, readable_content(request, plain))
    if as_json:
        print_json(as_object(answer))
    else:
        # Sentences are comments of the file, so that all of it can be piped into `providers add -`.
        mark = "# " if answer.found else ""
        click.echo(visible(mark + answer.sentence))
        for one in answer.found[1:]:
            click.echo(visible(f"{mark}Also: {one.words}"))
        if answer.found:
            click.echo("# To keep it as a provider of your own, give this to `providers add -`:\n")
            click.echo(custom_file.write(answer.found[0].recipe), nl=False)
    return 0 if answer.found else 1


def as_object(answer: SchemesFound) -> dict[str, object]:
    """What a search gave, as an object."""
    return {
        "found": [
            {
                "scheme": one.words,
                "secret": one.secret,
                "covers_body": one.covers_body,
                "provider": as_table(one.recipe),
            }
            for one in answer.found
        ],
        "tried": answer.tried,
        "complete": answer.whole,
        "places": list(answer.places),
        "explanation": answer.sentence,
    }

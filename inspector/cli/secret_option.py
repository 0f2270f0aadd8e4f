"""`--secret PROVIDER=VALUE`, and the other places a secret's value may be read from."""

import difflib
import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from inspector.cli.options import Common
from inspector.core.errors import UsageError
from inspector.core.recipe import OWN
from inspector.core.secret import Secret
from inspector.providers.registry import PROVIDERS, find

KINDS = ("env:", "file:", "text:")
"""How sources begin."""


def read_value(source: str, *, literal: bool = True) -> tuple[str, bytes]:
    """The value that a source names, and a name for it.

    Sources are `env:NAME`, `file:PATH`, `-` (a prompt on a terminal, else standard input), `text:VALUE`, and a bare
    value where `literal` allows it. Raises UsageError.
    """
    kind, colon, rest = source.partition(":")
    if source == "-":
        return "standard input", _from_input()
    if colon and kind == "env":
        if rest not in os.environ:
            raise UsageError(f"The environment has no variable {rest}; set it, or name another with env:NAME.")
        return rest, os.fsencode(os.environ[rest])
    if colon and kind == "file":
        try:
            return Path(rest).name, Path(rest).expanduser().read_bytes()
        except OSError as error:
            raise UsageError(f"The secret's file {rest} cannot be read: {error.strerror}.") from error
    if colon and kind == "text":
        return "command line", os.fsencode(rest)
    if not literal:
        raise UsageError("That is no place to read a secret from; expected env:NAME, file:PATH, - or text:VALUE.")
    return "command line", os.fsencode(source)


def _from_input() -> bytes:
    if sys.stdin.isatty():
        return os.fsencode(click.prompt("Secret", hide_input=True, err=True))
    return sys.stdin.buffer.read()


class SecretOption(click.ParamType[Secret]):
    """Gives a Secret of this session."""

    name = "secret"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Secret:
        if isinstance(value, Secret):
            return value
        provider, equals, source = str(value).partition("=")
        if not equals or not source:
            self.fail("A secret is given as PROVIDER=VALUE, for example stripe=env:STRIPE_SECRET.", param, ctx)
        check_provider(provider)
        name, content = read_value(source)
        if not content:
            raise UsageError(f"The secret for {provider} is empty; nothing can be checked with it.")
        if name == "command line" and not source.startswith("text:") and not is_quiet(ctx):
            click.echo("Others on this machine can see a secret on the command line; env:NAME hides it.", err=True)
        return Secret(provider=provider, name=name, value=content)


def is_quiet(context: click.Context | None) -> bool:
    """Whether `-q` was given; it is read before the other options, wherever it stands."""
    if context is None:
        return False
    common = context.params.get("common")
    return common.quiet if isinstance(common, Common) else bool(context.params.get("quiet"))


class ProviderChoice(click.Choice[str]):
    """The id of a provider: one of ours, or one that the user described."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        own = value.startswith(OWN) and len(value) > len(OWN) and value.isprintable()
        return value if own else super().convert(value, param, ctx)


def check_provider(name: str) -> None:
    """Raises UsageError for a provider that is not known, naming those that are spelled nearly so."""
    own = name.startswith(OWN) and len(name) > len(OWN) and name.isprintable()
    if own or find(name) is not None:
        return
    near = difflib.get_close_matches(name.lower(), [provider.id for provider in PROVIDERS], n=3)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageError(f"There is no provider “{name}”; {meant}`providers` lists all.")


def number(context: click.Context, parameter: click.Parameter, given: tuple[Secret, ...]) -> tuple[Secret, ...]:
    """Give secrets of one provider and the same source different names, so that a verdict can tell them apart."""
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for secret in given:
        seen[secret.provider, secret.name] += 1
        again = seen[secret.provider, secret.name]
        named.append(secret if again == 1 else replace(secret, name=f"{secret.name} {again}"))
    return tuple(named)


secret_option = click.option(
    "--secret",
    "secrets",
    multiple=True,
    callback=number,
    type=SecretOption(),
    metavar="PROVIDER=VALUE",
    help="A secret to check with, also PROVIDER=env:NAME, file:PATH, - or text:VALUE; several are tried in turn.",
)

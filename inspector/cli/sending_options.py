"""Options of the commands that send: how it is signed, and what of it is to be other than it came."""

import sys
from pathlib import Path

import click

from inspector.core.alteration import Alteration, parse_field
from inspector.core.assignments import parse_assignment
from inspector.core.body import Body
from inspector.core.errors import UsageError
from inspector.core.sending_wishes import BREAKS
from inspector.engine.preparing import Manner

break_option = click.option(
    "--break",
    "broken",
    type=click.Choice(BREAKS),
    help="Make the signature bad on purpose: too old, too early, over other bytes, with another secret, or none.",
)
set_option = click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="PATH=TEXT",
    help="Set a place of the body to a text, or with PATH:=JSON to any value; data.items[0].name is a path.",
)
sign_with_option = click.option(
    "--sign-with",
    metavar="NAME",
    default="",
    help="The stored secret that signs. [default: the one that verified the capture, else the only one]",
)


def manner_of(as_: str | None, sign_with: str, broken: str | None, alteration: Alteration) -> Manner:
    """How captures are to be sent; what needs a signature implies one. Raises UsageError for a contradiction."""
    if as_ == "received" and (sign_with or broken):
        option = "--sign-with" if sign_with else "--break"
        raise UsageError(f"{option} needs a new signature; leave out --as received.")
    signed = as_ == "signed" or bool(sign_with) or broken is not None
    chosen = next((one for one in BREAKS if one == broken), None)
    return Manner(signed=signed, sign_with=sign_with, broken=chosen, alteration=alteration)


def alteration_of(sets: tuple[str, ...], fields: tuple[str, ...], body: str | None) -> Alteration:
    """What `--set`, `-H` and `--body` say. Raises UsageError."""
    return Alteration(
        sets=tuple(map(parse_assignment, sets)),
        fields=tuple(map(parse_field, fields)),
        body=None if body is None else read_body(body),
    )


def read_body(file: str) -> Body:
    """The bytes of a file, or of standard input for `-`. Raises UsageError."""
    if file == "-":
        return Body.of(sys.stdin.buffer.read())
    try:
        return Body.of(Path(file).expanduser().read_bytes())
    except OSError as error:
        raise UsageError(f"The body's file {file} cannot be read: {error.strerror}.") from error

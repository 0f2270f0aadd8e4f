"""Sends captures again."""

from collections.abc import Callable, Container, Sequence
from functools import cache, partial

import click

from inspector.cli.ids import find_id
from inspector.cli.opening import Opened, opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import print_json, visible
from inspector.cli.passphrase import read_vault
from inspector.cli.running import run
from inspector.cli.secret_option import secret_option
from inspector.cli.sending_options import alteration_of, break_option, manner_of, set_option, sign_with_option
from inspector.core.dispatch import Dispatch
from inspector.core.errors import NothingError, UsageError
from inspector.core.filter.parser import parse
from inspector.core.paths import Paths
from inspector.core.secret import Secret
from inspector.core.secret_query import hide_query
from inspector.dispatch.targets import target_url
from inspector.engine import custom_file
from inspector.engine.preparing import Manner, Preparing
from inspector.engine.reading import Reading
from inspector.engine.resending import Resending
from inspector.engine.secret_keeping import SecretKeeping, open_samples, open_vault
from inspector.formats.capture_json import dispatch_json
from inspector.store.filter_sql import where


@click.command("resend")
@click.argument("ids", nargs=-1, metavar="[ID]…")
@click.option("--match", metavar="FILTER", help="Send all captures that match, oldest first, instead of named ones.")
@click.option(
    "--to",
    "target",
    metavar="URL",
    required=True,
    help="Where to; 3000 is this machine. No path keeps the captured one.",
)
@click.option(
    "--as",
    "as_",
    type=click.Choice(["received", "signed"]),
    help="As it was received, or signed now with the same delivery id. [default: received]",
)
@sign_with_option
@secret_option
@break_option
@set_option
@click.option("-H", "fields", multiple=True, metavar="'NAME: VALUE'", help="Set a header field; 'NAME:' drops it.")
@click.option("--body", metavar="FILE", help="Send these bytes as the body; - is standard input.")
@click.option("--repeat", type=click.IntRange(1), default=1, help="Send each so many times.")
@click.option("-c", "--concurrency", type=click.IntRange(1, 256), default=1, help="So many at a time. [default: 1]")
@click.option("--rate", metavar="N/s", help="At most so many a second, for example 50/s.")
@as_json
@common
def command(
    common: Common,
    ids: tuple[str, ...],
    match: str | None,
    target: str,
    as_: str | None,
    sign_with: str,
    secrets: tuple[Secret, ...],
    broken: str | None,
    sets: tuple[str, ...],
    fields: tuple[str, ...],
    body: str | None,
    repeat: int,
    concurrency: int,
    rate: str | None,
    as_json: bool,
) -> int:
    """Send captures again: byte for byte as they came, changed, or signed now.

    Host and the fields that belong to the connection are set anew; signed, the delivery id stays and the time is new.
    Exit code 1 when one got no 2xx response.
    """
    if bool(ids) == (match is not None):
        raise UsageError("Name captures, or select them with --match FILTER.")
    if match is not None and not match.strip():
        raise UsageError("The filter is empty, which would match everything; name what is to be sent.")
    target_url(target, "/")
    manner = manner_of(as_, sign_with, broken, alteration_of(sets, fields, body))
    pause = 0.0 if rate is None else 1.0 / per_second(rate)
    with common.paths() as paths, opened(paths, common.notice) as here:
        chosen = choose(here, ids, match) * repeat
        described = custom_file.read(paths.custom_providers).providers
        signs = manner.signed or manner.broken is not None
        senders = {row.provider or "" for row in here.reader.summaries(chosen)} if signs else set()
        known = cache(partial(known_secrets, common, paths, secrets, frozenset(senders)))
        preparing = Preparing(known, custom=lambda: described)
        send = partial(send_all, here, paths, preparing, partial(show, as_json=as_json))
        return run(send(chosen, target, manner=manner, concurrency=concurrency, pause=pause))


def choose(here: Opened, ids: Sequence[str], match: str | None) -> list[int]:
    """The captures to send, in order. Raises NothingError when none matches."""
    if match is None:
        chosen = [find_id(here.reader, id) for id in ids]
        for id in chosen:
            here.reader.capture(id)
        return chosen
    chosen = list(reversed(here.reader.ids(where(parse(match)))))
    if not chosen:
        raise NothingError(f"No capture matches {match}.")
    return chosen


def per_second(rate: str) -> float:
    """Read `50/s`. Raises UsageError."""
    number, _, unit = rate.partition("/")
    try:
        value = float(number)
    except ValueError:
        value = 0.0
    if value <= 0 or unit not in ("", "s"):
        raise UsageError(f"“{rate}” is no rate; expected for example 50/s.")
    return value


def known_secrets(common: Common, paths: Paths, session: tuple[Secret, ...], senders: Container[str]) -> SecretKeeping:
    """The secrets of the options, those that can be read now, and those of the samples.

    That some are locked is said where they are of the providers whose captures are sent.
    """
    described = custom_file.read(paths.custom_providers).providers
    keeping = SecretKeeping(open_vault(paths), session, open_samples(paths, described))
    read_vault(keeping, paths, common.notice, of=senders)
    return keeping


async def send_all(
    here: Opened,
    paths: Paths,
    preparing: Preparing,
    show: Callable[[Dispatch], None],
    ids: Sequence[int],
    target: str,
    *,
    manner: Manner,
    concurrency: int,
    pause: float,
) -> int:
    """Send, show each outcome as it comes, and say whether all went well."""
    reading = Reading(paths.store)
    resending = Resending(store=here.store, reading=reading, publish=lambda fact: None, preparing=preparing)
    failed = 0
    try:
        async for dispatch in resending.send(ids, target, manner=manner, concurrency=concurrency, pause=pause):
            show(dispatch)
            failed += dispatch.status is None or not 200 <= dispatch.status < 300
    finally:
        await resending.close()
        reading.close()
    return 1 if failed else 0


def show(dispatch: Dispatch, *, as_json: bool) -> None:
    """One dispatch as a line or an object."""
    if as_json:
        print_json({"capture": dispatch.capture_id} | dispatch_json(dispatch))
        return
    took = "" if dispatch.duration_ms is None else f" in {dispatch.duration_ms:.1f} ms"
    outcome = dispatch.error or f"{dispatch.status}{took}"
    click.echo(visible(f"#{dispatch.capture_id} → {hide_query(dispatch.target)}: {outcome}"))

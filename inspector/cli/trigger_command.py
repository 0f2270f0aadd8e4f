"""Sends a sample event, signed as its provider signs."""

import os
import socket
from base64 import b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

import click

from inspector.cli.opening import opened
from inspector.cli.options import URL_VARIABLE, Common, as_json, common
from inspector.cli.output import print_json, visible
from inspector.cli.running import run
from inspector.cli.secret_option import ProviderChoice, SecretOption
from inspector.cli.sending_options import break_option, set_option
from inspector.core import own_samples
from inspector.core.errors import ResourceError, UsageError
from inspector.core.paths import Paths
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.sending_wishes import Break, SampleSent
from inspector.core.settings import DEFAULT_HOST
from inspector.dispatch.targets import target_url
from inspector.engine import custom_file
from inspector.engine.preparing import Preparing, signed
from inspector.engine.public_keys import public_key as public_key_of
from inspector.engine.sampling import Sampling
from inspector.engine.secret_keeping import SecretKeeping, open_samples, open_vault
from inspector.formats.capture_json import pairs_json, rounded
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.registry import events_of, named, no_samples
from inspector.store.listening_port import noted

NAME_WIDTH = 28
"""Columns of an event's name in the list, where no name needs more."""


@click.command("trigger")
@click.argument("provider", metavar="PROVIDER", type=ProviderChoice([provider.id for provider in PROVIDERS]))
@click.argument("event", required=False)
@click.option(
    "--to",
    "target",
    metavar="URL",
    help="Where to; 3000 is this machine. No path means /hooks/PROVIDER. [default: the listener]",
)
@click.option(
    "--secret",
    type=SecretOption(),
    metavar="PROVIDER=VALUE",
    help="The secret to sign with, also PROVIDER=env:NAME, file:PATH, - or text:VALUE. [default: the sample secret]",
)
@set_option
@break_option
@click.option(
    "--repeat", type=click.IntRange(1), default=1, help="Send so many, each with ids of its own. [default: 1]"
)
@click.option("--public-key", is_flag=True, help="Print the public key that samples of the PROVIDER are checked with.")
@click.option("--forget", is_flag=True, help="Remove your own sample that EVENT names; it is made of a capture.")
@as_json
@common
def command(
    common: Common,
    provider: str,
    event: str | None,
    target: str | None,
    secret: Secret | None,
    sets: tuple[str, ...],
    broken: Break | None,
    repeat: int,
    public_key: bool,
    forget: bool,
    as_json: bool,
) -> int:
    """Send a sample event with a valid signature; with no EVENT, list the events of the PROVIDER.

    Ids, times and amounts are new each time. EVENT is one of ours, or the name of a sample that you made of a capture.
    Where several samples are one event, a colon and a word tell them apart: form_response:quiz.
    Providers whose signatures a public key checks are signed with a key pair made for the purpose. Exit code 1 when one
    got no 2xx response, 5 when nothing answers there.
    """
    if secret is not None and secret.provider != provider:
        raise UsageError(f"That is a secret of {secret.provider}; an event of {provider} is signed with its own.")
    with common.paths() as paths:
        if public_key:
            show_public_key(paths, provider, as_json)
            return 0
        if event is None:
            list_events(paths, provider, as_json)
            return 0
        if forget:
            own_samples.remove(paths.own_samples, provider, event)
            common.notice(f"Removed your sample “{event}” of {provider}.")
            return 0
        own = own_samples.find(paths.own_samples, provider, event)
        event = named(provider, event).event if own is None else own.title
        sending = Sending(paths=paths, secret=secret, provider=provider, event=event, sets=sets, broken=broken)
        with opened(paths, common.notice) as here:
            sampling = Sampling(store=here.store, preparing=sending.preparing, paths=paths)
            # What is asked for wrongly is said before anything is looked for.
            sending.ready(sampling, f"http://{DEFAULT_HOST}" if target is None else target)
            where = listener_address(paths) if target is None else target
            ready = partial(sending.ready, sampling, where)
            show = partial(show_sent, provider, event, as_json)
            return run(send_all(sampling, [ready] * repeat, where, show))


class Sending:
    """How the events of one command are made and signed."""

    def __init__(
        self,
        *,
        paths: Paths,
        secret: Secret | None,
        provider: str,
        event: str,
        sets: tuple[str, ...],
        broken: Break | None,
    ) -> None:
        session = () if secret is None else (secret,)
        described = custom_file.read(paths.custom_providers).providers
        keeping = SecretKeeping(open_vault(paths), session, open_samples(paths, described))
        self.preparing = Preparing(lambda: keeping, custom=lambda: described)
        self._signer = self.preparing.signer_of(provider, "" if secret is None else secret.name)
        self._provider = provider
        self._event = event
        self._sets = sets
        self._broken = broken

    def ready(self, sampling: Sampling, target: str) -> Request:
        """One more event, signed. Raises UsageError."""
        request = sampling.make(self._provider, self._event, sets=self._sets)
        return signed(self._signer, request, target_url(target, request.target), self._broken)


def list_events(paths: Paths, provider: str, as_json: bool) -> None:
    """The events of a provider, a line or an object each: ours, then the user's own. Raises UsageError for none."""
    own = [one for one in own_samples.read_all(paths.own_samples) if one.provider == provider]
    ours = events_of(provider)
    if not own and not ours:
        raise UsageError(no_samples(provider))
    width = max(NAME_WIDTH, *(len(one.event) + 2 for one in ours)) if ours else NAME_WIDTH
    for sample in ours:
        if as_json:
            print_json({"provider": provider, "event": sample.event, "title": sample.title, "own": False})
        else:
            click.echo(f"{sample.event:<{width}}{sample.title}")
    for one in own:
        if as_json:
            print_json({"provider": provider, "event": one.event, "title": one.title, "own": True})
        else:
            click.echo(visible(f"{one.title:<{width}}{one.event or 'an event'}, made of a capture"))


def show_public_key(paths: Paths, provider: str, as_json: bool) -> None:
    """The public half of the key pair. Raises UsageError for a provider that signs with a shared secret."""
    text = public_key_of(paths, provider)
    if as_json:
        print_json({"provider": provider, "public_key": text})
    else:
        click.echo(text)


def listener_address(paths: Paths) -> str:
    """Where the listener of this store is: of `listen -- COMMAND` around us, else the one that came last.

    Raises ResourceError where none runs: what listens at the usual port is a stranger then.
    """
    around = os.environ.get(URL_VARIABLE)
    if around:
        return around
    ports = noted(paths.store)
    port = next(filter(is_open, ports), None)
    if port is None:
        was = f" at port {', '.join(map(str, ports))}" if ports else " for this store"
        raise ResourceError(f"No listener answers{was}. Start `listen` or the window, or name a target with --to.")
    return f"http://{DEFAULT_HOST}:{port}"


def is_open(port: int) -> bool:
    """Whether anything listens there; a listener that was killed left its port behind."""
    with suppress(OSError), socket.create_connection((DEFAULT_HOST, port), timeout=1.0):
        return True
    return False


async def send_all(
    sampling: Sampling, ready: Iterable[Callable[[], Request]], target: str, show: Callable[[SampleSent], None]
) -> int:
    """Send one after another, show each outcome as it comes, and say whether all went well.

    Raises ResourceError at the first that nothing answers.
    """
    failed = 0
    try:
        for make_one in ready:
            sent = await sampling.send(make_one(), target)
            if sent.status is None:
                raise ResourceError(sent.error or f"Nothing answered at {sent.url}.")
            show(sent)
            failed += sent.error is not None or not 200 <= sent.status < 300
    finally:
        await sampling.close()
    return 1 if failed else 0


def show_sent(provider: str, event: str, as_json: bool, sent: SampleSent) -> None:
    """One outcome as a line or an object."""
    if as_json:
        print_json(
            {
                "provider": provider,
                "event": event,
                "target": sent.url,
                "status": sent.status,
                "duration_ms": rounded(sent.duration_ms),
                "headers": pairs_json(sent.headers),
                "body_base64": b64encode(sent.body).decode(),
                "error": sent.error,
            }
        )
    else:
        took = "" if sent.duration_ms is None else f" in {sent.duration_ms:.1f} ms"
        click.echo(visible(f"{provider} {event} → {sent.url}: {sent.error or f'{sent.status}{took}'}"))

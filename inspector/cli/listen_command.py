"""The listener without the window."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass

import click

from inspector.cli.fetching import fetch_keys
from inspector.cli.options import STORE_VARIABLE, URL_VARIABLE, Common, as_json, common, public_url
from inspector.cli.output import Bodies, print_capture, print_json, visible
from inspector.cli.passphrase import passphrase_for_reading
from inspector.cli.printing import Printing
from inspector.cli.running import run
from inspector.cli.secret_option import secret_option
from inspector.cli.times import DURATION
from inspector.core.capture import Capture
from inspector.core.errors import TimeLimitError, UsageError
from inspector.core.filter.parser import parse
from inspector.core.messages import Fact, Health
from inspector.core.paths import Paths
from inspector.core.recipe import OWN
from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.core.secret import Secret
from inspector.engine import custom_file
from inspector.engine.engine import Engine
from inspector.providers.handshakes.expected import check_expected
from inspector.providers.handshakes.handed_over import how_to_keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """One run of the listener in a terminal, as the options say."""

    common: Common
    host: str | None = None
    port: int | None = None
    match: str = ""
    count: int | None = None
    timeout: float | None = None
    status: int | None = None
    handshakes: bool | None = None
    """Whether handshakes are answered; None as the settings say, and so with whom is expected."""
    expected_provider: str | None = None
    fetch_keys: bool = False
    """Whether public keys are fetched, whatever the settings say."""
    public_url: str = ""
    """The address that senders call, whatever the settings say; empty for theirs."""
    secrets: tuple[Secret, ...] = ()
    as_json: bool = False
    bodies: Bodies = "text"
    arguments: Sequence[str] = ()
    """The command to run while listening; empty for none."""

    def run(self) -> int:
        """Listen until the count, the time limit, the command's end or Ctrl+C; returns the exit code."""
        tree = parse(self.match)
        with self.common.paths() as paths:
            check_described(paths, self.expected_provider or "")
            passphrase = passphrase_for_reading(paths, self.common.notice)
            engine = Engine(paths, secrets=self.secrets)
            engine.secrets.vault.offer(passphrase)
            return run(self._listen(engine, Printing(engine, tree, self._show), paths))

    async def _listen(self, engine: Engine, printing: Printing, paths: Paths) -> int:
        engine.facts.subscribe(self._tell_trouble)
        if self.status is not None:
            engine.respond_with(planned(self.status))
        engine.handshaking.on = self.handshakes
        engine.handshaking.expected_provider = self.expected_provider
        engine.asking.allowed = True if self.fetch_keys else None
        engine.public_url = self.public_url
        await engine.start()
        try:
            port = 0 if self.arguments and self.port is None else self.port
            addresses = await engine.listen(self.host, port)
            self._announce(engine, addresses)
            if not self.common.quiet or self.count is not None or self.match:
                printing.start()
            if self.arguments:
                return await self._beside_command(printing, addresses[0], paths)
            return await self._until_enough(printing)
        finally:
            await printing.finish(1.0)
            await engine.stop()

    def _announce(self, engine: Engine, addresses: Sequence[str]) -> None:
        if self.as_json:
            print_json({"listening": addresses[0]})
        else:
            self.common.notice(f"Listening on {addresses[0]}")
        if engine.health.exposed:
            self.common.notice("Other machines can reach this listener.")

    async def _until_enough(self, printing: Printing) -> int:
        try:
            await asyncio.wait_for(printing.wait_for(self.count), self.timeout)
        except TimeoutError:
            if self.count is None and printing.count:
                return 0
            raise TimeLimitError(self._missing(printing)) from None
        return 0

    async def _beside_command(self, printing: Printing, url: str, paths: Paths) -> int:
        environment = os.environ | {URL_VARIABLE: url, STORE_VARIABLE: str(paths.store)}
        try:
            process = await asyncio.create_subprocess_exec(*self.arguments, env=environment)
        except OSError as error:
            raise UsageError(f"The command {self.arguments[0]} cannot be run: {error.strerror}.") from error
        wanted = self.count if self.count is not None else (1 if self.match else None)
        try:
            async with asyncio.timeout(self.timeout):
                code = await process.wait()
                if code == 0 and wanted is not None:
                    await self._counted_or_quiet(printing, wanted)
        except TimeoutError:
            raise TimeLimitError(self._missing(printing)) from None
        finally:
            if process.returncode is None:
                process.terminate()
                await process.wait()
        await printing.finish()
        return 128 - code if code < 0 else code

    async def _counted_or_quiet(self, printing: Printing, wanted: int) -> None:
        """Wait for the count; without a time limit only for what has arrived already."""
        if self.timeout is not None:
            await printing.wait_for(wanted)
            return
        await printing.finish()
        if printing.count < wanted:
            raise TimeLimitError(self._missing(printing))

    def _missing(self, printing: Printing) -> str:
        wanted = 1 if self.count is None else self.count
        matching = f" that match {self.match}" if self.match else ""
        came = f"{printing.count} of {wanted} captures{matching} came"
        return f"{came} before the time limit; `list` shows what else arrived."

    def _show(self, capture: Capture) -> None:
        if not self.common.quiet:
            print_capture(capture, as_json=self.as_json, bodies=self.bodies)
            if capture.judgement.handshake and capture.response is not None and capture.response.why:
                self.common.notice(visible(f"#{capture.id}: {capture.response.why}"))
            if hint := how_to_keep(capture.judgement, capture.id):
                self.common.notice(hint)

    def _tell_trouble(self, fact: Fact) -> None:
        if isinstance(fact, Health) and fact.problem:
            self.common.notice(fact.problem)


def planned(status: int) -> Response:
    """The response for a status code that the user chose; 204 and 304 have no body (RFC 9110)."""
    if status in (204, 304):
        return Response(status=status)
    return Response(status=status, headers=DEFAULT_RESPONSE.headers, body=DEFAULT_RESPONSE.body)


def check_described(paths: Paths, provider_id: str) -> None:
    """Raise UsageError for a provider that the user has not described; of ours none."""
    described = custom_file.read(paths.custom_providers).providers if provider_id.startswith(OWN) else ()
    if wrong := check_expected(provider_id, described):
        raise UsageError(wrong)


def known_provider(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """Raise UsageError for a provider that there is not; an empty name is any."""
    if given is not None and not given.startswith(OWN) and (wrong := check_expected(given)):
        raise UsageError(wrong)
    return given


@click.command("listen", context_settings={"ignore_unknown_options": False})
@click.option(
    "--host", metavar="ADDRESS", help="The address to listen on; any but a loopback is open to other machines."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), help="The port; 0 is any free one. [default: 8765 or the next free]"
)
@click.option("--match", metavar="FILTER", default="", help="Which captures are printed and counted; all are kept.")
@click.option("-n", "--count", type=click.IntRange(1), help="Stop after so many captures that match.")
@click.option("--timeout", type=DURATION, help="Stop after this time; exit code 4 when the captures did not come.")
@click.option("--status", type=click.IntRange(200, 599), help="The status code that senders are told. [default: 200]")
@click.option(
    "--bodies", type=click.Choice(["none", "text", "all"]), default="text", help="What --json gives of bodies."
)
@click.option(
    "--handshakes/--no-handshakes", default=None, help="Whether requests that test the address get their own answer."
)
@click.option(
    "--expect-provider",
    metavar="PROVIDER",
    callback=known_provider,
    help="Who sends here; only its handshakes are answered with the help of a secret.",
)
@public_url
@fetch_keys
@secret_option
@as_json
@common
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[-- COMMAND…]")
def command(
    common: Common,
    host: str | None,
    port: int | None,
    match: str,
    count: int | None,
    timeout: float | None,
    status: int | None,
    bodies: Bodies,
    handshakes: bool | None,
    expect_provider: str | None,
    public_url: str,
    fetch_keys: bool,
    secrets: tuple[Secret, ...],
    as_json: bool,
    arguments: tuple[str, ...],
) -> int:
    """Listen for webhooks without the window.

    With `-- COMMAND` it listens on a free port, runs COMMAND with WEBHOOK_INSPECTOR_URL and WEBHOOK_INSPECTOR_STORE
    set, and stops after it with its exit code.
    """
    return Listening(
        common=common,
        host=host,
        port=port,
        match=match,
        count=count,
        timeout=timeout,
        status=status,
        secrets=secrets,
        as_json=as_json,
        bodies=bodies,
        handshakes=handshakes,
        expected_provider=expect_provider,
        fetch_keys=fetch_keys,
        public_url=public_url,
        arguments=arguments,
    ).run()

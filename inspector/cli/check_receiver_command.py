"""Checks a receiver: good events and bad ones to one address, and what it said to each."""

from collections.abc import Callable

import click

from inspector.cli.ids import LAST, find_id
from inspector.cli.opening import Opened, opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import print_json, visible
from inspector.cli.resend_command import known_secrets
from inspector.cli.running import run
from inspector.cli.secret_option import SecretOption, check_provider
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.core.secret import Secret
from inspector.core.sending_wishes import CheckLine, CheckReceiver, ReceiverChecked
from inspector.dispatch.targets import target_url
from inspector.engine import custom_file
from inspector.engine.preparing import Preparing
from inspector.engine.reading import Reading
from inspector.engine.receiver_checking import ReceiverChecking, checked
from inspector.engine.resending import Resending
from inspector.engine.sampling import Sampling
from inspector.engine.secret_keeping import SecretKeeping
from inspector.formats.capture_json import rounded
from inspector.providers.registry import find

STEPS = {
    "good": "a good one",
    "stale": "one that is too old",
    "future": "one that is too early",
    "tampered": "one that was changed on its way",
    "wrong-secret": "one signed with another secret",
    "unsigned": "one without a signature",
    "repeat": "the good one again",
}


@click.command("check-receiver")
@click.argument("subject", metavar="PROVIDER|ID")
@click.option("--to", "target", metavar="URL", required=True, help="The receiver; 3000 is this machine.")
@click.option(
    "--secret",
    type=SecretOption(),
    metavar="PROVIDER=VALUE",
    help="The secret that the receiver checks with. [default: the sample secret; a capture's the one that verified it]",
)
@click.option("--sign-with", metavar="NAME", default="", help="A stored secret by its name instead.")
@click.option("--event", default="", help="Which sample event of the PROVIDER. [default: its first]")
@as_json
@common
def command(
    common: Common, subject: str, target: str, secret: Secret | None, sign_with: str, event: str, as_json: bool
) -> int:
    """Check that a receiver accepts good events and refuses bad ones.

    Sends a good event, each bad one that the provider's signatures allow, and the good one again, to one address. They
    are samples of a PROVIDER, or made of the capture ID. A receiver should answer good ones with 2xx, also a second
    time, and bad ones with anything else. Exit code 1 when it did otherwise.
    """
    target_url(target, "/")
    named = bool(LAST.fullmatch(subject)) or subject.lstrip("#").isdecimal()
    if named and event:
        raise UsageError("A capture is an event already; --event is for a provider's samples.")
    if secret is not None and sign_with:
        raise UsageError("Give the secret with --secret, or name a stored one with --sign-with.")
    if not named:
        check_provider(subject)
    with common.paths() as paths, opened(paths, common.notice) as here:
        wish = CheckReceiver(
            target=target,
            of=find_id(here.reader, subject) if named else None,
            provider="" if named else subject,
            event=event,
            secret=sign_with if secret is None else secret.name,
        )
        sender = wish.provider if wish.of is None else here.reader.capture(wish.of).judgement.provider or ""
        keeping = known_secrets(common, paths, () if secret is None else (secret,), (sender,))
        told = run(check(here, paths, keeping, wish, (lambda line: None) if as_json else show_line))
    if as_json:
        print_json(result_json(told))
    else:
        click.echo(summary(told))
    return 0 if told.passed else 1


async def check(
    here: Opened, paths: Paths, keeping: SecretKeeping, wish: CheckReceiver, show: Callable[[CheckLine], None]
) -> ReceiverChecked:
    """Send all, show each as it ends, and say what came of it."""
    reading = Reading(paths.store)
    described = custom_file.read(paths.custom_providers).providers
    preparing = Preparing(lambda: keeping, custom=lambda: described)
    resending = Resending(store=here.store, reading=reading, publish=lambda fact: None, preparing=preparing)
    sampling = Sampling(store=here.store, preparing=preparing, paths=paths)
    checking = ReceiverChecking(reading, resending, sampling, preparing)
    try:
        base = await checking.begin(wish)
        lines = []
        async for line in checking.lines(base, wish.target):
            show(line)
            lines.append(line)
        return checked(base, wish.target, lines)
    finally:
        await resending.close()
        await sampling.close()
        reading.close()


def show_line(line: CheckLine) -> None:
    """A step as a line: what was sent, what should have come back, what did."""
    mark, colour = ("–", None) if line.left_out else ("✓", "green") if line.passed else ("✗", "red")
    did = line.left_out or line.error or f"{line.status} in {line.duration_ms or 0:.1f} ms"
    should = "should be accepted" if line.accepts else "should be refused"
    text = f"{mark} {STEPS[line.step]:<32}{'left out' if line.left_out else should:<20}"
    click.echo(click.style(text, fg=colour) + visible(did))


def summary(told: ReceiverChecked) -> str:
    """One sentence on all of it."""
    wrong = [STEPS[line.step] for line in told.lines if not line.passed]
    if not wrong:
        return f"{told.target} does what it should with events of {name_of(told.provider)}."
    said = f"{told.target} does not do what it should with: {', '.join(wrong)}."
    if not told.lines[0].passed:
        said += f" Does it check with the secret that signed these (“{told.secret}”)?"
    return visible(said)


def name_of(provider_id: str) -> str:
    """A provider as people call it."""
    provider = find(provider_id)
    return provider_id if provider is None else provider.name


def result_json(told: ReceiverChecked) -> dict[str, object]:
    """The result as an object."""
    return {
        "provider": told.provider,
        "event": told.event,
        "target": told.target,
        "secret": told.secret,
        "passed": told.passed,
        "checks": [
            {
                "step": line.step,
                "expected": "accept" if line.accepts else "refuse",
                "status": line.status,
                "duration_ms": rounded(line.duration_ms),
                "error": line.error,
                "left_out": line.left_out,
                "passed": line.passed,
            }
            for line in told.lines
        ],
    }

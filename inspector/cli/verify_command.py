"""Checks a signature, of a capture or of a request that was never captured."""

import sys
from collections.abc import Container
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from inspector import settings_file
from inspector.cli.fetching import fetch_keys, known_keys, with_key
from inspector.cli.ids import LAST, find_id
from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common, public_url
from inspector.cli.output import print_json, visible
from inspector.cli.passphrase import read_vault
from inspector.cli.verify_app import EXIT_CODES as APP_EXIT_CODES
from inspector.cli.verify_app import App, answer_of, app_json, app_options, print_app, print_snippet
from inspector.cli.verify_mend import do_mend, mend_line, mend_words, next_step
from inspector.cli.verify_scheme import any_secret_option, check_secrets, find_option, print_schemes
from inspector.core import clock
from inspector.core.app_messages import AppAnswer
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.engine import custom_file
from inspector.engine.reading import plain
from inspector.engine.secret_keeping import SecretKeeping, open_samples, open_vault
from inspector.formats.capture_json import signature_json
from inspector.formats.raw import read_request
from inspector.providers.basis import Basis, Secrets
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from inspector.providers.mending import mend_of

EXIT_CODES = {"valid": 0, "invalid": 1}
NOTHING = 3


@click.command("verify")
@click.argument("subject", metavar="ID|FILE|-")
@click.option(
    "--at", metavar="TIME", help="Judge the age as if it had arrived then. [default: when it arrived; now for a file]"
)
@public_url
@fetch_keys
@any_secret_option
@find_option
@app_options
@click.option(
    "--mend", is_flag=True, help="Do what mends the failure: keep the secret that matches, set the public URL."
)
@as_json
@common
def command(
    common: Common,
    subject: str,
    at: str | None,
    public_url: str,
    fetch_keys: bool,
    secrets: tuple[Secret, ...],
    find_scheme: bool,
    app_body: str | None,
    app_digest: str | None,
    framework: str | None,
    snippet: str | None,
    mend: bool,
    as_json: bool,
) -> int:
    """Check the signature of a capture, or of a raw HTTP request in a FILE or on standard input (-), and explain it.

    Exit code 0: valid, 1: not valid, 3: nothing to check (unsigned, no secret, unknown sender).

    An unknown sender, but a known secret? With --find-scheme the usual ways to sign are tried.

    Valid here, but your app refuses it? With --app-body or --app-digest it says what the app did with the body. Exit
    code 0: the app sees the bytes that came, 1: other bytes, 3: that cannot be told.
    """
    app = App(body=app_body, digest=app_digest, framework=framework)
    if subject == app_body == "-":
        raise UsageError("Standard input cannot be both the request and the body that the app saw; give one as a file.")
    with common.paths() as paths:
        request, from_here = find_request(common, paths, subject)
        if at is not None:
            request = replace(request, received_at=moment(at))
        if find_scheme:
            return print_schemes(request, secrets, lambda: known_secrets(common, paths, ()), as_json=as_json)
        check_secrets(secrets)
        basis = with_key(
            basis_of(common, paths, secrets, public_url, request), request, common, paths, wanted=fetch_keys
        )
        judgement = check(request, basis)
        offered = mend_of(request, judgement, basis, sent_from_here=from_here, decode=plain)
        if mend:
            do_mend(paths, request, judgement, basis, offered)
            return 0
    if snippet is not None:
        print_snippet(snippet, request, judgement, basis, as_json=as_json)
        return 0
    captured = subject.isdecimal() or LAST.fullmatch(subject) is not None
    how = "" if offered is None else mend_words(offered, subject, captured=captured)
    if as_json:
        answer = answer_of(app, request, judgement, basis) if app.is_given else None
        print_json(as_object(judgement, how, answer))
    else:
        tell(judgement, mend_line(offered, how) if offered is not None and how else "")
        if advice := next_step(judgement, subject):
            common.notice(visible(advice))
        answer = print_app(app, request, judgement, basis) if app.is_given else None
    if answer is not None:
        return APP_EXIT_CODES[answer.status]
    return EXIT_CODES.get(judgement.verdict.status, NOTHING)


def as_object(judgement: Judgement, how: str, answer: AppAnswer | None) -> dict[str, object]:
    """What `--json` prints; `how` is what mends a failure."""
    told: dict[str, object] = {"provider": judgement.provider, "event": judgement.event}
    told |= {"signature": signature_json(judgement.verdict), "mend": how or None}
    return told if answer is None else {**told, "app": app_json(answer)}


def tell(judgement: Judgement, mending: str) -> None:
    """Print the verdict, why, and what mends it."""
    verdict = judgement.verdict
    who = " ".join(part for part in (judgement.provider, judgement.event) if part) or "unknown sender"
    cause = f" ({verdict.cause})" if verdict.cause else ""
    click.echo(visible(f"{verdict.status}{cause}: {who}"))
    click.echo(visible(verdict.explanation))
    if mending:
        click.echo(visible(mending))


def find_request(common: Common, paths: Paths, subject: str) -> tuple[Request, bool]:
    """The request of a capture, a file or standard input, and whether this program sent it.

    What the user hands over counts as sent from this machine, so that samples of this machine are known for what they
    are: the verdict then names the sample secret.
    """
    if subject == "-":
        read = read_request(sys.stdin.buffer.read(), name="standard input", received_at=clock.now())
        return by_hand(read), False
    if subject.isdecimal() or LAST.fullmatch(subject):
        with opened(paths, common.notice) as here:
            capture = here.reader.capture(find_id(here.reader, subject))
            body = replace(capture.request.body, content=capture.request.body.read(), path=None)
            return replace(capture.request, body=body), capture.origin.kind in ("resend", "sample")
    if not subject:
        raise UsageError("There is no name; give a capture such as 17 or last, a file, or - for standard input.")
    try:
        content = Path(subject).read_bytes()
    except OSError as error:
        raise UsageError(f"“{subject}” is neither a capture nor a file that can be read: {error.strerror}.") from error
    return by_hand(read_request(content, name=subject, received_at=clock.now())), False


def by_hand(request: Request) -> Request:
    """The same request, sent from this machine."""
    return replace(request, remote="127.0.0.1:0")


def known_secrets(
    common: Common, paths: Paths, session: tuple[Secret, ...], of: Container[str] | None = None
) -> Secrets:
    """The secrets of the options, then those of the vault; that those of these providers are locked is said."""
    keeping = SecretKeeping(open_vault(paths), session)
    read_vault(keeping, paths, common.notice, of=of)
    return keeping.current


def basis_of(common: Common, paths: Paths, session: tuple[Secret, ...], public_url: str, request: Request) -> Basis:
    """What to judge a request by: the secrets of the options and of the vault, the sample secrets, the public URL."""
    custom = custom_file.read(paths.custom_providers).providers
    settings = settings_file.read(paths.settings)
    # Who sent it is known without any secret, and whatever is locked of others has nothing to do with it.
    sender = judge(request, Basis(custom=custom, expected=settings.expected_provider)).provider
    basis = Basis(
        secrets=known_secrets(common, paths, session, of=() if sender is None else (sender,)),
        samples=open_samples(paths, custom),
        public_url=public_url or settings.public_url,
        custom=custom,
    )
    return known_keys(basis, paths)


def check(request: Request, basis: Basis) -> Judgement:
    """The whole judgement, with its cause."""
    judgement = judge(request, basis)
    if judgement.verdict.final:
        return judgement
    return diagnose(request, judgement, basis, decode=plain)


def moment(text: str) -> datetime:
    """Read `--at`: an RFC 3339 time or seconds since 1970. Raises UsageError."""
    try:
        if text.isdecimal():
            return clock.from_micros(int(text) * 1_000_000)
        return clock.from_text(text)
    except (ValueError, OverflowError):
        raise UsageError(f"“{text}” is no time; expected for example 2026-11-23T08:21:09Z or 1700000000.") from None

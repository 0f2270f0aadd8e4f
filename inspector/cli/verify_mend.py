"""The part of `verify` that mends: what to run, and doing it."""

import shlex
from dataclasses import replace

import click

from inspector import settings_file
from inspector.cli.output import counted, visible
from inspector.cli.passphrase import unlock_to_keep
from inspector.cli.running import run
from inspector.cli.secrets_command import PLACES, keep_it, keyring_takes
from inspector.core.errors import NothingError
from inspector.core.mend import Mend, MendKind
from inspector.core.paths import Paths
from inspector.core.request import Request
from inspector.core.secret import Kept, SecretName
from inspector.core.verdict import Judgement
from inspector.engine.engine import Engine
from inspector.engine.reading import plain
from inspector.engine.secret_keeping import open_vault
from inspector.engine.wishes import judge_urls_again
from inspector.providers.basis import Basis
from inspector.providers.mending import mended_secret

PATIENCE = 3.0
"""Seconds for causes of failures; the next `listen` or window searches the rest."""


def mend_words(mend: Mend, subject: str, *, captured: bool) -> str:
    """What mends a failure, as a command; of a mend that only looks, where. Empty where there is none."""
    match mend.kind:
        case "secret" if mend.replaces:
            return f"the same command with --mend keeps “{mend.secret}” {mend.words}"
        case "secret":
            how = f" {mend.words}" if mend.words else ""
            return f"the same command with --mend keeps it{how} as “{mend.secret}” of {mend.provider}"
        case "public-url":
            return f"the same command with --mend sets the public URL to {mend.url}"
        case "enter-url":
            return "the same command with --public-url URL, the address that the sender calls"
        case "sign-again" if captured:
            return f"webhook-inspector resend {subject} --as signed"
        case "headers" if captured:
            return f"webhook-inspector show {subject} --part headers"
        case "bytes" if captured:
            return f"webhook-inspector show {subject} --part body"
    return ""


TO_CHANGE: dict[MendKind, str] = {
    "headers": "What writes that header is to be changed: the sender, or a proxy on the way.",
    "bytes": "Have every proxy and gateway on the way pass the body on unchanged, or the sender sign what it sends.",
}
"""What nothing in this program mends, by the place where it can be looked at."""


def mend_line(mend: Mend, how: str) -> str:
    """What to do, as a line: a command that only looks is not said to mend."""
    if mend.kind in TO_CHANGE:
        return f"{TO_CHANGE[mend.kind]} To look at it: {how}"
    return f"To mend it: {how}"


def next_step(judgement: Judgement, subject: str) -> str:
    """What to run where there was nothing to check with; empty where that is not what is missing."""
    verdict, provider = judgement.verdict, judgement.provider
    if verdict.status == "unknown" and provider is None:
        how = f"`verify {shlex.quote(subject)} --find-scheme --secret env:NAME`"
        return f"If you know its secret, {how} searches how it signs."
    if verdict.status != "no-secret" or provider is None:
        return ""
    keep = f"`secrets add {provider} NAME`"
    if verdict.cause == "key-unavailable":
        return f"Fetch the key with --fetch-keys, or keep one that you have with {keep}."
    return f"Give it with --secret {provider}=env:NAME, or keep it with {keep}."


def do_mend(paths: Paths, request: Request, judgement: Judgement, basis: Basis, mend: Mend | None) -> None:
    """Do what a mend says. Raises NothingError where nothing that could be done here mends the failure."""
    if mend is not None and mend.kind == "secret":
        _keep(paths, request, judgement, basis)
    elif mend is not None and mend.kind == "public-url":
        settings_file.change(paths.settings, lambda settings: replace(settings, public_url=mend.url))
        run(_judged_again(paths))
        click.echo(visible(f"The public URL is {mend.url} now."))
    elif mend is not None and mend.kind == "enter-url":
        raise NothingError("Only you know the address that the sender calls: give it with --public-url URL.")
    else:
        raise NothingError("Nothing that this program could change mends it.")


def _keep(paths: Paths, request: Request, judgement: Judgement, basis: Basis) -> None:
    found = mended_secret(request, judgement, basis, decode=plain)
    if found is None:
        raise NothingError("No secret that could be kept mends it.")
    mend, secret = found
    vault = open_vault(paths)
    name = SecretName(provider=mend.provider, name=mend.secret)
    in_file = any((one.provider, one.name, one.kept) == (*_key(name), "file") for one in vault.remembered())
    keep: Kept | None = "file" if in_file or not keyring_takes(vault, secret.value) else None
    if keep == "file":
        unlock_to_keep(vault)
    kept, again = run(keep_it(paths, vault, name, secret.value, keep))
    told = f"Kept {mend.provider} “{mend.secret}” {mend.words}".rstrip()
    click.echo(visible(f"{told} ({PLACES[kept.kept]}); {counted(again, 'earlier capture')} judged again."))


def _key(name: SecretName) -> tuple[str, str]:
    return name.provider, name.name


async def _judged_again(paths: Paths) -> None:
    engine = Engine(paths)
    try:
        engine.store.bump_settings()
        await engine.take_settings()
        await judge_urls_again(engine)
        await engine.diagnosing.drain(PATIENCE)
    finally:
        await engine.stop()

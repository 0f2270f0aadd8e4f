"""The parts of `verify` about an app: what it did with the body, and code that verifies the capture."""

import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from inspector.cli.output import print_json, visible
from inspector.core.app_messages import AppAnswer, AppStatus
from inspector.core.errors import NothingError, UsageError
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.engine.app_comparing import compared, read_body
from inspector.engine.reading import plain
from inspector.providers.app_seen import body_seen, read_digest
from inspector.providers.basis import Basis
from inspector.providers.explanation import explain
from inspector.providers.frameworks import FRAMEWORKS
from inspector.providers.samples.secret import NAME
from inspector.providers.snippets.registry import LANGUAGES, find_language

EXIT_CODES: dict[AppStatus, int] = {"same": 0, "found": 1, "different": 1, "hint": 3, "unknown": 3}

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """What was given of an app."""

    body: str | None
    digest: str | None
    framework: str | None

    @property
    def is_given(self) -> bool:
        """Whether anything was."""
        return self.body is not None or self.digest is not None


def app_options(function: F) -> F:
    """Give a command `--app-body`, `--app-digest`, `--framework` and `--snippet`."""
    for option in (
        click.option(
            "--snippet",
            type=click.Choice([language.id for language in LANGUAGES]),
            help="Print code that verifies this very capture, with standard libraries only.",
        ),
        click.option(
            "--framework",
            type=click.Choice([framework.id for framework in FRAMEWORKS]),
            help="Say in this framework's words what the app did.",
        ),
        click.option(
            "--app-digest",
            metavar="DIGEST",
            help="A digest that your app computed, in hex or base64: SHA-256 of the bytes, or its signature; "
            "or the line `webhook-inspector LENGTH SHA256` that it printed.",
        ),
        click.option("--app-body", metavar="FILE", help="The body as your app saw it; - is standard input."),
    ):
        function = option(function)
    return function


def print_app(app: App, request: Request, judgement: Judgement, basis: Basis) -> AppAnswer:
    """Say what an app did. Raises UsageError for a file or a digest that cannot be read."""
    answer = answer_of(app, request, judgement, basis)
    for line in (answer.title, answer.difference, answer.advice):
        if line:
            click.echo(visible(line))
    return answer


def answer_of(app: App, request: Request, judgement: Judgement, basis: Basis) -> AppAnswer:
    """What an app did: of the body that was given, and where that is the one that came, of the digest."""
    known = _with_sample(judgement, basis)
    framework = app.framework or ""
    answer: AppAnswer | None = None
    digest = read_digest(app.digest) if app.digest is not None else None
    if app.body is not None:
        content = sys.stdin.buffer.read() if app.body == "-" else read_body(Path(app.body))
        answer = compared(request, judgement, known, body_seen(content), framework)
    if digest is not None and (answer is None or answer.status == "same"):
        answer = compared(request, judgement, known, digest, framework)
    if answer is None:
        raise UsageError("Give --app-body FILE or --app-digest DIGEST.")
    return answer


def app_json(answer: AppAnswer) -> dict[str, object]:
    """An answer as JSON."""
    return asdict(answer)


def print_snippet(language_id: str, request: Request, judgement: Judgement, basis: Basis, *, as_json: bool) -> None:
    """Print code for a capture. Raises NothingError that says why there is none."""
    proof = explain(request, judgement, _with_sample(judgement, basis), decode=plain).proof
    code = dict(proof.snippets).get(language_id) if proof is not None else None
    if code is None:
        why = proof.no_snippet if proof is not None else ""
        raise NothingError(why or "There is no snippet: this request carries no signature of a known provider.")
    language = find_language(language_id)
    if as_json:
        file = language.file if language is not None else ""
        print_json({"snippet": {"language": language_id, "file": file, "code": code}})
    else:
        click.echo(code, nl=False)


def _with_sample(judgement: Judgement, basis: Basis) -> Basis:
    """The secret of our own samples counts where it is the one that matched."""
    sample = basis.samples.get(judgement.provider or "") if judgement.verdict.secret == NAME else None
    if sample is None:
        return basis
    own = basis.secrets.get(sample.provider, ())
    return replace(basis, secrets={**basis.secrets, sample.provider: (*own, sample)})

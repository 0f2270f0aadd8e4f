"""Options that many commands share, and what they mean."""

import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click
import platformdirs

from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.core.public_address import read_public_url

APP = "webhook-inspector"
STORE_VARIABLE = "WEBHOOK_INSPECTOR_STORE"
URL_VARIABLE = "WEBHOOK_INSPECTOR_URL"

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The options every command takes."""

    store: str | None
    config_dir: str | None
    quiet: bool
    verbose: bool

    @contextmanager
    def paths(self) -> Iterator[Paths]:
        """The paths that the options name; a temporary store is removed behind the command."""
        paths = make_paths(self.store, self.config_dir)
        try:
            yield paths
        finally:
            if paths.temporary:
                shutil.rmtree(paths.store.parent, ignore_errors=True)

    def notice(self, sentence: str) -> None:
        """Tell the user something on standard error, unless told to be quiet."""
        if not self.quiet:
            click.echo(sentence, err=True)


def common(function: F) -> F:
    """Give a command `--store`, `--config-dir`, `-q` and `-v`; its function gets a `Common` as `common`."""

    def gather(context: click.Context, parameter: click.Parameter, verbose: bool) -> Common:
        outer_store, outer_config = context.find_root().obj or (None, None)
        logging.basicConfig(level=logging.DEBUG if verbose else logging.CRITICAL, format="%(name)s: %(message)s")
        logging.getLogger("keyring").setLevel(logging.WARNING)
        return Common(
            store=first_given(context.params.pop("store", None), outer_store),
            config_dir=first_given(context.params.pop("config_dir", None), outer_config),
            quiet=bool(context.params.pop("quiet", False)),
            verbose=verbose,
        )

    for option in (
        click.option("-v", "--verbose", "common", is_flag=True, callback=gather, help="Say more on standard error."),
        click.option(
            "-q", "--quiet", is_flag=True, is_eager=True, help="Say nothing that is not a result or an error."
        ),
        click.option("--config-dir", metavar="DIR", is_eager=True, help="The folder for settings."),
        click.option(
            "--store", metavar="PATH", is_eager=True, help="The store; `temp` is a new one that is removed at the end."
        ),
    ):
        function = option(function)
    return function


def first_given(*values: str | None) -> str | None:
    """The first value that was given, an empty one too."""
    return next((value for value in values if value is not None), None)


def base_url(context: click.Context, parameter: click.Parameter, given: str | None) -> str:
    """Raise UsageError for what is no beginning of a URL; empty where none was given."""
    try:
        return read_public_url((given or "").strip())
    except UsageError as error:
        raise UsageError(f"--public-url: {error}") from error


public_url = click.option(
    "--public-url",
    metavar="URL",
    callback=base_url,
    help="The address that senders call, without a path; some sign it. [default: as the preferences say, else what "
    "the request tells]",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON: one object a line.")


def make_paths(store: str | None, config_dir: str | None) -> Paths:
    """Where things live, from the options, the environment or the platform's own folders."""
    if store is not None and not store.strip():
        raise UsageError("--store names nothing; give a path, or leave it out for the usual store.")
    named = store or os.environ.get(STORE_VARIABLE) or ""
    temporary = named == "temp"
    usual = Path(platformdirs.user_data_dir(APP)) / "captures.db"
    if temporary:
        file = Path(tempfile.mkdtemp(prefix="webhook-inspector-")) / "captures.db"
    else:
        file = Path(named).expanduser() if named else usual
    return Paths(
        store=file.absolute(),
        config=Path(config_dir).expanduser().absolute() if config_dir else Path(platformdirs.user_config_dir(APP)),
        logs=Path(platformdirs.user_log_dir(APP)),
        temporary=temporary,
        usual=file.absolute() == usual.absolute(),
    )

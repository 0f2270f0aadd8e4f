"""The entry: finds the command, runs it, and turns every error into one line and an exit code."""

import difflib
import importlib
import logging
import os
import sys
from collections.abc import Sequence

import click

from inspector import __version__
from inspector.core.errors import InspectorError, UsageError

log = logging.getLogger(__name__)

COMMANDS: tuple[tuple[str, str], ...] = (
    ("listen", "Listen for webhooks without the window."),
    ("wait", "Wait for captures that any process stores."),
    ("list", "List captures, newest first."),
    ("show", "Show one capture, or the exact bytes of a part of it."),
    ("verify", "Check a signature and explain what is wrong with it."),
    ("resend", "Send captures again: as they came, changed, or signed now."),
    ("trigger", "Send a sample event with a valid signature."),
    ("check-receiver", "Check that a receiver accepts good events and refuses bad ones."),
    ("export", "Write captures as cURL, HAR, raw HTTP, JSON or JSONL."),
    ("import", "Take captures from HAR, JSONL, JSON, raw HTTP or cURL files."),
    ("providers", "Who is recognised, and how each signature is checked."),
    ("secrets", "Add, list and remove signing secrets."),
    ("delete", "Remove captures."),
    ("reset", "Remove captures, secrets or settings for good."),
    ("info", "Where things are, how large they are, and which versions run."),
    ("completion", "Print shell completion for bash, zsh or fish."),
)
"""Every command with its line of help, in the order of `--help`; each is the module of that name in this package."""

INTERRUPTED = 130
BROKEN = 5


class LazyCommands(click.Group):
    """Imports the module of a command only when that command runs, which keeps `--help` and the window quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"inspector.cli.{cmd_name.replace('-', '_')}_command").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            near = difflib.get_close_matches(args[0].lower(), self.list_commands(ctx), n=2)
            meant = f"did you mean {' or '.join(near)}? " if near else ""
            raise UsageError(f"There is no command “{args[0]}”; {meant}`webhook-inspector --help` lists all.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS))


@click.group(
    cls=LazyCommands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="webhook-inspector")
@click.option("--store", metavar="PATH", help="The store to use; `temp` is a new one that is removed at the end.")
@click.option("--config-dir", metavar="DIR", help="The folder for settings.")
@click.option(
    "--host", metavar="ADDRESS", help="The address to listen on; any but a loopback is open to other machines."
)
@click.option("--port", type=click.IntRange(0, 65535), help="The port to listen on; 0 is any free one.")
@click.option("--open", "files", metavar="FILE", multiple=True, help="Import this file into the window's store.")
@click.option("--filter", "filter", metavar="FILTER", default="", help="The filter that the window begins with.")
@click.pass_context
def program(
    context: click.Context,
    store: str | None,
    config_dir: str | None,
    host: str | None,
    port: int | None,
    files: tuple[str, ...],
    filter: str,
) -> None:
    """Webhook Inspector: captures webhooks, checks their signatures, sends them again.

    With no command it opens the window.
    """
    context.obj = (store, config_dir)
    if context.invoked_subcommand is None:
        # Imported here: only the window needs it.
        window = importlib.import_module("inspector.cli.window")
        context.exit(window.open_window(store, config_dir, host, port, files, filter))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; no error leaves it as a traceback."""
    fill_closed_streams()
    try:
        # None leaves it to whether a terminal reads.
        code = program.main(
            args=arguments, prog_name="webhook-inspector", standalone_mode=False, color=None if coloured() else False
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        return complain(error.format_message(), 2)
    except InspectorError as error:
        return complain(str(error), error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has had enough; Python must not complain about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        log.debug("The system refused something", exc_info=True)
        return complain(f"The system refused it: {error.strerror or error}.", BROKEN)
    except Exception as error:
        log.debug("An error that should not have happened", exc_info=True)
        return complain(
            f"Something failed inside ({type(error).__name__}: {error}). Run it with -v to see where.", BROKEN
        )


def complain(sentence: str, code: int) -> int:
    """Print an error as one line on standard error and return its code."""
    line = " ".join(sentence.split())
    click.secho(f"webhook-inspector: {line}", fg="red", err=True, color=None if coloured() else False)
    return code


def coloured() -> bool:
    """Whether a terminal may be shown colours (https://no-color.org)."""
    return not os.environ.get("NO_COLOR")


def fill_closed_streams() -> None:
    """Open the null device for streams that the caller closed, as `>&-` does.

    Else the store or a socket would get the number of one of them, and a command that we start would write into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - as long as the program runs
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115

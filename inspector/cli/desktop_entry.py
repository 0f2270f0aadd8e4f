"""The entry for desktops, which put the files that are to be opened behind the program's name."""

import sys
from collections.abc import Sequence

from inspector.cli.main import main


def start(arguments: Sequence[str] | None = None) -> int:
    """Open the window, and in it the files that are named; options are those of the program."""
    return main(opening(sys.argv[1:] if arguments is None else arguments))


def opening(arguments: Sequence[str]) -> list[str]:
    """The same as the program's own command line takes it: files alone become files to open."""
    if any(argument.startswith("-") for argument in arguments):
        return list(arguments)
    return [word for argument in arguments for word in ("--open", argument)]

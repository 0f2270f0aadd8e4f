#!/usr/bin/env python3
"""Everything a developer does: `python3 packaging/dev.py start | test | check | oracles | bench | pictures`.

Needs nothing but Python 3.11 or newer: it makes `.venv`, installs what is pinned and sees to Qt's system libraries.
"""

import os
import shutil
import sys

if sys.version_info < (3, 11):
    # Formatted the old way: this is read by the Python that is too old.
    for newer in filter(shutil.which, ("python3.13", "python3.12", "python3.11", "python3.14")):
        os.execvp(newer, [newer, *sys.argv])
    sys.exit("Webhook Inspector needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from types import FrameType

import environment
import qt_libraries
import system_packages
from virtual_display import virtual_display

WORKERS = 3
"""Processes that test side by side: windows and programs are waited for so often that two leave the cores idle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What `dev.py NAME` does; `run` gets what stands behind the name and returns the exit code."""

    name: str
    text: str
    run: Callable[[list[str]], int]


def start(arguments: list[str]) -> int:
    """The program itself, in the folder where the person stands. With no display it says so and listens."""
    environment.provide()
    qt_libraries.provide(qt_libraries.for_session(os.environ))
    # -P: a json.py in the person's folder is not imported in place of the library's.
    command = [environment.program("python"), "-P", "-m", "inspector", *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return _code(subprocess.run(command, check=False).returncode)


def test(arguments: list[str]) -> int:
    """The whole of what CI runs; with arguments only pytest, which gets them."""
    if arguments:
        return _with_display([environment.program("python"), "-m", "pytest", *arguments])
    return check([])


def check(arguments: list[str]) -> int:
    """Format, lint, types, import contracts, tests, one after another; a failure does not hide the next."""
    if arguments:
        sys.exit("check takes no arguments; to run a part of the tests: dev.py test PATH -k NAME")
    environment.provide()
    python = environment.program("python")
    stages = {
        "format": [python, "-m", "ruff", "format", "--check", "--quiet", "."],
        "lint": [python, "-m", "ruff", "check", "--quiet", "--output-format", "concise", "."],
        "types": [python, "-m", "mypy"],
        "import contracts": [environment.program("lint-imports"), "--no-logo", "--no-cache"],
    }
    failed = [name for name, command in stages.items() if _stage(name, command, os.environ)]
    code = _with_display([python, "-m", "pytest", "--numprocesses", str(WORKERS), "--no-loadscope-reorder"])
    if failed:
        print(f"failed before the tests: {', '.join(failed)}", file=sys.stderr)
    return code or (1 if failed else 0)


def oracles(arguments: list[str]) -> int:
    """What we sign and accept is compared with what the providers' own libraries do; arguments go to pytest."""
    environment.provide_oracles()
    return _with_display([environment.program("python"), "-m", "pytest", "tests/oracles", *arguments])


def bench(arguments: list[str]) -> int:
    """Prints the figures of the design, measured here."""
    return _with_display([environment.program("python"), "-m", "tests.bench", *arguments])


def pictures(arguments: list[str]) -> int:
    """Paints the README's pictures anew, from the real window."""
    script = str(environment.ROOT / "packaging" / "pictures.py")
    return _with_display([environment.program("python"), script, *arguments])


COMMANDS: tuple[Command, ...] = (
    Command(name="start", text="open the window; with no display, listen in the terminal", run=start),
    Command(name="test", text="format, lint, types, import contracts, tests; with arguments only pytest", run=test),
    Command(name="check", text="the same as test without arguments", run=check),
    Command(
        name="oracles", text="compare signing with the providers' own libraries, 350 MB; on to pytest", run=oracles
    ),
    Command(name="bench", text="measure, and print the figures of the design", run=bench),
    Command(name="pictures", text="paint the pictures of the README anew", run=pictures),
)


def main(arguments: list[str]) -> int:
    """Runs the command that is named first; returns its exit code."""
    signal.signal(signal.SIGTERM, _stop)
    for command in COMMANDS:
        if arguments[:1] == [command.name]:
            return command.run(arguments[1:])
    usage = "\n".join(f"  {command.name:<9} {command.text}" for command in COMMANDS)
    asked = arguments[:1] in (["-h"], ["--help"])
    print(f"python3 packaging/dev.py COMMAND\n\n{usage}", file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


def _stage(name: str, command: list[str], variables: Mapping[str, str]) -> int:
    began = time.monotonic()
    code = _code(subprocess.run(command, cwd=environment.ROOT, env=variables, check=False).returncode)
    print(f"{name}: {'failed' if code else 'ok'} ({time.monotonic() - began:.1f} s)", flush=True)
    return code


def _with_display(command: list[str]) -> int:
    environment.provide()
    qt_libraries.provide(qt_libraries.WINDOW, programs=qt_libraries.TEST_PROGRAMS)
    if "pytest" in command and sys.platform == "linux":
        keyring = qt_libraries.missing_programs(qt_libraries.KEYRING_PROGRAMS)
        system_packages.provide_if_possible(keyring, without="Without a keyring its tests are left out")
        breaking = qt_libraries.missing_programs(qt_libraries.BREAKING_PROGRAMS)
        system_packages.provide_if_possible(breaking, without="What these do to a delivery is not tried")
    # Each further worker of pytest has a display of its own, see tests/conftest.py.
    with ExitStack() as stack:
        own = dict(stack.enter_context(virtual_display()))
        for number in range(1, WORKERS):
            own[f"DISPLAY_gw{number}"] = stack.enter_context(virtual_display()).get("DISPLAY", "")
        return _code(subprocess.run(command, cwd=environment.ROOT, env=own, check=False).returncode)


def _code(returncode: int) -> int:
    """A process ended by a signal gives the shell's number for it."""
    return 128 - returncode if returncode < 0 else returncode


def _stop(number: int, frame: FrameType | None) -> None:
    """So that what was started is stopped too."""
    sys.exit(128 + number)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

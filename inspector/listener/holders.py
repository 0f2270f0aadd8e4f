"""Who listens on a port already, as far as this system tells: Linux does through /proc, for the user's own programs."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
LISTENING = "0A"
"""State of a listening socket in /proc/net/tcp (proc_pid_net(5))."""
INTERPRETERS = re.compile(r"(python|node|ruby|perl|php|java|deno|bun)[0-9.]*")
LONGEST = 60
"""Characters of a program's name that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A process that listens, and what it is called."""

    pid: int
    name: str

    def __str__(self) -> str:
        return f"{self.name} (process {self.pid})"


def holder_of(port: int, proc: Path = PROC) -> Holder | None:
    """The process that listens on a port; None where that is not to be known. Never raises."""
    sockets = set(_listening_on(port, proc))
    if not sockets:
        return None
    for process in _processes(proc):
        if sockets & set(_sockets_of(process)):
            return Holder(pid=int(process.name), name=_name_of(process))
    return None


def _listening_on(port: int, proc: Path) -> Iterator[str]:
    for table in ("tcp", "tcp6"):
        with suppress(OSError):
            for line in (proc / "net" / table).read_text("ascii", "replace").splitlines()[1:]:
                fields = line.split()
                if len(fields) > 9 and fields[3] == LISTENING and fields[1].endswith(f":{port:04X}"):
                    yield f"socket:[{fields[9]}]"


def _processes(proc: Path) -> list[Path]:
    try:
        return [entry for entry in proc.iterdir() if entry.name.isdecimal()]
    except OSError:
        return []


def _sockets_of(process: Path) -> Iterator[str]:
    # Another user's process may not be looked into, and one may end in between.
    with suppress(OSError):
        for open_file in (process / "fd").iterdir():
            with suppress(OSError):
                yield os.readlink(open_file)


def _name_of(process: Path) -> str:
    """As people know it: `nginx`, `python3 app.py`, `python3 -m http.server`."""
    try:
        words = (process / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return "another program"
    program = Path(words[0]).name or "another program"
    if INTERPRETERS.fullmatch(program) and len(words) > 2:
        runs = words[1:3] if words[1] == "-m" else [Path(words[1]).name] if not words[1].startswith("-") else []
        program = " ".join([program, *runs])
    return program[:LONGEST]

"""Packages of the operating system: installed where that is possible without asking, else named with the command."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping


def provide(needed: Mapping[str, str]) -> None:
    """Installs what is needed (Debian's package name to the file it brings), or exits naming the command that does."""
    if not needed:
        return
    print(f"Missing on this system: {', '.join(needed.values())}.", file=sys.stderr, flush=True)
    if shutil.which("apt-get") is None or not _is_root():
        sys.exit(advice(needed))
    if failed := _install(needed):
        sys.exit(f"`{failed}` failed; the lines above say why.")


def provide_if_possible(needed: Mapping[str, str], *, without: str) -> None:
    """Installs them where that is possible without asking; else says what is left out `without` them, and goes on."""
    if not needed:
        return
    if shutil.which("apt-get") is not None and _is_root() and not _install(needed):
        return
    print(f"{without}. {advice(needed)}", file=sys.stderr, flush=True)


def _install(needed: Mapping[str, str]) -> str:
    """The command that failed; empty where all went well."""
    install = ("apt-get", "install", "-y", "-q", "--no-install-recommends", *needed)
    for command in (("apt-get", "update", "-q"), install):
        done = subprocess.run(
            command, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, stdout=sys.stderr, check=False
        )
        if done.returncode:
            return " ".join(command)
    return ""


def advice(needed: Mapping[str, str]) -> str:
    """One sentence with the exact command for this system, or with the files' names where its packages are unknown."""
    sudo = "" if _is_root() else "sudo "
    if shutil.which("apt-get"):
        return f"Install it with: {sudo}apt-get install {' '.join(needed)}"
    for tool in ("dnf", "zypper"):
        if shutil.which(tool):
            return f"Install it with: {sudo}{tool} install {' '.join(_capability(file) for file in needed.values())}"
    return f"Install the packages that bring these files, then start again: {' '.join(needed.values())}"


def _capability(file: str) -> str:
    """How RPM names what a package brings: a library by its soname, a program by its path."""
    return f"'{file}()(64bit)'" if ".so" in file else f"/usr/bin/{file}"


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0

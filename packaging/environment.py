"""The folder `.venv`: made once with exactly what `constraints.txt` pins, and known by its stamp from then on."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = "made-for"
"""The file in it that says what it was made for."""
ORACLES_STAMP = "oracles-made-for"
"""The same of the providers' own libraries, which are added only where they are asked for."""


def program(name: str) -> str:
    """The path of a program of the environment: `python`, `lint-imports`."""
    return str(VENV / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name))


def requirements() -> list[str]:
    """What the program and its tests need, as pyproject.toml names it, without versions being chosen yet."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*described["dependencies"], *described["optional-dependencies"]["test"]]


def oracle_requirements() -> list[str]:
    """The providers' own libraries, which tests/oracles asks."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(described["optional-dependencies"]["oracles"])


def fingerprint() -> str:
    """Changes whenever the environment has to be made anew: other requirements, pins, Python or place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = (project["project"], project["build-system"], _constraints().read_text(encoding="utf-8"))
    place = (sys.version_info[:2], sys.base_prefix, str(VENV))
    return hashlib.sha256(json.dumps([parts, place]).encode()).hexdigest()


def oracle_fingerprint() -> str:
    """The same for what is added to it."""
    return hashlib.sha256(f"{fingerprint()}\n{_oracle_pins().read_text(encoding='utf-8')}".encode()).hexdigest()


def is_ready() -> bool:
    """The environment stands and is the one that is wanted."""
    stamp = VENV / STAMP
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint() and Path(program("python")).exists()


def provide() -> None:
    """Makes the environment unless it is ready. Exits with a sentence where something it needs cannot be had."""
    if is_ready():
        return
    print(f"Setting up {VENV} once; this takes about a minute …", file=sys.stderr, flush=True)
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        system_packages.provide({f"{version}-venv": f"{version}'s module ensurepip"})
    # From the interpreter below an activated environment: the one being replaced must not be the one that runs.
    base = getattr(sys, "_base_executable", None) or sys.executable
    _run(base, "-m", "venv", "--clear", str(VENV))
    _install("--constraint", str(_constraints()), *requirements())
    _install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    (VENV / STAMP).write_text(fingerprint(), encoding="utf-8")


def provide_oracles() -> None:
    """Adds the providers' own libraries to the environment unless they are there. Exits as `provide` does."""
    provide()
    stamp = VENV / ORACLES_STAMP
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == oracle_fingerprint():
        return
    print("Installing the providers' own libraries once, 350 MB; this takes about two minutes …", file=sys.stderr)
    _install("--constraint", str(_constraints()), "--constraint", str(_oracle_pins()), *oracle_requirements())
    stamp.write_text(oracle_fingerprint(), encoding="utf-8")


def _constraints() -> Path:
    return ROOT / "packaging" / "constraints.txt"


def _oracle_pins() -> Path:
    return ROOT / "packaging" / "oracle_constraints.txt"


def _install(*what: str) -> None:
    _run(program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what)


def _run(*command: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(f"Setting up {VENV} failed; the lines above say why. Start the same command again once it is mended.")

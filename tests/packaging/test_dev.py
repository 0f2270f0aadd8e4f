"""The developer's one script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import environment


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, str(environment.ROOT / "packaging" / "dev.py"), *arguments]
    return subprocess.run(script, capture_output=True, text=True, check=False)


@pytest.fixture
def ready_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `.venv` that is ready and whose Python writes down how it was called."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(environment, "VENV", venv)
    python = Path(environment.program("python"))
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nprintf "%s\\n" "$DISPLAY" "$@" > {tmp_path}/called\nexit 7\n')
    python.chmod(0o755)
    (venv / environment.STAMP).write_text(environment.fingerprint())
    return tmp_path / "called"


def test_help_names_every_command() -> None:
    """`--help` is the table of commands, on standard output."""
    done = _run("--help")

    assert done.returncode == 0
    assert all(f"  {command.name} " in done.stdout for command in dev.COMMANDS)


@pytest.mark.parametrize("arguments", [[], ["stat"]])
def test_an_unknown_command_shows_what_there_is(arguments: list[str]) -> None:
    """A slip of the fingers ends with 2 and the table on standard error."""
    done = _run(*arguments)

    assert done.returncode == 2
    assert "start" in done.stderr
    assert done.stdout == ""


def test_check_takes_no_arguments() -> None:
    """Nobody believes to have checked the whole after naming a part."""
    done = _run("check", "tests/core")

    assert done.returncode == 1
    assert "dev.py test PATH" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the virtual display is Linux's")
def test_a_part_of_the_tests_runs_on_a_virtual_display(
    ready_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands behind `test` goes to pytest, whose windows open on nobody's desktop; its exit code comes back."""
    monkeypatch.setenv("DISPLAY", ":a-desktop")

    code = dev.main(["test", "tests/core", "-k", "some name"])
    display, *called = ready_environment.read_text().splitlines()

    assert code == 7
    assert called == ["-m", "pytest", "tests/core", "-k", "some name"]
    assert display.removeprefix(":").isdecimal()


@pytest.mark.skipif(os.name == "nt", reason="the process is replaced where that is possible")
@pytest.mark.parametrize("arguments", [[], ["listen", "--port", "0"]])
def test_start_becomes_the_program(ready_environment: Path, arguments: list[str]) -> None:
    """`start` hands its arguments on, and nothing of the script stays between the person and the program."""
    code = (
        f"import sys; sys.path.insert(0, {str(environment.ROOT / 'packaging')!r})\n"
        f"import dev, environment; environment.VENV = __import__('pathlib').Path({str(environment.VENV)!r})\n"
        f"dev.main({['start', *arguments]!r}); print('still here')"
    )
    variables = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run([sys.executable, "-c", code], env=variables, capture_output=True, text=True, check=False)

    assert done.returncode == 7
    assert "still here" not in done.stdout
    assert ready_environment.read_text().splitlines()[1:] == ["-P", "-m", "inspector", *arguments]


def test_bench_and_pictures_hand_their_arguments_on(ready_environment: Path) -> None:
    """Both are other people's scripts, run in the environment."""
    dev.main(["bench", "--seconds", "1"])
    bench = ready_environment.read_text().splitlines()[1:]
    dev.main(["pictures", "--only", "empty"])
    pictures = ready_environment.read_text().splitlines()[1:]

    assert bench == ["-m", "tests.bench", "--seconds", "1"]
    assert pictures == [str(environment.ROOT / "packaging" / "pictures.py"), "--only", "empty"]


def test_oracles_are_asked_in_an_environment_that_has_them(ready_environment: Path) -> None:
    """Their tests are named, which the ordinary ones leave out, and arguments go on to pytest."""
    stamp = environment.VENV / environment.ORACLES_STAMP
    stamp.write_text(environment.oracle_fingerprint())

    assert dev.main(["oracles", "-k", "stripe"]) == 7
    assert ready_environment.read_text().splitlines()[1:] == ["-m", "pytest", "tests/oracles", "-k", "stripe"]


def test_ci_runs_the_readmes_test_command() -> None:
    """What is green at the desk is green in CI: it is one command."""
    script = (environment.ROOT / ".ci" / "run").read_text()

    assert "python3 packaging/dev.py test\n" in script
    assert "set -euo pipefail" in script
    assert os.access(environment.ROOT / ".ci" / "run", os.X_OK) or os.name == "nt"

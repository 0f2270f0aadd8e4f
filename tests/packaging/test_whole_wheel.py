"""The wheel, as people install it: built once, put into a clean environment, and started."""

import json
import os
import subprocess
import sys
import sysconfig
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import environment
from inspector import __version__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=environment.ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def clean(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel; its libraries are lent by this one, without a network."""
    folder = tmp_path_factory.mktemp("clean")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    asked = [str(programs / "python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    purelib = Path(subprocess.check_output(asked, text=True).strip())
    # A folder named in a .pth file lends its packages, but its own .pth files, and so this checkout, stay out.
    (purelib / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return programs


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of a person, far from the checkout."""
    return tmp_path


def _run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_holds_the_program_the_resources_and_the_licence(wheel: Path) -> None:
    """Every file of the package and of `resources/` is in it, and nothing of the tests."""
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.check_output(["git", "ls-files", "inspector", "resources"], cwd=environment.ROOT, text=True)
    files = {name for name in tracked.splitlines() if (environment.ROOT / name).exists()}
    wanted = {f"inspector/{name}" if name.startswith("resources/") else name for name in files}

    assert any(name.startswith("inspector/resources/") for name in wanted)
    assert wanted - names == set()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names} == {"inspector", f"webhook_inspector-{__version__}.dist-info"}


def test_both_entries_are_installed(clean: Path) -> None:
    """One for the terminal, one for the desktop."""
    names = {path.stem for path in clean.iterdir()}

    assert {"webhook-inspector", "webhook-inspector-window"} <= names


def test_it_starts_and_finds_its_resources(clean: Path, elsewhere: Path) -> None:
    """The installed program is the one that answers, with its own version, and its resources lie inside it."""
    version = _run(clean / "webhook-inspector", "--version", folder=elsewhere)
    code = "import inspector.core.resources as r; print(r.__file__); print(r.resource('style', 'tokens.json'))"
    module, tokens = _run(clean / "python", "-c", code, folder=elsewhere).splitlines()

    assert __version__ in version
    assert Path(module).is_relative_to(clean.parent)
    assert Path(tokens).is_relative_to(Path(module).parent.parent)


def test_info_runs(clean: Path, elsewhere: Path) -> None:
    """The command that support asks for works in a fresh installation."""
    assert __version__ in _run(clean / "webhook-inspector", "info", "--json", folder=elsewhere)


@pytest.fixture
def listening(clean: Path, elsewhere: Path) -> Iterator[subprocess.Popen[str]]:
    """The installed program, receiving."""
    command = [str(clean / "webhook-inspector"), "listen", "--port", "0", "--store", "temp", "--json", "-n", "1"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=elsewhere, stdout=pipe, stderr=pipe, text=True) as program:
        yield program
        program.kill()


def test_it_receives(listening: subprocess.Popen[str]) -> None:
    """A webhook that is posted to the installed program is kept, printed, and counted to the end."""
    assert listening.stdout
    url = json.loads(listening.stdout.readline())["listening"]
    with urllib.request.urlopen(urllib.request.Request(f"{url}/hooks", data=b'{"a": 1}', method="POST")) as response:
        status = response.status
    capture = json.loads(listening.stdout.readline())

    assert status == 200
    assert (capture["method"], capture["target"], capture["size"]) == ("POST", "/hooks", 8)
    assert listening.wait(20) == 0

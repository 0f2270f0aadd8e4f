"""`.venv`: made once, of exactly the pins."""

import os
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import environment

PIN = re.compile(r"([A-Za-z0-9._-]+)==([0-9][A-Za-z0-9.]*)")


@pytest.fixture
def other_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder whose environment may be spoilt."""
    (tmp_path / "packaging").mkdir()
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        (tmp_path / name).write_bytes((environment.ROOT / name).read_bytes())
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    return tmp_path


def _pins() -> dict[str, str]:
    lines = (environment.ROOT / "packaging" / "constraints.txt").read_text().splitlines()
    matches = [PIN.fullmatch(line) for line in lines if not line.startswith("#")]
    assert None not in matches
    return {canonicalize_name(match.group(1)): match.group(2) for match in matches if match}


def _needed() -> dict[str, str]:
    """Every distribution that is installed for the requirements on this platform, with its version."""
    versions: dict[str, str] = {}
    waiting = [(Requirement(line), "") for line in environment.requirements()]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        found = distribution(name)
        versions[name] = found.version
        for wanted in {"", *requirement.extras} - {extra for known, extra in seen if known == name}:
            seen.add((name, wanted))
            waiting += [(Requirement(line), wanted) for line in found.requires or ()]
    return versions


def test_all_that_is_needed_is_pinned_and_installed_so() -> None:
    """Nothing in the environment was chosen by the day on which it was made; pip itself comes with Python."""
    needed = _needed()
    needed.pop("pip", None)

    assert len(needed) > 40
    assert {name: version for name, version in needed.items() if _pins().get(name) != version} == {}


def test_qt_is_pinned_below_the_release_that_breaks_python_3_11() -> None:
    """PySide6 6.12.0 dies on Python 3.11; the requirement excludes it and the pin stays at 6.11.3."""
    old = [Requirement(line) for line in environment.requirements() if line.startswith("PySide6")]
    allowed = [r for r in old if r.marker and r.marker.evaluate({"python_version": "3.11"})]

    assert _pins()["pyside6-essentials"] == _pins()["shiboken6"] == "6.11.3"
    assert [r.specifier.contains("6.12.0") for r in allowed] == [False]


def test_the_fingerprint_follows_pins_requirements_and_place(
    other_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another pin, another requirement, another folder each ask for a new environment; another lint rule does not."""
    first = environment.fingerprint()
    project = other_place / "pyproject.toml"
    project.write_text(project.read_text() + "\n[tool.other]\nx = 1\n")
    same = environment.fingerprint()
    project.write_text(project.read_text().replace('"click>=8.1"', '"click>=8.2"'))
    requirement = environment.fingerprint()
    (other_place / "packaging" / "constraints.txt").write_text("click==8.2.0\n")
    pin = environment.fingerprint()
    monkeypatch.setattr(environment, "VENV", other_place / "moved")

    assert same == first
    assert len({first, requirement, pin, environment.fingerprint()}) == 4


def test_a_ready_environment_is_left_alone(other_place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The second run starts nothing and says nothing."""
    python = Path(environment.program("python"))
    python.parent.mkdir(parents=True)
    python.write_text("")
    (environment.VENV / environment.STAMP).write_text(environment.fingerprint())

    environment.provide()

    assert capfd.readouterr() == ("", "")
    assert sorted(path.name for path in environment.VENV.iterdir()) == sorted([python.parent.name, environment.STAMP])


@pytest.mark.skipif(os.name == "nt", reason="a script stands for Python")
def test_libraries_that_are_there_are_not_asked_for_again(other_place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The providers' own libraries are added once; other pins of theirs do not count as the same."""
    pins = other_place / "packaging" / "oracle_constraints.txt"
    pins.write_text("stripe==16.1.0\n")
    python = Path(environment.program("python"))
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    (environment.VENV / environment.STAMP).write_text(environment.fingerprint())
    (environment.VENV / environment.ORACLES_STAMP).write_text(environment.oracle_fingerprint())

    environment.provide_oracles()
    assert capfd.readouterr() == ("", "")

    pins.write_text("stripe==16.2.0\n")
    with pytest.raises(SystemExit, match="the lines above say why"):
        environment.provide_oracles()


def test_setting_up_that_fails_ends_in_a_sentence_and_is_tried_again(
    other_place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """What failed has said so above, and the half-made environment does not count as ready."""
    monkeypatch.setattr(environment, "VENV", other_place / "pyproject.toml" / ".venv")

    with pytest.raises(SystemExit, match="the lines above say why"):
        environment.provide()

    assert "Not a directory" in capfd.readouterr().err
    assert not environment.is_ready()


def test_the_environments_python_runs(other_place: Path) -> None:
    """`program` names the Python that `venv` makes on this platform."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment.VENV)], check=True)
    asked = [environment.program("python"), "-c", "import sys; print(sys.prefix)"]

    assert Path(subprocess.check_output(asked, text=True).strip()) == environment.VENV

"""Packages of the operating system, installed or asked for."""

import os
from pathlib import Path

import pytest

import system_packages

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no packages to install for Qt")

NEEDED = {"libxcb-cursor0": "libxcb-cursor.so.0", "xvfb": "Xvfb"}


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A system whose only installer is an `apt-get` that writes down its calls, and fails where a file says so."""
    (tmp_path / "apt-get").write_text(
        f'#!/bin/sh\necho "$DEBIAN_FRONTEND $@" >> {tmp_path}/called\ntest ! -e {tmp_path}/no-network\n'
    )
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def test_nothing_is_done_when_nothing_is_missing(installer: Path) -> None:
    """The ordinary start touches no installer."""
    system_packages.provide({})

    assert not (installer / "called").exists()


def test_root_on_debian_gets_them_installed(installer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists are fetched first: a fresh machine has none."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    system_packages.provide(NEEDED)

    assert (installer / "called").read_text().splitlines() == [
        "noninteractive update -q",
        "noninteractive install -y -q --no-install-recommends libxcb-cursor0 xvfb",
    ]


def test_a_failing_installer_ends_in_a_sentence(installer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network the command that failed is named."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (installer / "no-network").touch()

    with pytest.raises(SystemExit, match="`apt-get update -q` failed"):
        system_packages.provide(NEEDED)


def test_what_can_be_left_out_stops_nobody(
    installer: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Root gets it installed; anybody else, or root without a network, is told what is left out and goes on."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system_packages.provide_if_possible({}, without="Nothing")
    assert not (installer / "called").exists()
    system_packages.provide_if_possible(NEEDED, without="No tests of it")
    assert (installer / "called").read_text().splitlines()[1].endswith("libxcb-cursor0 xvfb")
    assert capfd.readouterr().err == ""
    (installer / "no-network").touch()
    system_packages.provide_if_possible(NEEDED, without="No tests of it")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system_packages.provide_if_possible(NEEDED, without="No tests of it")

    told = "No tests of it. Install it with: %sapt-get install libxcb-cursor0 xvfb"
    assert capfd.readouterr().err.splitlines() == [told % "", told % "sudo "]


def test_anybody_else_is_given_the_command(
    installer: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without root nothing is installed; the exact line to type stands in the sentence."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit, match=r"^Install it with: sudo apt-get install libxcb-cursor0 xvfb$"):
        system_packages.provide(NEEDED)

    assert not (installer / "called").exists()
    assert "libxcb-cursor.so.0, Xvfb" in capsys.readouterr().err


def test_other_systems_are_asked_by_what_a_package_brings(installer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fedora and openSUSE install by the library's name, so no list of their packages can grow old."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(installer))
    (installer / "apt-get").rename(installer / "dnf")

    advice = system_packages.advice(NEEDED)

    assert advice == "Install it with: sudo dnf install 'libxcb-cursor.so.0()(64bit)' /usr/bin/Xvfb"


def test_an_unknown_system_is_told_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no installer is known, the names of the files are what one can search for."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert system_packages.advice(NEEDED).endswith("libxcb-cursor.so.0 Xvfb")

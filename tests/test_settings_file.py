"""The settings file."""

import multiprocessing
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.core.secret import SecretName
from inspector.core.settings import Settings
from inspector.settings_file import change, changed, read


def test_defaults_where_there_is_no_file(tmp_path: Path) -> None:
    """A new user has the defaults."""
    assert read(tmp_path / "settings.toml") == Settings()


def test_what_was_changed_is_read_back(tmp_path: Path) -> None:
    """Every kind of value survives; the file is for its owner alone."""
    file = tmp_path / "config" / "settings.toml"
    wanted = Settings(
        port=9000,
        body_timeout=2.5,
        theme="dark",
        single_keys=False,
        recent_targets=("3000", "http://x"),
        secrets=(SecretName(provider="stripe", name="staging"),),
    )

    assert change(file, lambda settings: wanted) == wanted
    assert read(file) == wanted
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_keys_that_are_not_ours_stay(tmp_path: Path) -> None:
    """A newer program's settings are not lost."""
    file = tmp_path / "settings.toml"
    file.write_text('future = "yes"\nport = 9000\n')

    change(file, lambda settings: replace(settings, port=9001))

    assert 'future = "yes"' in file.read_text()
    assert read(file).port == 9001


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("port = ", "cannot be read"),
        ('port = "many"', "port is 'many'"),
        ("port = -1", "port is -1"),
        ('theme = "pink"', "expected system or light or dark"),
        ("recent_targets = 3", "no list of texts"),
        ('secrets = "x"', "no list of names"),
        ('secrets = [{provider = "stripe"}]', "secrets is"),
    ],
)
def test_a_broken_file_is_explained_and_left_alone(tmp_path: Path, text: str, expected: str) -> None:
    """The sentence names the file, the key and what was expected."""
    file = tmp_path / "settings.toml"
    file.write_text(text)

    with pytest.raises(UsageError, match=expected):
        read(file)
    with pytest.raises(UsageError, match=expected):
        change(file, lambda settings: settings)
    assert file.read_text() == text


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    """Changes of several processes at once are all there afterwards."""
    file = tmp_path / "settings.toml"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.starmap(add_targets, [(file, "a"), (file, "b")])

    assert len(read(file).recent_targets) == 40


def add_targets(file: Path, name: str) -> None:
    """Add twenty targets, one change each."""
    for number in range(20):
        change(file, lambda s, n=number: replace(s, recent_targets=(*s.recent_targets, f"{name}{n}")))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("port", 70_000, "0 to 65535"),
        ("body_timeout", 0.0, "0.1 to"),
        ("theme", "pink", "light"),
        ("max_body", 0, "1 to"),
    ],
)
def test_a_value_with_which_nothing_works_is_refused(tmp_path: Path, name: str, value: object, expected: str) -> None:
    """In the file and as a change; the sentence names the setting and what was expected."""
    with pytest.raises(UsageError, match=f"{name} cannot be .*{expected}"):
        changed(Settings(), {name: value})
    (tmp_path / "settings.toml").write_text(f"{name} = {value!r}")
    with pytest.raises(UsageError, match=expected):
        read(tmp_path / "settings.toml")


def test_a_change_is_checked_and_made(tmp_path: Path) -> None:
    """Lists come as tuples, whole numbers as seconds."""
    made = changed(Settings(), {"keep_alive": 5, "recent_targets": ("a", "b")})

    assert made == replace(Settings(), keep_alive=5.0, recent_targets=("a", "b"))

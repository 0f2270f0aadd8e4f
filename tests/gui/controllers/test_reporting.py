"""A report of a problem."""

from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector import __version__
from inspector.core.messages import Health
from inspector.core.paths import Paths
from inspector.core.secret import SecretName
from inspector.core.settings import Settings
from inspector.gui.controllers.reporting import COUNTED, NAMED, SHOWN, Standing, display, report, scrubbed
from inspector.log_file import NAME
from tests.gui.stage import fill

PRIVATE = replace(
    Settings(),
    target="https://user:pass@target.example.com",
    recent_targets=("https://recent.example.com",),
    confirmed_targets=("https://confirmed.example.com",),
    public_url="https://public.example.com",
    recent_stores=("/data/other.db",),
    secrets=(SecretName(provider="stripe", name="private-name"),),
)


def test_it_helps_and_gives_nobody_away(qtbot: QtBot, paths: Paths) -> None:
    """Versions, display, store, settings and log are there; secrets, targets and addresses elsewhere are not."""
    fill(paths.store, 3).close()
    paths.logs.mkdir()
    (paths.logs / NAME).write_text(
        f"2026-11-23 08:21:11,123 ERROR x: {Path.home()}/a https://a.example.com/hooks failed\n"
    )
    health = Health(listening=("http://127.0.0.1:8765",), keyring="the keyring", secrets=PRIVATE.secrets)

    text = report(Standing(paths=paths, settings=PRIVATE, health=health, display=display()))

    for expected in (
        f"version: {__version__}", "Qt: ", "screens: ", "captures: 3", "port: 8765", "recent_targets: 1 of them",
        "target: set", "listening: http://127.0.0.1:8765", "ERROR x: ~/a https://… failed",
    ):  # fmt: skip
        assert expected in text
    for private in ("example.com", "pass", "private-name", "other.db", str(Path.home())):
        assert private not in text


def test_every_setting_is_told_in_one_way() -> None:
    """With its value, as a number of things, or as there or not."""
    assert sorted((*SHOWN, *COUNTED, *NAMED)) == sorted(field.name for field in fields(Settings))


def test_a_store_that_is_not_there_is_no_trouble(paths: Paths) -> None:
    """A report is wanted when something is broken."""
    standing = Standing(paths=paths, settings=Settings(), health=Health(), display={})
    text = report(standing)
    assert "captures: none" in text
    paths.store.parent.mkdir(parents=True)
    paths.store.write_bytes(b"no database" * 1000)
    assert "problem: " in report(standing)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at http://127.0.0.1:8765/x.", "at http://127.0.0.1:8765/x."),
        ("(http://[::1]:80)", "(http://[::1]:80)"),
        ("http://localhost", "http://localhost"),
        ("http://127.0.0.1.example.com/x", "http://…"),
        ("http://localhost@example.com/", "http://…"),
        ("http://user:pw@127.0.0.1/", "http://…"),
        ('File "/srv/me/x.py"', 'File "~/x.py"'),
    ],
)
def test_addresses_of_this_machine_alone_stay(text: str, shown: str) -> None:
    """Whatever else is written as a URL is cut to its scheme."""
    assert scrubbed(text, ["/srv/me"]) == shown


def test_a_store_in_use_is_read(paths: Paths) -> None:
    """Without disturbing who writes."""
    with closing(fill(paths.store, 1)) as store:
        text = report(Standing(paths=paths, settings=Settings(), health=Health(), display={}))
        assert "captures: 1" in text
        store.mark_read(None)

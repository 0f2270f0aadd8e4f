"""Secrets in a real keyring: gnome-keyring, spoken to over D-Bus, for the commands and for a window's engine."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from inspector.core import clock
from inspector.core.frames import Call, Done, Quit
from inspector.core.secret_wishes import AddSecret, RemoveSecret, RevealSecret, SecretAdded
from inspector.store.reader import Reader
from tests.cli.conftest import SECRET, stripe
from tests.cli.test_secrets_command import run
from tests.engine.conftest import EVENT, signed
from tests.proof.secret_service import ALL, LOCK, UNLOCK, missing, secret_service, within
from tests.test_engine_process import Child, started

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="macOS and Windows have keyrings of their own"),
    pytest.mark.skipif(bool(missing()), reason=f"no real keyring can be tried: install {' '.join(missing())}"),
]
SLOW = 1.0
"""Seconds within which a sender has its response, whatever the keyring does."""


@pytest.fixture(scope="module")
def session() -> Iterator[Mapping[str, str]]:
    """A session with a keyring that is open."""
    with secret_service() as variables:
        yield variables


@pytest.fixture(autouse=True)
def in_session(session: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """This process and those it starts find that keyring."""
    for name, value in session.items():
        monkeypatch.setenv(name, value)


def test_the_commands_keep_and_find_a_secret(session: Mapping[str, str], tmp_path: Path) -> None:
    """Added from a file, listed by name alone, used by `verify`, gone when it is removed."""
    file = tmp_path / "key"
    file.write_bytes(SECRET)
    event = stripe(EVENT)
    request = tmp_path / "request.http"
    request.write_bytes(event.head + event.body.read())
    added = run("secrets", "add", "stripe", "staging", f"file:{file}")
    assert added.returncode == 0, added.stderr
    assert "stripe/staging" in within(ALL, session)
    listed = run("secrets", "list", "--json")
    assert listed.stdout == b'{"provider":"stripe","name":"staging","kept":"keyring"}\n'
    verified = run("verify", str(request), "--json")
    assert (verified.returncode, b'"secret":"staging"' in verified.stdout) == (0, True)
    assert SECRET not in listed.stdout + verified.stdout + verified.stderr + added.stdout + added.stderr

    assert run("secrets", "remove", "stripe", "staging").returncode == 0
    assert within(ALL, session).strip() == ""


def test_a_windows_engine_waits_for_a_locked_keyring_without_holding_up_a_sender(
    session: Mapping[str, str], tmp_path: Path
) -> None:
    """Meanwhile captures have no secret and nobody is asked; unlocked, they are judged again by themselves."""
    with started(tmp_path) as child:
        added = asked(child, AddSecret(provider="stripe", name="live", value=SECRET.decode()))
        assert isinstance(added, SecretAdded)
        assert added.kept == "keyring"
        child.connection.send(Quit())
        child.process.join(20)
    within(LOCK, session)
    with started(tmp_path) as child:
        before = time.monotonic()
        posted = urlopen(Request(child.url, data=EVENT, headers=signed(EVENT, secret=SECRET)), timeout=60)
        with posted as response:
            id = int(response.headers["X-Capture-Id"])
        assert time.monotonic() - before < SLOW
        assert status(tmp_path, id) == "no-secret"

        within(UNLOCK, session)
        until(lambda: status(tmp_path, id) == "valid")
        assert asked(child, RevealSecret(provider="stripe", name="live")) == SECRET.decode()
        asked(child, RemoveSecret(provider="stripe", name="live"))
        child.connection.send(Quit())
        child.process.join(20)
        assert not child.process.is_alive()
    assert within(ALL, session).strip() == ""


def asked(child: Child, wish: AddSecret | RevealSecret | RemoveSecret) -> object:
    """The engine's answer to a wish of the window."""
    child.connection.send(Call(number=1, wish=wish))
    done = child.next(Done)
    assert isinstance(done, Done)
    assert done.error is None
    return done.answer


def status(folder: Path, id: int) -> str:
    """The verdict that stands in the store."""
    reader = Reader(folder / "captures.db")
    try:
        return reader.capture(id).judgement.verdict.status
    finally:
        reader.close()


def until(holds: Callable[[], bool]) -> None:
    """Wait until a condition holds."""
    end = clock.now().timestamp() + 20
    while not holds():
        assert clock.now().timestamp() < end
        time.sleep(0.05)

"""What the window asks for about secrets."""

import asyncio
from pathlib import Path

import pytest

from inspector.core.errors import NothingError, UsageError
from inspector.core.mend import Mend
from inspector.core.messages import Explain, Explanation
from inspector.core.secret import Secret
from inspector.core.secret_wishes import (
    AddSecret,
    ChangePassphrase,
    ChangeSecret,
    MendSecret,
    RemoveSecret,
    RevealSecret,
    SecretAdded,
    UnlockSecrets,
)
from inspector.engine.engine import Engine
from inspector.engine.secret_granting import grant
from inspector.engine.wishes import fulfil
from tests.engine.conftest import EVENT, SECRET, Running, paths_in, signed


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """None is given to the run."""
    return ()


async def status(running: Running, id: int | None) -> tuple[str, str | None]:
    """The verdict of a capture, and the secret that it names."""
    verdict = (await running.capture(id)).judgement.verdict
    return verdict.status, verdict.secret


async def until(running: Running, id: int | None, wanted: tuple[str, str | None]) -> None:
    """Wait until a capture has that verdict."""
    async with asyncio.timeout(20):
        while await status(running, id) != wanted:
            await asyncio.sleep(0.01)


async def test_a_file_is_made_kept_in_renamed_and_unlocked(running: Running) -> None:
    """A file that is locked leaves captures without a secret; unlocked, they are judged again by themselves."""
    engine = running.engine
    with pytest.raises(UsageError, match="no passphrase yet"):
        await grant(engine, AddSecret(provider="stripe", name="live", value="x", keep="file"))
    await grant(engine, UnlockSecrets(passphrase="first one"))
    assert engine.health.keeping.file == "open"
    wish = AddSecret(provider="stripe", name="live", value=SECRET.decode(), keep="file")
    assert await grant(engine, wish) == SecretAdded(kept="file", judged_again=0, matched=0)
    await grant(engine, ChangePassphrase(old="first one", new="second one"))
    await grant(engine, ChangeSecret(provider="stripe", name="live", new_name="production"))
    _, id = await running.post(EVENT, headers=signed())
    assert await status(running, id) == ("valid", "production")
    assert await grant(engine, RevealSecret(provider="stripe", name="production")) == SECRET.decode()

    other = Engine(paths_in(engine.paths.store.parent))
    try:
        await other.start()
        await other.secrets.load()
        assert (other.secrets.keeping.file, other.secrets.keeping.unread) == ("locked", 1)
        assert other.secrets.current == {}
        with pytest.raises(UsageError, match="does not open"):
            await grant(other, UnlockSecrets(passphrase="first one"))
        await grant(other, UnlockSecrets(passphrase="second one"))
        assert (other.health.keeping.file, other.health.keeping.unread) == ("open", 0)
        assert [one.name for one in other.secrets.current["stripe"]] == ["production"]
    finally:
        await other.stop()
    await grant(engine, RemoveSecret(provider="stripe", name="production"))
    await until(running, id, ("valid", "production"))


async def test_what_came_while_it_was_locked_is_judged_again(tmp_path: Path) -> None:
    """Once the passphrase was given."""
    first = Engine(paths_in(tmp_path))
    await first.start()
    await grant(first, UnlockSecrets(passphrase="a passphrase"))
    await grant(first, AddSecret(provider="stripe", name="live", value=SECRET.decode(), keep="file"))
    await first.stop()
    again = Engine(paths_in(tmp_path))
    try:
        await again.start()
        addresses = await again.listen(port=0)
        later = Running(again, addresses[0])
        _, id = await later.post(EVENT, headers=signed())
        assert await status(later, id) == ("no-secret", None)
        await grant(again, UnlockSecrets(passphrase="a passphrase"))
        await until(later, id, ("valid", "live"))
    finally:
        await again.stop()


async def test_a_name_is_needed(running: Running) -> None:
    """For a new one as for another."""
    await grant(running.engine, AddSecret(provider="stripe", name="live", value="x", keep="session"))
    with pytest.raises(UsageError, match="needs a name"):
        await grant(running.engine, ChangeSecret(provider="stripe", name="live", new_name=""))
    with pytest.raises(UsageError, match="needs a name and a value"):
        await grant(running.engine, AddSecret(provider="stripe", name="", value="x"))
    with pytest.raises(UsageError, match="no keyring here"):
        await grant(running.engine, AddSecret(provider="stripe", name="a", value="x", keep="keyring"))


async def test_the_secret_that_would_match_is_kept(running: Running) -> None:
    """Under its name, without the line break that was pasted; the value is in no answer, and the capture is valid."""
    engine = running.engine
    await grant(engine, UnlockSecrets(passphrase="a passphrase"))
    await grant(engine, AddSecret(provider="stripe", name="live", value=SECRET.decode() + "\n", keep="file"))
    _, id = await running.post(EVENT, headers=signed())
    assert id is not None
    async with asyncio.timeout(20):
        while not (await running.capture(id)).judgement.verdict.final:
            await asyncio.sleep(0.01)
    told = await fulfil(engine, Explain(id=id))
    assert isinstance(told, Explanation)
    assert told.mend == Mend(
        kind="secret", words="without its last character, a line break", provider="stripe", secret="live", replaces=True
    )

    answer = await grant(engine, MendSecret(id=id))

    assert answer == SecretAdded(kept="file", judged_again=1, matched=1)
    assert SECRET.decode() not in repr(answer) + repr(told)
    assert await grant(engine, RevealSecret(provider="stripe", name="live")) == SECRET.decode()
    await until(running, id, ("valid", "live"))
    with pytest.raises(NothingError, match="No secret"):
        await grant(engine, MendSecret(id=id))

"""The search for a scheme, in the worker process."""

import asyncio
import time

import pytest

from inspector.core.custom_wishes import FindScheme
from inspector.core.errors import NothingError
from inspector.core.secret import Secret
from inspector.engine.finding import STOPPED, given
from tests.engine.conftest import Running
from tests.providers.described import BODY, KEY, NOW, mac

HEADERS = {"X-Acme-Time": NOW, "X-Acme-Signature": mac(NOW.encode() + b"." + BODY).hex()}


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """One of another provider, which may be the right one."""
    return (Secret(provider="stripe", name="kept", value=KEY),)


async def test_a_scheme_is_found_with_a_given_secret_and_with_those_that_are_kept(running: Running) -> None:
    """The one that matched is named; another gives nothing, and nothing of it is stored. A search can be stopped."""
    headers = HEADERS | {"X-Acme-Time": (now := str(int(time.time())))}
    headers["X-Acme-Signature"] = mac(now.encode() + b"." + BODY).hex()
    _, id = await running.post(BODY, "/", headers)
    find = running.engine.finding.find
    search = asyncio.ensure_future(find(FindScheme(id=id or 0, secret="x")))
    while not search.done():
        running.engine.finding.stop()
        await asyncio.sleep(0.001)
    assert await search == STOPPED

    with_given = await find(FindScheme(id=id or 0, secret=KEY.decode()))
    with_kept = await find(FindScheme(id=id or 0))
    wrong = await find(FindScheme(id=id or 0, secret="another"))

    assert [one.secret for one in with_given.found + with_kept.found] == ["given", "kept"]
    assert with_given.found[0].recipe.message == "{timestamp}.{body}"
    assert wrong.found == ()
    assert "were tried" in wrong.sentence
    assert (await running.capture(id)).judgement.provider is None


async def test_no_capture(running: Running) -> None:
    """A number that nobody has is an error in words."""
    with pytest.raises(NothingError):
        await running.engine.finding.find(FindScheme(id=99))


def test_a_given_secret_shows_itself_nowhere() -> None:
    """Not in a wish, nor in itself."""
    assert KEY.decode() not in repr(given("a", KEY.decode())) + repr(FindScheme(id=1, secret=KEY.decode()))

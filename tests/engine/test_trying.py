"""What the window asks about providers of the user's own."""

from dataclasses import replace

import pytest

from inspector.core.custom_wishes import (
    FindScheme,
    RemoveProvider,
    SaveProvider,
    SchemesFound,
    StopFinding,
    Trial,
    TryRecipe,
)
from inspector.core.errors import NothingError
from inspector.core.recipe import RecipeError
from inspector.core.secret import Secret
from inspector.core.secret_wishes import AddSecret
from inspector.core.sending_wishes import Resend
from inspector.engine.wishes import fulfil
from tests.engine.conftest import Running
from tests.providers.described import ACME, BODY, KEY, mac

PLAIN = replace(ACME, message="{body}", timestamp="", tolerance=0.0)
HEADERS = {"X-Acme-Signature": "sha256=" + mac(BODY).hex()}


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """None yet."""
    return ()


async def test_a_provider_is_tried_kept_used_and_removed(running: Running) -> None:
    """From an unknown capture to a valid one that is sent again signed, and back."""
    engine = running.engine
    _, id = await running.post(BODY, "/", HEADERS)
    assert await fulfil(engine, StopFinding()) is None
    found = await fulfil(engine, FindScheme(id=id or 0, secret=KEY.decode()))
    assert isinstance(found, SchemesFound)
    assert (found.found[0].recipe.prefix, found.found[0].recipe.message) == ("sha256=", "{body}")
    trial = await fulfil(engine, TryRecipe(recipe=PLAIN, id=id, secret=KEY.decode()))
    assert isinstance(trial, Trial)
    assert trial.verdict is not None
    assert trial.verdict.status == "valid"
    assert (await running.capture(id)).judgement.provider is None

    assert await fulfil(engine, SaveProvider(recipe=PLAIN)) == 1
    await fulfil(engine, AddSecret(provider="custom:acme", name="live", value=KEY.decode(), keep="session"))
    judgement = (await running.capture(id)).judgement
    assert (judgement.provider, judgement.verdict.status, judgement.verdict.secret) == ("custom:acme", "valid", "live")
    kept = await fulfil(engine, TryRecipe(recipe=PLAIN, id=id))
    assert isinstance(kept, Trial)
    assert kept.verdict is not None
    assert kept.verdict.secret == "live"

    await fulfil(engine, Resend(ids=(id or 0,), target=running.url, as_="signed"))
    again = await running.capture((id or 0) + 1)
    assert (again.judgement.provider, again.judgement.verdict.status) == ("custom:acme", "valid")

    assert await fulfil(engine, RemoveProvider(name="acme")) == 2
    assert (await running.capture(id)).judgement.provider is None


async def test_mistakes_are_answers_and_errors(running: Running) -> None:
    """A trial says what is wrong; saving it is refused; a capture that is not there is told."""
    bad = replace(PLAIN, message="{body")
    trial = await fulfil(running.engine, TryRecipe(recipe=bad))
    gone = await fulfil(running.engine, TryRecipe(recipe=PLAIN, id=99))

    assert isinstance(trial, Trial)
    assert trial.where == "message"
    assert isinstance(gone, Trial)
    assert gone.where == "id"
    assert "99" in gone.problem
    with pytest.raises(RecipeError):
        await fulfil(running.engine, SaveProvider(recipe=bad))
    with pytest.raises(NothingError):
        await fulfil(running.engine, RemoveProvider(name="acme"))

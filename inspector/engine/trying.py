"""Fulfils what the window asks about the user's own providers; a trial runs in the worker, nothing of it is kept."""

import asyncio
from dataclasses import replace

from inspector.core.custom_wishes import (
    CustomAnswer,
    CustomWish,
    FindScheme,
    RemoveProvider,
    SaveProvider,
    StopFinding,
    Trial,
    TryRecipe,
)
from inspector.core.errors import NothingError
from inspector.core.recipe import Recipe
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.engine import custom_file
from inspector.engine.aside import aside
from inspector.engine.engine import Engine
from inspector.engine.finding import given
from inspector.engine.reading import plain
from inspector.providers.diagnosis import readable_content
from inspector.providers.trial import try_recipe

TRY_SECONDS = 5.0
JUDGING_SECONDS = 3.0
"""For which the answer to a saved provider waits, so that it says how many captures are judged otherwise."""


async def attend(engine: Engine, wish: CustomWish) -> CustomAnswer | int | None:
    """Do what a wish asks for. Raises InspectorError where it cannot be done."""
    match wish:
        case SaveProvider():
            await aside(custom_file.save, engine.paths.custom_providers, wish.recipe, wish.replaces)
            return await _take(engine)
        case RemoveProvider():
            await aside(custom_file.remove, engine.paths.custom_providers, wish.name)
            return await _take(engine)
        case TryRecipe():
            return await _try(engine, wish)
        case FindScheme():
            return await engine.finding.find(wish)
        case StopFinding():
            engine.finding.stop()
    return None


async def _take(engine: Engine) -> int | None:
    counted: list[int] = []

    async def take() -> None:
        counted.append(await engine.describing.take(engine.basis))

    judging = engine.tasks.spawn(take(), name="judging again")
    await asyncio.wait({judging}, timeout=JUDGING_SECONDS)
    return counted[0] if counted else None


async def _try(engine: Engine, wish: TryRecipe) -> Trial:
    id = wish.id
    if id is None:
        return try_recipe(wish.recipe, None, ())
    try:
        request = (await engine.reading.run(lambda reader: reader.capture(id))).request
    except NothingError as error:
        return replace(try_recipe(wish.recipe, None, ()), problem=str(error), where="id")
    secrets = engine.secrets.current.get(wish.recipe.id, ())
    if wish.secret:
        secrets = (given(wish.recipe.id, wish.secret),)
    public_url = engine.basis().public_url
    return await engine.worker.call(TRY_SECONDS, tried, wish.recipe, request, secrets, public_url)


def tried(recipe: Recipe, request: Request, secrets: tuple[Secret, ...], public_url: str) -> Trial:
    """Runs in the worker: what a recipe says of a request."""
    return try_recipe(recipe, request, secrets, public_url, readable_content(request, plain))

"""What a recipe of the user says of one request, step by step: is it recognised, what is signed, does it match."""

import hashlib
from collections.abc import Sequence

from inspector.core.custom_wishes import Trial
from inspector.core.recipe import Recipe, RecipeError
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.custom import provider_of
from inspector.providers.explanation import explain, reading_of
from inspector.providers.explanation import recipe as formula_of
from inspector.providers.judging import assemble
from inspector.providers.line import one_line
from inspector.providers.payload import Payload
from inspector.providers.proof import signed_bytes
from inspector.providers.provider import Provider
from inspector.providers.recognition import recognise

SHOWN = 300
"""Characters of the signed message that are shown."""


def try_recipe(
    recipe: Recipe,
    request: Request | None,
    secrets: Sequence[Secret],
    public_url: str = "",
    content: bytes | None = None,
) -> Trial:
    """Try a recipe; without a request only whether it can be used. `content` is the decoded body.

    Raises OSError when the file of a large body is gone.
    """
    try:
        provider = provider_of(recipe)
    except RecipeError as error:
        return Trial(problem=str(error), where=error.field)
    formula = formula_of(provider.schemes[0]) if provider.schemes else ""
    if request is None:
        return Trial(formula=formula)
    basis = Basis(secrets={provider.id: tuple(secrets)}, public_url=public_url, custom=(provider,))
    if recognise(Payload(request, content), basis) is not provider:
        return Trial(formula=formula, recognised=False)
    judgement = assemble(request, basis, content, request.body.at_hand)
    return _told(provider, request, judgement, basis, content, formula)


def _told(
    provider: Provider, request: Request, judgement: Judgement, basis: Basis, content: bytes | None, formula: str
) -> Trial:
    explanation = explain(request, judgement, basis)
    signed, size, digest = _signed(provider, request, judgement, content)
    return Trial(
        formula=formula,
        recognised=True,
        verdict=judgement.verdict,
        signed=signed,
        signed_size=size,
        signed_sha256=digest,
        received=explanation.received,
        expected=explanation.expected,
        event=judgement.event or "",
        delivery_id=judgement.delivery_id or "",
    )


def _signed(provider: Provider, request: Request, judgement: Judgement, content: bytes | None) -> tuple[str, int, str]:
    """The signed bytes: the first of them as text, their number, their hash; nothing where nothing is signed."""
    reading = reading_of(provider, Payload(request, content), judgement.verdict)
    if reading is None or reading.missing or reading.scheme.algorithm in ("token", "jwt"):
        return "", 0, ""
    running, size, start = hashlib.sha256(), 0, b""
    for piece in signed_bytes(reading, request.body):
        running.update(piece)
        size += len(piece)
        start += piece[: max(0, 4 * SHOWN - len(start))]
    text = start.decode("utf-8", "replace").replace("\r", "\\r").replace("\n", "\\n")
    return one_line(text, SHOWN), size, running.hexdigest()

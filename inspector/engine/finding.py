"""Searches how a capture was signed: in the worker process, one search at a time, and nothing of it is kept."""

import asyncio
from collections.abc import Callable

from inspector.core.custom_wishes import FindScheme, SchemesFound
from inspector.core.errors import InspectorError
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.tasks import Tasks
from inspector.engine.reading import Reading, plain
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import readable_content
from inspector.providers.scheme_search import find_scheme
from inspector.worker import Worker

SECONDS = 5.0
"""The search limits itself to two; starting the worker and reading a large body take time too."""
GIVEN = "given"
"""What a secret is called that was given for a search or a trial alone."""
STOPPED = SchemesFound(whole=False, sentence="The search was stopped before it found anything.")


class Finding:
    """Runs one search; another one, or `stop`, ends it."""

    def __init__(self, *, reading: Reading, worker: Worker, tasks: Tasks, basis: Callable[[], Basis]) -> None:
        self._reading = reading
        self._worker = worker
        self._tasks = tasks
        self._basis = basis
        self._running: asyncio.Task[None] | None = None

    async def find(self, wish: FindScheme) -> SchemesFound:
        """Search. Raises NothingError for a capture that is not there."""
        self.stop()
        capture = await self._reading.run(lambda reader: reader.capture(wish.id))
        if wish.secret:
            secrets: tuple[Secret, ...] = (given("", wish.secret),)
        else:
            secrets = tuple(secret for kept in self._basis().secrets.values() for secret in kept)
        answers: list[SchemesFound] = []

        async def search() -> None:
            try:
                answers.append(await self._worker.call(SECONDS, searched, capture.request, secrets))
            except InspectorError as error:
                answers.append(SchemesFound(whole=False, sentence=f"The search was stopped. {error}"))

        self._running = self._tasks.spawn(search(), name="finding a scheme")
        await asyncio.wait({self._running})
        return answers[0] if answers else STOPPED

    def stop(self) -> None:
        """Give up the search that is going on."""
        if self._running is not None:
            self._running.cancel()


def searched(request: Request, secrets: tuple[Secret, ...]) -> SchemesFound:
    """Runs in the worker: how a request may have been signed."""
    return find_scheme(request, secrets, readable_content(request, plain))


def given(provider: str, value: str) -> Secret:
    """A secret that is used once and not kept."""
    return Secret(provider=provider, name=GIVEN, value=value.encode("utf-8", "surrogateescape"))

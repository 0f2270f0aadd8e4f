"""Sends what was edited in the window. The window leaves the request in a file, since no body crosses the pipe."""

import asyncio
from dataclasses import replace
from pathlib import Path

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.core.draft import Draft, differences, read_draft
from inspector.core.errors import UsageError
from inspector.core.handing import LEFT_OVER, sweep, take
from inspector.core.headers import NO_HEADERS, to_text
from inspector.core.request import Request
from inspector.core.sending_wishes import SendDraft
from inspector.dispatch.targets import target_url
from inspector.engine.reading import Reading
from inspector.engine.resending import Resending


class Drafting:
    """Takes drafts from their folder, one file each, and removes them before they are sent."""

    def __init__(self, *, folder: Path, reading: Reading, resending: Resending) -> None:
        self._folder = folder
        self._reading = reading
        self._resending = resending

    async def send(self, wish: SendDraft) -> Dispatch:
        """Send a draft; the dispatch stands in the store with the capture that was edited.

        Raises UsageError for a draft that is no request or a target that is none, ResourceError for a file that cannot
        be read, NothingError for a capture that is not there.
        """
        content = await asyncio.to_thread(take, self._folder, Path(wish.file))
        capture = await self._reading.run(lambda reader: reader.capture(wish.of))
        draft, start = read_draft(content)
        if problem := draft.problem():
            raise UsageError(problem)
        body = await asyncio.to_thread(lambda: Body.of(content[start:]))
        request = request_of(draft, body, capture)
        url = target_url(wish.target, request.target)
        changed = list(differences(capture.request.method, line_target(capture), capture.request.headers, draft))
        if body.sha256 != capture.request.body.sha256:
            changed.append("body")
        return await self._resending.send_edited(replace(capture, request=request), url, tuple(changed))

    async def sweep(self) -> None:
        """Remove what windows left behind, now and again, until cancelled: at a quick restart it is too young."""
        while True:
            await asyncio.to_thread(sweep, self._folder)
            await asyncio.sleep(LEFT_OVER)


def request_of(draft: Draft, body: Body, capture: Capture) -> Request:
    """The request that a draft is. Trailers go along where it is still sent in chunks."""
    chunked = b"chunked" in (draft.headers.raw("transfer-encoding") or b"").lower()
    return Request(
        received_at=now(),
        head=draft.head(),
        method=draft.method,
        target=to_text(draft.target),
        http_version=draft.http_version,
        remote="",
        headers=draft.headers,
        trailers=capture.request.trailers if chunked else NO_HEADERS,
        body=body,
    )


def line_target(capture: Capture) -> bytes:
    """The target as it came, also one that is no UTF-8."""
    return read_draft(capture.request.head)[0].target

"""Sending what was edited, through a real engine to a real listener."""

import asyncio
import json
import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.body import LARGE
from inspector.core.capture import Arrival
from inspector.core.errors import NothingError, UsageError
from inspector.core.handing import LEFT_OVER, leave
from inspector.core.sending_wishes import SendDraft
from inspector.engine import drafting
from inspector.engine.engine import Engine
from inspector.engine.wishes import fulfil
from inspector.formats.capture_json import to_json
from tests.captures import request_of
from tests.engine.conftest import EVENT, Running, paths_in, signed

BINARY = b"\xef\xbb\xbf\x00\xff\r\n\r\n\r\nno end"


def left(running: Running, content: bytes) -> str:
    """A draft as the window leaves it."""
    return str(leave(running.engine.paths.drafts, content))


def head(*lines: bytes) -> bytes:
    """A head of these lines."""
    return b"".join(line + b"\r\n" for line in lines) + b"\r\n"


async def test_what_was_edited_arrives_byte_for_byte(running: Running) -> None:
    """Method, path, order, case and repeats stay; Host and Content-Length are set anew; the dispatch says edited."""
    _, id = await running.post(EVENT, "/hooks?x=1", signed())
    file = left(
        running,
        head(
            b"PUT /a%2Fb?y= HTTP/1.1", b"X-A: 1", b"Host: old", b"x-a: \xe9", b"Content-Type: application/json",
            b"Content-Length: 1",
        ) + BINARY,
    )  # fmt: skip

    answer = await fulfil(running.engine, SendDraft(file=file, of=id or 0, target=running.url))

    capture, arrived = await running.capture(id), await running.capture(2)
    [dispatch] = capture.dispatches
    assert answer == (dispatch.id,)
    assert (dispatch.as_, dispatch.status, dispatch.body) == ("edited", 200, b"ok")
    assert (arrived.request.method, arrived.request.target) == ("PUT", "/a%2Fb?y=")
    host = running.url.partition("://")[2].encode()
    assert arrived.request.headers.pairs == (
        (b"X-A", b"1"), (b"Host", host), (b"x-a", b"\xe9"), (b"Content-Type", b"application/json"),
        (b"Content-Length", b"%d" % len(BINARY)),
    )  # fmt: skip
    assert arrived.request.body.read() == BINARY
    assert (arrived.origin.kind, arrived.origin.of) == ("resend", id)
    assert {"method", "path", "body", "Host", "x-a", "Stripe-Signature"} <= set(dispatch.changed)
    assert "Content-Type" not in dispatch.changed
    assert not Path(file).exists()
    assert '"as": "edited"' in json.dumps(to_json(capture, bodies="none"))


async def test_an_unedited_draft_differs_in_nothing_but_the_way(running: Running) -> None:
    """Only what belongs to the connection is named, and nothing where it is the same."""
    _, id = await running.post(EVENT, "/hooks", signed())
    capture = await running.capture(id)
    file = left(running, capture.request.head + EVENT)

    await fulfil(running.engine, SendDraft(file=file, of=id or 0, target=running.url))

    assert (await running.capture(id)).dispatches[0].changed == ()


async def test_bytes_that_were_no_request_are_sent_once_they_are_edited_into_one(running: Running) -> None:
    """A malformed capture is no obstacle where the draft is well formed."""
    broken = running.engine.store.keep([Arrival(request=replace(request_of(b"junk"), malformed="no method"))])[0].id
    file = left(running, head(b"POST /mended HTTP/1.1") + b"junk")

    await fulfil(running.engine, SendDraft(file=file, of=broken, target=running.url))

    assert (await running.capture(broken)).dispatches[0].status == 200
    assert (await running.capture(2)).request.body.read() == b"junk"


async def test_a_large_body_goes_out_whole(running: Running) -> None:
    """More than is ever held in the database."""
    _, id = await running.post(b"x")
    body = os.urandom(1024) * (LARGE // 1024 + 1)

    await fulfil(
        running.engine,
        SendDraft(file=left(running, head(b"POST / HTTP/1.1") + body), of=id or 0, target=running.url),
    )

    assert (await running.capture(2)).request.body.read() == body


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (head(b"POST / HTTP/1.1", b"A B: c"), "no name of a header field"),
        (head(b"POST /a b HTTP/1.1"), "%20"),
        (b"", "needs a method"),
    ],
)
async def test_what_is_no_request_is_refused(running: Running, content: bytes, said: str) -> None:
    """With a sentence; the file is gone all the same, and nothing was sent."""
    _, id = await running.post(b"x")
    file = left(running, content)

    with pytest.raises(UsageError, match=said):
        await fulfil(running.engine, SendDraft(file=file, of=id or 0, target=running.url))

    assert not Path(file).exists()
    assert (await running.capture(id)).dispatches == ()


async def test_no_other_file_is_read_or_removed(running: Running, tmp_path: Path) -> None:
    """A wish names a file of the folder for drafts, and nothing else."""
    other = tmp_path / "other"
    other.write_bytes(head(b"POST / HTTP/1.1"))

    with pytest.raises(UsageError):
        await fulfil(running.engine, SendDraft(file=str(other), of=1, target=running.url))
    with pytest.raises(NothingError):
        await fulfil(
            running.engine,
            SendDraft(file=str(running.engine.paths.drafts / "gone" / "draft"), of=1, target=running.url),
        )

    assert other.exists()


async def test_what_a_window_left_behind_is_swept_again_and_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a quick restart it is too young to be told from one on its way, so once is not enough."""
    monkeypatch.setattr(drafting, "LEFT_OVER", 0.01)
    file = Path(left(running, b"x"))
    sweeping = asyncio.create_task(running.engine.drafting.sweep())
    await asyncio.sleep(0.1)
    assert file.exists()

    os.utime(file.parent, (time.time() - LEFT_OVER - 60,) * 2)
    async with asyncio.timeout(5):
        while file.exists():
            await asyncio.sleep(0.01)
    sweeping.cancel()


async def test_a_start_begins_to_sweep(tmp_path: Path) -> None:
    """What is old goes at once."""
    paths = paths_in(tmp_path)
    file = leave(paths.drafts, b"x")
    os.utime(file.parent, (time.time() - LEFT_OVER - 60,) * 2)
    engine = Engine(paths)
    await engine.start()
    try:
        async with asyncio.timeout(5):
            while file.exists():
                await asyncio.sleep(0.01)
    finally:
        await engine.stop()

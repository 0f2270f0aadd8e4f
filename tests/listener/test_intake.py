"""Large bodies stream to the disk, the sender waits for the disk, and memory stays flat."""

import asyncio
import contextlib
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.listener.intake import BATCH, SPILL, Intake
from inspector.listener.limits import Limits
from inspector.listener.part import FIRST, Part
from tests.listener.served import serving

if sys.platform != "win32":
    import resource

POST = b"POST /p HTTP/1.1\r\nHost: x\r\n"


async def test_a_large_body_becomes_a_file(tmp_path: Path) -> None:
    """Above the limit the bytes stand in a `.part` file that only we can read, with size and hash; below, in memory."""
    for size in (1000, 1001):
        async with serving(tmp_path / str(size), limits=Limits(large=1000)) as served:
            (tmp_path / str(size)).mkdir()
            content = bytes(range(256)) * 4
            message = POST + b"Content-Length: %d\r\n\r\n" % size + content[:size]
            assert (await served.ask(message[:100], message[100:])).status == 200
            (request,) = await served.came(1)

            assert request.complete
            assert (request.body.size, request.body.read()) == (size, content[:size])
            assert request.body.sha256 == sha256(content[:size]).hexdigest()
            assert served.parts() == ([request.body.path] if size > 1000 else [])
            if request.body.path is not None and sys.platform != "win32":
                assert request.body.path.suffix == ".part"
                assert request.body.path.stat().st_mode & 0o777 == 0o600
                assert served.folder.stat().st_mode & 0o777 == 0o700


async def test_a_body_of_unknown_size_comes_back_to_memory_where_it_stays_small(tmp_path: Path) -> None:
    """Chunked bodies go to the disk early; one that is not large in the end leaves no file."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        chunk = b"80000\r\n" + b"c" * 0x80000 + b"\r\n"
        await sender.send(POST + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 3 + b"0\r\n\r\n")
        assert (await sender.told()).status == 200
        (request,) = await served.came(1)

        assert 3 * 0x80000 > SPILL
        assert request.body == Body.of(b"c" * 3 * 0x80000)
        assert served.parts() == []


async def test_a_large_body_that_breaks_off_is_kept_as_far_as_it_came(tmp_path: Path) -> None:
    """The file holds what came, and the request is incomplete."""
    async with serving(tmp_path, limits=Limits(large=1000)) as served:
        sender = await served.connect()
        await sender.send(POST + b"Content-Length: 5000\r\n\r\n" + b"a" * 3000)
        await asyncio.sleep(0.02)
        sender.reset()
        (request,) = await served.came(1)

        assert (request.complete, request.body.path is not None) == (False, True)
        assert request.body.read() == b"a" * 3000


async def test_ten_large_bodies_at_once_do_not_fill_the_memory(tmp_path: Path) -> None:
    """While the disk cannot follow, the senders wait: no more than a few batches a body are in memory."""
    held: list[int] = []
    size = 8 * BATCH

    async with serving(tmp_path, limits=Limits(large=BATCH // 2)) as served:

        async def upload(number: int) -> None:
            sender = await served.connect()
            await sender.send(POST + b"Content-Length: %d\r\n\r\n" % size)
            for _ in range(size // 2**18):
                await sender.send(bytes([number]) * 2**18)
                held.append(sum(_in_memory(guest) for guest in served.listener._room.guests))
            assert (await sender.told()).status == 200

        await asyncio.gather(*(upload(number) for number in range(10)))
        requests = await served.came(10)

        assert max(held) <= 10 * 4 * BATCH
        assert {request.body.size for request in requests} == {size}
        assert sorted(request.body.read(1)[0] for request in requests) == list(range(10))


def _in_memory(guest: object) -> int:
    incoming = getattr(guest, "_incoming", None)
    return 0 if incoming is None else len(incoming.intake._memory)


async def test_a_disk_that_is_slower_than_the_sender_makes_it_wait(tmp_path: Path) -> None:
    """`is_behind` while one batch is written and another waits; `on_room` when it need not wait any longer."""
    written: list[bytes] = []
    calls: list[bool] = []
    gate = asyncio.Event()
    loop = asyncio.get_running_loop()

    class Slow(Part):
        def write(self, content: bytes) -> None:
            asyncio.run_coroutine_threadsafe(gate.wait(), loop).result(10)
            super().write(content)
            written.append(content)

    with ThreadPoolExecutor(1) as executor:
        intake = Intake(
            announced=5 * BATCH, large=BATCH, part=Slow(lambda: tmp_path), executor=lambda: executor,
            on_room=lambda: calls.append(intake.is_behind),
        )  # fmt: skip
        intake.add(b"a" * BATCH)
        calls.append(intake.is_behind)
        intake.add(b"b" * BATCH)
        calls.append(intake.is_behind)
        gate.set()
        while len(calls) < 3:
            await asyncio.sleep(0.001)
        done: asyncio.Future[Body] = loop.create_future()
        intake.finish(done.set_result)
        body = await done

    assert calls[:3] == [False, True, False]
    assert (body.size, body.sha256) == (2 * BATCH, sha256(b"".join(written)).hexdigest())
    assert [content[:1] for content in written] == [b"a", b"b", b""][: len(written)]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
@pytest.mark.parametrize("framing", ["Content-Length: 3145728", "Transfer-Encoding: chunked"])
async def test_a_full_disk_is_told_to_the_sender(tmp_path: Path, framing: str) -> None:
    """503; the head and the first bytes are kept, the file makes room again, and a small request is still taken."""
    async with serving(tmp_path, limits=Limits(large=BATCH)) as served:
        sender = await served.connect()
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (BATCH // 2, hard))
        try:
            await sender.send(POST + framing.encode() + b"\r\n\r\n" + b"300000\r\n" * ("chunked" in framing))
            with contextlib.suppress(ConnectionError):
                await sender.send(*[b"a" * 2**18] * 12, pause=0)
            told = await sender.told()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        (request,) = await served.came(1)

        assert (told.status, told.closes) == (503, True)
        assert b"make room" in told.body
        assert (request.method, request.complete, request.malformed) == ("POST", False, None)
        assert request.body.content == b"a" * FIRST
        assert served.parts() == []
        assert len(served.troubles) == 1
        assert (await served.ask(POST + b"\r\n")).status == 200

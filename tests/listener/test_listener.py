"""The listener as a whole: addresses, stopping and starting, and what the real curl sends."""

import asyncio
import shutil
import socket
from pathlib import Path

import pytest

from inspector.core.errors import ResourceError
from inspector.core.response import DEFAULT_RESPONSE
from inspector.listener import listener
from inspector.listener.limits import Limits
from tests.listener.served import Served, never, serving

POST = b"POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"
CURL = shutil.which("curl") or "curl"


async def curl(served: Served, *arguments: str, path: str = "/c") -> str:
    """Run the real curl; what it prints is the response's body and, on a line of its own, the status."""
    process = await asyncio.create_subprocess_exec(
        CURL, "-sS", "-w", "\n%{http_code}", *arguments, served.urls[0] + path,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    said, _ = await process.communicate()
    return said.decode()


async def test_both_loopback_addresses_are_served(tmp_path: Path) -> None:
    """The sender's address is told with brackets for IPv6; nobody else can reach the listener."""
    async with serving(tmp_path) as served:
        for host in ("127.0.0.1", "::1"):
            sender = await served.connect(host)
            await sender.send(POST + b"12345")
            assert (await sender.told()).status == 200
            assert served.requests[-1].remote == sender.address

        assert not served.listener.exposed


async def test_another_address_is_exposed(tmp_path: Path) -> None:
    """Whoever listens on all addresses is told that others can reach it."""
    async with serving(tmp_path, host="0.0.0.0") as served:
        assert (await served.ask(POST + b"12345")).status == 200
        assert served.listener.exposed


async def test_stopping_answers_what_was_accepted(tmp_path: Path) -> None:
    """The port is closed at once, idle connections too, and a waiting sender still gets its response."""
    async with serving(tmp_path, never) as served:
        waiting, idle = await served.connect(), await served.connect()
        await waiting.send(POST + b"12345")
        await served.came(1)
        stopping = asyncio.ensure_future(served.listener.stop())
        assert await idle.rest() == b""
        with pytest.raises(ConnectionRefusedError):
            await served.connect()
        served.exchanges[0].respond(DEFAULT_RESPONSE, 1)
        assert (await waiting.told()).status == 200
        assert await waiting.rest() == b""
        await stopping


async def test_stopping_ends_requests_that_do_not_come_in_whole(tmp_path: Path) -> None:
    """They are handed over as far as they came, once, and told 503."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(POST + b"12")
        await asyncio.sleep(0.02)
        await served.listener.stop()
        told = await sender.told()
        (request,) = await served.came(1)

        assert (told.status, request.complete, request.body.content) == (503, False, b"12")


async def test_it_can_be_started_again(tmp_path: Path) -> None:
    """On the same port, with large bodies, and a connection stays open between requests."""
    async with serving(tmp_path, limits=Limits(large=3)) as served:
        port = served.port
        await served.listener.stop()
        served.urls = await served.listener.start("127.0.0.1", port)
        sender = await served.connect()
        for _ in range(2):
            await sender.send(POST + b"12345")
            assert (await sender.told()).status == 200
        first, second = await served.came(2)

        assert served.port == port
        assert first.remote == second.remote
        assert first.body.path is not None


async def test_limits_can_be_changed_while_it_runs(tmp_path: Path) -> None:
    """The next request is held to the new ones."""
    async with serving(tmp_path) as served:
        sender = await served.connect()
        await sender.send(POST + b"12345")
        assert (await sender.told()).status == 200
        served.listener.set_limits(Limits(max_body=4))
        await sender.send(POST + b"12345")
        assert (await sender.told()).status == 413


async def test_curl_sends_and_is_answered(tmp_path: Path) -> None:
    """A form, HEAD, OPTIONS, HTTP/1.0, chunks, compressed bytes and an absolute target, all as curl sends them."""
    gzipped = bytes.fromhex("1f8b08000000000000034b4c4a06003d2452ca03000000")[:-1]
    (tmp_path / "body.gz").write_bytes(gzipped)
    data = ("--data-binary", f"@{tmp_path / 'body.gz'}", "-H", "Content-Encoding: gzip")
    async with serving(tmp_path) as served:
        assert await curl(served, "-d", "a=1&b=%20") == "ok\n200"
        assert (await curl(served, "-I")).endswith("\n200")
        assert await curl(served, "-X", "OPTIONS", "--request-target", "*") == "ok\n200"
        assert await curl(served, "-0", *data) == "ok\n200"
        assert await curl(served, "-H", "Transfer-Encoding: chunked", *data) == "ok\n200"
        assert await curl(served, "-x", served.urls[0], "--path-as-is", path="/a/../b//%2F?x?") == "ok\n200"
        requests = await served.came(6)

        assert [request.method for request in requests] == ["POST", "HEAD", "OPTIONS", "POST", "POST", "GET"]
        assert [request.http_version for request in requests] == ["1.1", "1.1", "1.1", "1.0", "1.1", "1.1"]
        assert requests[0].body.content == b"a=1&b=%20"
        assert requests[3].body.content == requests[4].body.content == gzipped
        assert requests[5].target == served.urls[0] + "/a/../b//%2F?x?"
        assert requests[5].host == served.urls[0].removeprefix("http://")


async def test_curl_uploads_much(tmp_path: Path) -> None:
    """curl asks before it sends much: it gets its 100 or a 413, and what it uploads arrives whole, chunked or not."""
    content = bytes(range(256)) * 50_000
    (tmp_path / "much").write_bytes(content)
    upload = ("-T", str(tmp_path / "much"), "--expect100-timeout", "5")
    async with serving(tmp_path) as served:
        assert await curl(served, *upload) == "ok\n200"
        assert await curl(served, *upload, "-H", "Transfer-Encoding: chunked") == "ok\n200"
        served.listener.set_limits(Limits(max_body=10_000_000))
        assert (await curl(served, *upload)).endswith("\n413")
        assert (await curl(served, *upload, "-H", "Transfer-Encoding: chunked")).endswith("\n413")
        whole, chunked, unread, cut = await served.came(4)

        assert whole.headers.get("expect") == "100-continue"
        assert whole.body.read() == chunked.body.read() == content
        assert (unread.body.size, unread.complete) == (0, False)
        assert cut.body.read() == content[:10_000_000]
        assert {path.suffix for path in served.parts()} == {".part"}
        assert len(served.parts()) == 3


async def test_a_port_can_be_any_family(tmp_path: Path) -> None:
    """An IPv6 address that was asked for by name is served alone."""
    async with serving(tmp_path, host="::1") as served:
        assert served.urls == (f"http://[::1]:{served.port}",)
        with socket.socket() as other:
            assert other.connect_ex(("127.0.0.1", served.port)) != 0


async def test_it_moves_to_another_address(tmp_path: Path) -> None:
    """The old port is closed and the new one open at once; who is being served is served to the end."""
    async with serving(tmp_path, never) as served:
        old, waiting = served.port, await served.connect()
        await waiting.send(POST + b"12345")
        await served.came(1)
        (new, *_) = served.urls = await served.listener.move("127.0.0.1", 0)
        served.exchanges[0].respond(DEFAULT_RESPONSE, 1)
        assert (await waiting.told()).status == 200
        with socket.socket() as late:
            assert late.connect_ex(("127.0.0.1", old)) != 0
        assert new == f"http://127.0.0.1:{served.port}" != f"http://127.0.0.1:{old}"
        await (await served.connect()).send(POST + b"12345")
        await served.came(2)
        served.exchanges[1].respond(DEFAULT_RESPONSE, 2)


async def test_a_taken_address_leaves_it_where_it_is(tmp_path: Path) -> None:
    """Another port that is taken, and the same port on an address that is not ours."""
    async with serving(tmp_path) as served:
        with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ResourceError, match="is taken"):
            await served.listener.move("127.0.0.1", taken.getsockname()[1])
        assert (await served.ask(POST + b"12345")).status == 200
        with pytest.raises(ResourceError):
            await served.listener.move("203.0.113.7", served.port)
        assert served.listener.is_open
        assert (await served.ask(POST + b"12345")).status == 200
        assert (await served.ask(POST + b"12345")).status == 200


async def test_a_port_that_another_took_meanwhile_is_not_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is that of the address that was asked for."""

    def refuse(host: str, port: int, *, next_free: bool) -> list[socket.socket]:
        raise ResourceError(f"Not {host}.")

    async with serving(tmp_path) as served:
        monkeypatch.setattr(listener, "bind", refuse)
        with pytest.raises(ResourceError, match="Not 203"):
            await served.listener.move("203.0.113.7", served.port)
        assert not served.listener.is_open


async def test_the_same_port_on_every_address(tmp_path: Path) -> None:
    """Opening it to other machines, and closing it to them again, keeps the port."""
    async with serving(tmp_path) as served:
        port = served.port
        reached: list[bool] = []
        assert await served.listener.move("0.0.0.0", port) == (f"http://0.0.0.0:{port}",)
        reached.append(served.listener.exposed)
        assert (await served.listener.move("127.0.0.1", port))[0] == f"http://127.0.0.1:{port}"
        reached.append(served.listener.exposed)
        assert [True, False] == reached
        assert (await served.ask(POST + b"12345")).status == 200

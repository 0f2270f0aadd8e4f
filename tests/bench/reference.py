"""The reference that capturing is measured against: aiohttp's own server that reads a body and answers two bytes.

`python -m tests.bench.reference` prints its port and serves until it is ended.
"""

import asyncio

import uvloop
from aiohttp import web


async def _answer(request: web.BaseRequest) -> web.StreamResponse:
    await request.read()
    return web.Response(body=b"ok")


async def _serve() -> None:
    runner = web.ServerRunner(web.Server(_answer, access_log=None))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(_serve())

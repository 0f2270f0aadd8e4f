"""One GET, little, soon, from nobody else."""

import asyncio

import pytest

from inspector.core.errors import ResourceError
from inspector.engine.outside import LARGEST, Outside
from tests.engine.provider_site import SNS_HOST, Site, answer, site

CHUNKS = b"10000\r\n" + b"k" * LARGEST + b"\r\n1\r\nk\r\n0\r\n\r\n"
ADDRESS = f"https://{SNS_HOST}/key.pem"


async def failure(outside: Outside, address: str = ADDRESS) -> str:
    """Why it could not be had."""
    with pytest.raises(ResourceError) as error:
        await outside.get(address)
    return str(error.value)


async def test_what_is_given() -> None:
    """The bytes as they come; the request has no cookie, and asks for nothing compressed."""
    with site(SNS_HOST) as (there, outside):
        there.answers["/key.pem"] = answer(b"k" * LARGEST)

        assert await outside.get(ADDRESS) == b"k" * LARGEST
        assert there.asked == [(SNS_HOST, "/key.pem")]


@pytest.mark.parametrize(
    ("response", "why"),
    [
        (answer(b"", "302 Found", "Location: https://127.0.0.1/"), "never followed"),
        (answer(b"", "301 Moved Permanently", f"Location: https://{SNS_HOST}/other"), "never followed"),
        (answer(b"gone", "404 Not Found"), "answered 404"),
        (answer(b"k" * (LARGEST + 1)), "more than 64 KiB"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS, "more than 64 KiB"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nk", "could not be asked"),
        (b"no HTTP at all\r\n\r\n", "could not be asked"),
        (b"", "could not be asked"),
    ],
)
async def test_what_is_refused(response: bytes, why: str) -> None:
    """Redirects, errors, huge answers whether announced or not, broken ones."""
    with site(SNS_HOST) as (there, outside):
        there.answers["/key.pem"] = response

        assert why in await failure(outside)
        # A connection that ends without a byte is tried once more by the library.
        assert len(there.asked) == (1 if response else 2)


async def test_a_slow_one() -> None:
    """It is given up."""
    with site(SNS_HOST) as (there, outside):
        there.pause, outside.seconds = 0.3, 0.1
        there.answers["/key.pem"] = answer(b"late")

        assert "did not answer within 0.1 s" in await failure(outside)
        await asyncio.sleep(0.4)  # until the other side has taken leave, too


async def test_a_certificate_of_another() -> None:
    """Nothing is asked of who cannot show that it is the host."""
    with site(SNS_HOST, shown=("evil.example",)) as (there, outside):
        there.answers["/key.pem"] = answer(b"k")
        assert "certificate that does not count" in await failure(outside)
        assert there.asked == []


async def test_an_authority_that_nobody_trusts() -> None:
    """The machine's own list decides."""
    with site(SNS_HOST) as (there, outside):
        strict = Outside(resolver=outside._resolver)
        assert "certificate that does not count" in await failure(strict)
        assert there.asked == []


async def test_a_host_that_is_not_known() -> None:
    """It is named."""
    with site(SNS_HOST) as (_, outside):
        assert (await failure(outside, "https://sns.nowhere-1.amazonaws.com/key.pem")).startswith(
            "sns.nowhere-1.amazonaws.com could not be asked"
        )


async def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever set them may not be who answers."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    made: Site
    with site(SNS_HOST) as (made, outside):
        made.answers["/key.pem"] = answer(b"k")

        assert await outside.get(ADDRESS) == b"k"


def test_the_authorities_of_the_machine() -> None:
    """They are those that connections are checked with."""
    with site(SNS_HOST) as (_, outside):
        assert all(isinstance(one, bytes) for one in outside.roots)
        assert outside.roots

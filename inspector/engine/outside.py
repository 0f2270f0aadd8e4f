"""Asks an address outside this machine that the user has allowed: one GET, little, soon, and from nobody else.

HTTPS with a certificate that counts for the host; no redirect is followed, no proxy used, no cookie sent; what comes is
bounded in size and time, and is not decompressed.
"""

import asyncio
import ssl
from collections.abc import Sequence
from urllib.parse import urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver

from inspector.core.errors import ResourceError

SECONDS = 5.0
LARGEST = 64 * 1024
"""Bytes of an answer."""
CLOSING = 0.01
"""Seconds in which a connection closes."""
HEADERS = {"User-Agent": "webhook-inspector", "Accept": "*/*", "Accept-Encoding": "identity"}


class Outside:
    """`resolver` and `tls` are those of the system, unless others are given."""

    def __init__(self, *, resolver: AbstractResolver | None = None, tls: ssl.SSLContext | None = None) -> None:
        self._resolver = resolver
        self._tls = tls or ssl.create_default_context()
        self.seconds = SECONDS

    @property
    def roots(self) -> Sequence[bytes]:
        """The authorities that are trusted, each in DER."""
        return self._tls.get_ca_certs(binary_form=True)

    async def get(self, address: str) -> bytes:
        """What an address gives with status 200. The caller has looked at the address. Raises ResourceError."""
        host = urlsplit(address).hostname or ""
        try:
            return await self._get(address)
        except TimeoutError:
            raise ResourceError(f"{host} did not answer within {self.seconds:g} s.") from None
        except aiohttp.ClientConnectorCertificateError as error:
            raise ResourceError(f"{host} showed a certificate that does not count: {reason_of(error)}.") from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise ResourceError(f"{host} could not be asked: {reason_of(error)}.") from error
        finally:
            # A connection that failed closes itself in the loop's next turns, and a command's loop may end now.
            await asyncio.sleep(CLOSING)

    async def _get(self, address: str) -> bytes:
        connector = aiohttp.TCPConnector(resolver=self._resolver, ssl=self._tls, force_close=True)
        async with (
            aiohttp.ClientSession(
                connector=connector,
                timeout=aiohttp.ClientTimeout(total=self.seconds),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
            ) as session,
            session.get(address, headers=HEADERS, allow_redirects=False) as response,
        ):
            host = response.url.host
            if 300 <= response.status < 400:
                raise ResourceError(f"{host} wants to be asked elsewhere, and that is never followed.")
            if response.status != 200:
                raise ResourceError(f"{host} answered {response.status}.")
            found = bytearray()
            async for chunk in response.content.iter_any():
                found += chunk
                if len(found) > LARGEST:
                    raise ResourceError(f"{host} answered with more than {LARGEST // 1024} KiB.")
            return bytes(found)


def reason_of(error: Exception) -> str:
    """Why it failed, without the library's own words around it."""
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        inner = error.certificate_error
        return str(getattr(inner, "verify_message", "") or inner).rstrip(".")
    if isinstance(error, aiohttp.ClientConnectorError):
        return (error.os_error.strerror or str(error.os_error)).rstrip(".")
    return (str(error) or type(error).__name__).rstrip(".")

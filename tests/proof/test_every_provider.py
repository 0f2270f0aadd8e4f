"""Each provider’s own sample, posted over a socket: recognised, verified, and refused with one bit changed."""

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from inspector.core import clock
from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.engine.engine import Engine
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.provider import Provider
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.making import make, signed
from inspector.providers.samples.registry import events_of
from inspector.providers.verdicts import samples_of
from tests.engine.conftest import paths_in
from tests.providers.samples.sent import SECRETS as OWN

SECRETS = {
    provider.id: tuple(
        replace(one, name="mine")
        for one in (samples_of(provider.schemes[0], OWN[provider.id]) if provider.id in OWN else ())
    )
    for provider in PROVIDERS
    if provider.schemes
}
BASIS = Basis(secrets=SECRETS)


@dataclass(frozen=True)
class Arrived:
    """The captures of one provider: as it was signed, and with one bit changed."""

    good: Capture
    bad: Capture | None


@pytest.fixture(scope="module")
def arrived(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Arrived]:
    """Everything that was posted, as it stands in the store."""
    return asyncio.run(_post_all(tmp_path_factory.mktemp("providers")))


async def _post_all(folder: Path) -> Mapping[str, Arrived]:
    given = [secret for secrets in SECRETS.values() for secret in secrets]
    engine = Engine(paths_in(folder), secrets=given)
    await engine.start()
    url = (await engine.listen(port=0))[0]
    ids: dict[str, list[int]] = {}
    for provider in PROVIDERS:
        for request in _requests(provider, url):
            ids.setdefault(provider.id, []).append(await _post(url, request))
    found = {}
    for name, one in ids.items():
        captures = [await engine.reading.run(lambda reader, id=id: reader.capture(id)) for id in one]  # type: ignore[misc]
        found[name] = Arrived(captures[0], captures[1] if len(captures) > 1 else None)
    await engine.stop()
    return found


def _requests(provider: Provider, url: str) -> Iterator[Request]:
    sample = next(iter(events_of(provider.id)), None)
    if sample is None:
        return
    made = make(provider.id, sample.event, now=clock.now())
    if not provider.schemes:
        yield _whole(made, url)
        return
    made = _whole(signed(provider.id, _whole(made, url), OWN[provider.id].value, url=url + made.target), url)
    yield made
    yield _with_one_bit_changed(provider, made)


def _whole(request: Request, url: str) -> Request:
    """With the fields that belong to the way."""
    own = (b"host", b"content-length")
    fields = Headers(
        [
            (b"Host", urlsplit(url).netloc.encode()),
            *(pair for pair in request.headers if pair[0].lower() not in own),
            (b"Content-Length", str(request.body.size).encode()),
        ]
    )
    return replace(request, headers=fields, head=write_head(request.method, request.target, fields))


def _with_one_bit_changed(provider: Provider, request: Request) -> Request:
    """One bit of the body where it is protected, else of the signature; the request is still known as its sender's."""
    verdict = judge(request, BASIS).verdict
    if verdict.covers_body:
        content = request.body.read()
        for place in range(len(content) * 2 // 3, 0, -1):
            if chr(content[place]).isalnum():
                changed = replace(request, body=Body.of(_flipped(content, place)))
                if judge(changed, BASIS).provider == provider.id:
                    return changed
    scheme = next(scheme for scheme in provider.schemes if scheme.id == verdict.scheme)
    if scheme.place.kind == "header":
        key = scheme.place.key or _holding(request, SECRETS[provider.id])
        value = request.headers.first[key]
        place = value.rfind(b".") + 1 if scheme.algorithm == "jwt" else len(value) * 2 // 3
        pairs = [(n, _flipped(v, place) if n.lower() == key else v) for n, v in request.headers]
        return replace(request, headers=Headers(pairs), head=write_head(request.method, request.target, Headers(pairs)))
    content = request.body.read()
    for place in range(len(content) - 1, 0, -1):
        changed = replace(request, body=Body.of(_flipped(content, place)))
        judgement = judge(changed, BASIS)
        if judgement.provider == provider.id and judgement.verdict.status == "invalid":
            return changed
    raise AssertionError(f"no bit of {provider.id} is protected")


def _holding(request: Request, secrets: Iterable[Secret]) -> bytes:
    """The name of the field that holds a secret itself."""
    values = {secret.value for secret in secrets}
    return next(name.lower() for name, value in request.headers if value in values)


def _flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


async def _post(url: str, request: Request) -> int:
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(request.head + request.body.read())
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    writer.close()
    return int(next(line.split(":")[1] for line in head.splitlines() if line.lower().startswith("x-capture-id")))


def test_there_are_all() -> None:
    """As many as the facts hold, each with a sample of its own."""
    assert len(PROVIDERS) == 144
    assert [provider.id for provider in PROVIDERS if not events_of(provider.id)] == []


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_its_own_sample(provider: Provider, arrived: Mapping[str, Arrived]) -> None:
    """Recognised as exactly this provider, with event and delivery id; valid, and invalid with one bit changed."""
    good, bad = arrived[provider.id].good.judgement, arrived[provider.id].bad

    assert good.provider == provider.id
    assert good.event == (events_of(provider.id)[0].event if provider.event else None)
    assert (good.delivery_id is not None) is bool(provider.delivery_id)
    assert good.gist
    if bad is None:
        assert good.verdict.status == "unsigned"
        return
    assert (good.verdict.status, good.verdict.secret) == ("valid", "mine"), good.verdict.explanation
    assert (bad.judgement.provider, bad.judgement.verdict.status) == (provider.id, "invalid")


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.id)
def test_with_no_secret(provider: Provider, arrived: Mapping[str, Arrived]) -> None:
    """Without a secret nothing is claimed: no secret, or no key; unsigned where nothing is signed."""
    verdict = judge(arrived[provider.id].good.request, Basis()).verdict

    assert verdict.status == ("no-secret" if provider.schemes else "unsigned")
    assert verdict.cause == ("key-unavailable" if _is_asymmetric(verdict.scheme, provider) else None)


def _is_asymmetric(scheme_id: str | None, provider: Provider) -> bool:
    return any(scheme.is_asymmetric for scheme in provider.schemes if scheme.id == scheme_id)


def test_every_secret_that_is_given_is_of_a_known_provider() -> None:
    """The proof would be empty for a provider whose samples have no secret."""
    assert [provider.id for provider in PROVIDERS if provider.schemes and not SECRETS.get(provider.id)] == []
    assert all(isinstance(secret, Secret) for secrets in SECRETS.values() for secret in secrets)

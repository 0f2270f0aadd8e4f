"""Sending samples."""

import json
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from inspector.core.errors import NothingError, UsageError
from inspector.core.handing import leave
from inspector.core.secret import Secret
from inspector.core.sending_wishes import SampleSent, SendSample
from inspector.engine.engine import Engine
from inspector.engine.sampling import own_address
from inspector.engine.wishes import fulfil
from inspector.providers.registry import BY_ID
from inspector.providers.samples.registry import SAMPLES
from inspector.store.connection import connect_reader
from inspector.store.lookup import sends
from tests.engine.conftest import STRIPE, Running, paths_in
from tests.recorder import Recorder, recording


async def send(running: Running, **wish: object) -> SampleSent:
    """Fulfil a wish for a Stripe payment, or for what is said."""
    asked = {"provider": "stripe", "event": "payment_intent.succeeded"} | wish
    sent = await fulfil(running.engine, SendSample(**asked))  # type: ignore[arg-type]
    assert isinstance(sent, SampleSent)
    return sent


@pytest.fixture
async def recorder() -> AsyncIterator[Recorder]:
    """A server that is not ours."""
    async with recording() as recorder:
        yield recorder


async def test_to_ourselves(running: Running) -> None:
    """It arrives as a sample, valid by the sample secret although another one is stored; the response comes back."""
    sent = await send(running)
    capture = await running.capture(1)

    assert (sent.url, sent.status, sent.body, sent.error) == (f"{running.url}/hooks/stripe", 200, b"ok", None)
    assert (capture.origin.kind, capture.origin.of) == ("sample", None)
    assert (capture.judgement.verdict.status, capture.judgement.verdict.secret) == ("valid", "sample")
    assert capture.judgement.event == "payment_intent.succeeded"
    assert (capture.dispatches, capture.attempt) == ((), 1)


async def test_every_sample_arrives_whole(running: Running) -> None:
    """Known as what it is, and the same event twice is no repeat of anything."""
    for sample in (*SAMPLES, SAMPLES[0]):
        assert (await send(running, provider=sample.provider, event=sample.event)).status == 200
    captures = [await running.capture(id + 1) for id in range(len(SAMPLES) + 1)]

    assert {(c.origin.kind, c.repeat, c.request.complete) for c in captures} == {("sample", None, True)}
    signed = {c.judgement.provider: c.judgement.verdict.status for c in captures}
    assert signed == {one.provider: "valid" if BY_ID[one.provider].schemes else "unsigned" for one in SAMPLES}
    assert [(c.judgement.provider, c.judgement.event) for c in captures[:-1]] == [
        (sample.provider, sample.recognised_event if BY_ID[sample.provider].event else None) for sample in SAMPLES
    ]


async def test_afterwards_the_address_is_free_again(running: Running) -> None:
    """What comes from it later is a delivery."""
    await send(running)
    await running.engine.sampling.close()

    with closing(connect_reader(running.engine.paths.store)) as connection:
        assert sends(connection, 0) == {}


async def test_a_stored_secret_signs_where_it_is_named(running: Running) -> None:
    """Then the verdict names that one."""
    await send(running, secret="staging")

    assert (await running.capture(1)).judgement.verdict.secret == STRIPE.name
    with pytest.raises(NothingError, match="“production” of Stripe"):
        await send(running, secret="production")


async def test_places_are_set(running: Running) -> None:
    """Before it is signed; one that is not there is named and nothing is sent."""
    await send(running, sets=("data.object.amount:=4200", "data.object.currency=jpy"))
    with pytest.raises(UsageError, match=r"“data\.nothing”"):
        await send(running, sets=("data.nothing.here=1",))

    assert (await running.capture(1)).judgement.gist is not None
    event = json.loads((await running.capture(1)).request.body.read())
    assert (event["data"]["object"]["amount"], event["data"]["object"]["currency"]) == (4200, "jpy")
    with pytest.raises(NothingError):
        await running.capture(2)


async def test_an_edited_body(running: Running, tmp_path: Path) -> None:
    """Its bytes are signed and sent, and the file is gone, also where the wish fails; no other is touched."""
    drafts = running.engine.paths.drafts
    file = leave(drafts, b'{"id":"evt_mine","type":"my.event"}')
    await send(running, body_file=str(file))
    capture = await running.capture(1)

    assert capture.request.body.read() == b'{"id":"evt_mine","type":"my.event"}'
    assert (capture.judgement.delivery_id, capture.judgement.verdict.status) == ("evt_mine", "valid")
    assert not file.exists()
    with pytest.raises(NothingError, match="gone"):
        await send(running, body_file=str(file))
    file = leave(drafts, b"{}")
    with pytest.raises(UsageError):
        await send(running, body_file=str(file), event="no.such")
    assert not file.exists()
    other = tmp_path / "other"
    other.write_bytes(b"{}")
    with pytest.raises(UsageError, match="not left for this store"):
        await send(running, body_file=str(other))
    assert other.exists()


async def test_to_another_server(running: Running, recorder: Recorder) -> None:
    """With the path of the provider where the target has none, and the fields of the way set for it."""
    sent = await send(running, target=f"127.0.0.1:{recorder.port}")
    other = await send(running, target=f"{recorder.url}/mine?x=1")
    (first, second) = recorder.requests

    assert (sent.url, other.url) == (f"{recorder.url}/hooks/stripe", f"{recorder.url}/mine?x=1")
    assert (first.line, second.line) == (b"POST /hooks/stripe HTTP/1.1", b"POST /mine?x=1 HTTP/1.1")
    assert f"Host: 127.0.0.1:{recorder.port}".encode() in first.fields
    assert f"Content-Length: {len(first.body)}".encode() in first.fields
    assert first.body != second.body


async def test_what_goes_wrong_on_the_way_is_told(running: Running) -> None:
    """A server that is not there is a sentence in the answer, a target that is none an error."""
    async with recording() as gone:
        port = gone.port
    sent = await send(running, target=str(port))

    assert (sent.status, sent.body) == (None, b"")
    assert "refused" in (sent.error or "")
    with pytest.raises(UsageError):
        await send(running, target="ftp://x")


async def test_a_long_response_is_cut(running: Running, recorder: Recorder) -> None:
    """What crosses the pipe is bounded."""
    recorder.answer = lambda request: b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + b"x" * 100_000

    assert len((await send(running, target=recorder.url)).body) == 65_536


async def test_a_listener_that_is_stopped(running: Running) -> None:
    """The sentence says what to do."""
    await running.engine.stop_listening()

    with pytest.raises(UsageError, match="listener is stopped"):
        await send(running)


async def test_the_proof_of_a_sample_is_made_with_its_secret(running: Running) -> None:
    """The expected signature on the Signature page is the one that came."""
    await send(running)
    capture = await running.capture(1)
    secrets = running.engine.secrets

    assert [secret.name for secret in secrets.explaining(capture.judgement)["stripe"]] == ["staging", "sample"]
    assert "sample" not in {secret.name for group in secrets.current.values() for secret in group}
    assert all(name.name != "sample" for name in secrets.names())


async def test_no_key_no_sample_secret(tmp_path: Path) -> None:
    """Where the config folder cannot be written, capturing works and a sample says what is missing."""
    paths = paths_in(tmp_path)
    paths.config.mkdir()
    paths.sample_key.mkdir()
    engine = Engine(paths, secrets=(Secret(provider="stripe", name="mine", value=b"x"),))
    await engine.start()
    (url, *_) = await engine.listen(port=0)
    running = Running(engine, url)
    try:
        assert (await send(running, secret="mine")).status == 200
        with pytest.raises(NothingError, match="key"):
            await send(running)
    finally:
        await engine.stop()


@pytest.mark.parametrize(
    ("listening", "address"),
    [
        (("http://127.0.0.1:8765", "http://[::1]:8765"), "http://127.0.0.1:8765"),
        (("http://0.0.0.0:8765",), "http://127.0.0.1:8765"),
        (("http://[::]:8765",), "http://[::1]:8765"),
        (("http://192.168.1.7:8765", "http://127.0.0.1:8765"), "http://127.0.0.1:8765"),
        (("http://192.168.1.7:8765",), "http://192.168.1.7:8765"),
    ],
)
def test_our_own_address(listening: tuple[str, ...], address: str) -> None:
    """Over the loopback wherever the listener is there, so that samples may be valid."""
    assert own_address(listening) == address

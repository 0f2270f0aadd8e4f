"""Handshakes over a socket: each is answered as its provider documents it, and nobody gets anything signed."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from inspector.core.capture import Capture
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.secret import Secret
from inspector.engine.engine import Engine
from tests.engine.conftest import paths_in
from tests.providers.handshakes.asking import ASKED, CRC, OK, ZOOM, Asking, discord, posted, xero, zoom


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a sender got."""

    status: int
    headers: Headers
    body: bytes


@dataclass
class Endpoint:
    """An engine that listens, asked over bare sockets."""

    engine: Engine
    port: int

    async def ask(self, asking: Asking) -> Told:
        """Send it on a connection of its own, with its secrets stored, and expected where it has to be."""
        self.engine.secrets.take({asking.provider: asking.stored()} if asking.secrets else {})
        self.engine.handshaking.expected_provider = asking.provider if asking.expected else ""
        return await self.send(asking)

    async def send(self, asking: Asking) -> Told:
        """Send it, whatever is stored and expected."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = asking.head().replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        writer.write(head + asking.body)
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()
        first, _, body = answer.partition(b"\r\n\r\n")
        lines = first.split(b"\r\n")
        pairs = [line.split(b": ", 1) for line in lines[1:]]
        return Told(status=int(lines[0].split()[1]), headers=Headers((n, v) for n, v in pairs), body=body)

    async def last(self) -> Capture:
        """The newest capture."""
        ids = await self.engine.reading.run(lambda reader: reader.last_id())
        return await self.engine.reading.run(lambda reader: reader.capture(ids))


@pytest.fixture
async def endpoint(tmp_path: Path) -> AsyncIterator[Endpoint]:
    """An engine that listens, and is stopped behind the test."""
    engine = Engine(paths_in(tmp_path))
    await engine.start()
    address = (await engine.listen(port=0))[0]
    while not engine.health.settings_seq:  # the vault is read once; then a test says what is in it
        await asyncio.sleep(0.01)
    yield Endpoint(engine, int(address.rpartition(":")[2]))
    while not engine.diagnosing.is_idle:  # its process is not ended while it is being started
        await asyncio.sleep(0.01)
    await engine.stop()


async def test_every_documented_handshake_gets_its_documented_answer(endpoint: Endpoint) -> None:
    """Status, Content-Type, fields and body, byte for byte; the capture says what was told and why."""
    for asking in ASKED:
        told = await endpoint.ask(asking)
        capture = await endpoint.last()

        assert (told.status, told.body) == (asking.status, asking.answer), asking
        assert told.headers.get("Content-Type") == asking.content_type, asking
        assert told.headers.get("X-Content-Type-Options") == "nosniff"
        assert told.headers.get("Transfer-Encoding") is None
        for name, value in asking.headers.items():
            assert told.headers.get(name) == value, asking
        response = capture.response
        assert response is not None
        assert (response.by, response.status, response.body) == (
            "handshake",
            told.status,
            asking.answer or response.body,
        )
        assert response.why
        assert capture.judgement.handshake == asking.kind
        assert capture.judgement.provider == (asking.provider if asking.known else None)


async def test_what_is_signed_is_answered_where_it_is_valid(endpoint: Endpoint) -> None:
    """Zoom's token is signed only for Zoom; Xero is told 200 for a good signature and 401 for a wrong one."""
    asking = zoom()
    told = await endpoint.ask(asking)
    assert (told.status, told.headers.get("Content-Type"), told.body) == (200, asking.content_type, asking.answer)

    good, bad = await endpoint.ask(xero()), await endpoint.ask(xero(secret=b"another", status=401))
    assert [(told.status, told.body) for told in (good, bad)] == [(200, b""), (401, b"")]


async def test_discord_gets_its_pong_and_401_for_a_wrong_signature(endpoint: Endpoint) -> None:
    """Interactions want JSON, webhook events 204; wrong signatures are sent on purpose, and never accepted."""
    pings = (
        discord(b'{"type":1,"id":"1","application_id":"2"}', content_type="application/json", answer=b'{"type":1}'),
        discord(b'{"version":1,"application_id":"2","type":0}', status=204),
        discord(b'{"type":1,"id":"1"}', key=Ed25519PrivateKey.generate(), status=401),
    )
    for asking in pings:
        told = await endpoint.ask(asking)
        assert (told.status, told.headers.get("Content-Type"), told.body) == (
            asking.status,
            asking.content_type,
            asking.answer,
        )
        capture = await endpoint.last()
        assert (capture.judgement.provider, capture.judgement.handshake) == ("discord", "PING")


async def not_answered(endpoint: Endpoint, asking: Asking, why: str) -> None:
    """The usual response, marked as a handshake, with the reason."""
    told = await endpoint.send(asking)
    capture = await endpoint.last()

    assert (told.status, told.headers.get("Content-Type"), told.body) == OK, asking
    assert capture.judgement.handshake
    assert capture.response is not None
    assert (capture.response.by, why in capture.response.why) == ("default", True), capture.response.why


def storing(endpoint: Endpoint, provider: str, value: bytes) -> None:
    """Store a secret and expect its provider."""
    endpoint.engine.secrets.take({provider: (Secret(provider=provider, name="default", value=value),)})
    endpoint.engine.handshaking.expected_provider = provider


async def test_nothing_is_signed_for_a_provider_who_is_not_expected(endpoint: Endpoint) -> None:
    """Although its secret is stored, and although another one is expected."""
    for provider in ("zoom", "x", "linkedin", "ebay", "braintree", "xero"):
        asking = next(one for one in (*ASKED, zoom(), xero()) if one.provider == provider)
        for expected in ("", "stripe"):
            await endpoint.ask(asking)
            endpoint.engine.handshaking.expected_provider = expected
            await not_answered(endpoint, replace(asking, expected=False), f"--expect-provider {provider}")


async def test_zooms_token_cannot_be_a_message_to_sign(endpoint: Endpoint) -> None:
    """`v0:time:body` is what Zoom signs: HMACs of such tokens would be signatures of a stranger's events."""
    storing(endpoint, "zoom", ZOOM)
    for token in (
        'v0:1700000000:{"event":"meeting.started"}',
        "v0:1700000000:x",
        "a b",
        "a&b=c",
        "x" * 129,
        "{",
        "a\nb",
    ):
        await not_answered(endpoint, zoom(token), "form")
    await not_answered(endpoint, zoom(secret=b"another"), "wrong")
    unsigned = zoom()
    fields = {"Content-Type": "application/json"}
    await not_answered(endpoint, replace(unsigned, fields=fields), "missing, wrong or too old")


async def test_xs_token_cannot_be_a_body_to_sign(endpoint: Endpoint) -> None:
    """X's answer is made as its signatures are: a JSON body as token would come back signed."""
    storing(endpoint, "x", b"consumer")
    for token in ("%7B%22for_user_id%22%3A%221%22%7D", "%7B%7D", "%5B1%5D", "a%20b", "a%26b", "x" * 129, "%22a%22"):
        await not_answered(endpoint, Asking(provider="x", method="GET", target=f"/?crc_token={token}"), "form")


async def test_ten_a_minute(endpoint: Endpoint) -> None:
    """The eleventh is not answered, and those of another form do not count; echoes have no such limit."""
    storing(endpoint, "x", b"consumer")
    asking = next(one for one in ASKED if one.provider == "x")
    await not_answered(endpoint, replace(asking, target="/?crc_token=%7B"), "form")
    told = [(await endpoint.send(asking)).body for _ in range(10)]
    assert told == [asking.answer] * 10

    await not_answered(endpoint, asking, "more than 10")
    echo = next(one for one in ASKED if one.provider == "onfleet")
    assert [(await endpoint.send(echo)).body for _ in range(12)] == [echo.answer] * 12


async def test_no_secret_and_no_digest_is_written_down(endpoint: Endpoint, tmp_path: Path) -> None:
    """The sentence names the secret and does not hold it."""
    storing(endpoint, "x", b"consumer-secret-value")
    await endpoint.send(Asking(provider="x", method="GET", target=f"/?crc_token={CRC}"))
    response = (await endpoint.last()).response

    assert response is not None
    assert "“default”" in response.why
    assert "consumer-secret-value" not in response.why + response.body.decode()


async def test_a_wrong_verify_token_is_not_answered(endpoint: Endpoint) -> None:
    """One is stored, and it is another."""
    storing(endpoint, "strava", b"STRAVA")
    target = "/?hub.mode=subscribe&hub.challenge=99&hub.verify_token=%s"

    await not_answered(endpoint, Asking(provider="strava", method="GET", target=target % "strava"), "verify token")
    told = await endpoint.send(Asking(provider="strava", method="GET", target=target % "STRAVA"))
    assert told.body == b'{"hub.challenge":"99"}'


async def test_switched_off_they_are_ordinary_requests(endpoint: Endpoint) -> None:
    """Each is still marked, and says why it was not answered."""
    endpoint.engine.handshaking.on = False
    for asking in ASKED:
        endpoint.engine.handshaking.expected_provider = asking.provider if asking.expected else ""
        if asking.method != "HEAD":
            await not_answered(endpoint, asking, "switched off")


async def test_the_settings_count_where_no_option_was_given(endpoint: Endpoint) -> None:
    """Both are settings of the person."""
    engine = endpoint.engine
    asking = next(one for one in ASKED if one.provider == "linkedin")
    storing(endpoint, "linkedin", b"client")
    engine.handshaking.expected_provider = None
    await not_answered(endpoint, asking, "no provider is expected")

    engine.settings = replace(engine.settings, expected_provider="linkedin")
    assert engine.handshaking.expected == "linkedin"
    assert (await endpoint.send(asking)).body == asking.answer
    engine.settings = replace(engine.settings, handshakes=False)
    await not_answered(endpoint, asking, "switched off")


async def test_the_chosen_response_stays_for_all_others(endpoint: Endpoint) -> None:
    """A handshake gets its own answer where senders are told an error, and an ordinary request the error."""
    endpoint.engine.respond_with(Response(status=503, body=b"later"))
    slack = next(one for one in ASKED if one.provider == "slack")

    assert (await endpoint.send(slack)).status == 200
    assert (await endpoint.send(posted("", {"challenge": "abc", "a": 1}))).status == 503


async def test_hostile_challenges_do_no_harm(endpoint: Endpoint) -> None:
    """Markup stays text, a line's end stays in the body, and what is too long is not sent back."""
    told = await endpoint.send(
        Asking(provider="", method="GET", target="/?challenge=%3Cscript%3Ealert(1)%3C%2Fscript%3E%0d%0aX-Evil:1")
    )

    assert told.headers.get("Content-Type") == "text/plain"
    assert told.headers.get("X-Content-Type-Options") == "nosniff"
    assert told.headers.get("X-Evil") is None
    assert told.body == b"<script>alert(1)</script>\r\nX-Evil:1"
    await not_answered(endpoint, Asking(provider="", method="GET", target="/?challenge=" + "x" * 5000), "5,000")
    await not_answered(endpoint, posted("", {}, fields={"X-Hook-Secret": "a b"}), "no plain token")


async def test_a_bug_costs_nobody_a_capture(
    endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where answering fails the sender is told the usual, and the log says what failed."""

    def broken() -> None:
        raise RuntimeError("a broken answer")

    monkeypatch.setattr(endpoint.engine.handshaking, "_basis", broken)
    slack = next(one for one in ASKED if one.provider == "slack")
    with caplog.at_level("ERROR"):
        await not_answered(endpoint, slack, "see the log")

    assert "a broken answer" in caplog.text

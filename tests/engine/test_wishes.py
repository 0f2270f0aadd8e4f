"""What the window may ask for."""

import asyncio
import base64
import hmac
import socket

import pytest

from inspector import settings_file
from inspector.core.errors import InspectorError, NothingError, UsageError
from inspector.core.long_work import Outcome
from inspector.core.mend import Mend
from inspector.core.messages import (
    Changed,
    ChangeSettings,
    Explain,
    Explanation,
    Health,
    Listen,
    MarkRead,
    Pin,
    Remove,
    Removed,
    Restore,
    SetNote,
    SetResponse,
    StopListening,
)
from inspector.core.response import Response
from inspector.core.secret import Secret
from inspector.core.secret_wishes import AddSecret, RemoveSecret, RevealSecret
from inspector.core.sending_wishes import Resend
from inspector.core.settings import Settings
from inspector.engine.wishes import fulfil, judge_urls_again
from tests.engine.conftest import EVENT, SECRET, Running, signed


async def test_stop_and_start(running: Running) -> None:
    """The port is closed and opened again, and each is published."""
    port = int(running.url.rpartition(":")[2])
    await fulfil(running.engine, StopListening())
    assert running.engine.health.listening == ()
    with pytest.raises(OSError, match="onnect"):
        await running.post(b"x")

    answer = await fulfil(running.engine, Listen(port=port))

    assert isinstance(answer, tuple)
    assert answer[0] == running.url
    assert (await running.post(b"x"))[0] == 200
    assert [f.listening for f in running.facts if isinstance(f, Health)][-1] == answer


async def test_pin_note_and_read(running: Running) -> None:
    """Each is stored and announced as a change of that capture."""
    _, id = await running.post(b"x")
    assert id is not None
    await fulfil(running.engine, Pin(ids=(id,), pinned=True))
    await fulfil(running.engine, SetNote(id=id, note="look here"))
    await fulfil(running.engine, MarkRead(ids=(id,)))

    capture = await running.capture(id)
    assert (capture.pinned, capture.note, capture.unread) == (True, "look here", False)
    assert running.facts.count(Changed(ids=(id,))) == 3


async def test_remove_and_undo(running: Running) -> None:
    """What was removed by filter is gone at once and comes back whole."""
    for path in ("/a", "/b", "/a"):
        await running.post(b"x", path)

    removed = await fulfil(running.engine, Remove(ids=None, filter="path:/a"))
    assert isinstance(removed, Removed)
    assert removed.count == 2
    with pytest.raises(NothingError):
        await running.capture(1)

    assert await fulfil(running.engine, Restore(token=removed.token)) == 2
    assert (await running.capture(1)).request.target == "/a"


async def test_explain(running: Running) -> None:
    """The proof of a verdict shows received and expected digest, which are equal where it is valid."""
    _, id = await running.post(EVENT, "/", signed())
    answer = await fulfil(running.engine, Explain(id=id or 0))

    assert isinstance(answer, Explanation)
    assert answer.received
    assert answer.expected
    assert str(len(EVENT)) in answer.signed.replace(",", "")


async def test_secrets(running: Running) -> None:
    """A secret is kept under its name, revealed on purpose, and removed; health names it, never its value."""
    await fulfil(running.engine, AddSecret(provider="github", name="main", value=SECRET.decode()))

    assert "main" in {name.name for name in running.engine.health.secrets}
    assert SECRET.decode() not in repr(running.engine.health)
    assert await fulfil(running.engine, RevealSecret(provider="github", name="main")) == SECRET.decode()
    await fulfil(running.engine, RemoveSecret(provider="github", name="main"))
    assert "main" not in {name.name for name in running.engine.health.secrets}
    with pytest.raises(UsageError, match="needs a name and a value"):
        await fulfil(running.engine, AddSecret(provider="github", name="main", value=""))


async def test_settings_and_response(running: Running) -> None:
    """Settings are written and used; the response is what senders get from now on."""
    await fulfil(running.engine, ChangeSettings(values=(("max_body", 10), ("target", "3000"))))
    await fulfil(running.engine, SetResponse(response=Response(status=404)))

    assert running.engine.settings.target == "3000"
    assert (await running.post(b"x" * 20))[0] == 413
    assert (await running.post(b"x"))[0] == 404


async def test_resend(running: Running) -> None:
    """The answer is what came of each, in order; one that is not there does not keep the others."""
    ids = [(await running.post(b"x"))[1] or 0 for _ in range(3)]

    answer = await fulfil(running.engine, Resend(ids=(*ids[:2], 99, ids[2]), target=running.url))

    assert isinstance(answer, tuple)
    outcomes = [one for one in answer if isinstance(one, Outcome)]
    assert [(one.capture_id, one.dispatch_id, one.status) for one in outcomes] == [
        (1, 1, 200), (2, 2, 200), (99, None, None), (3, 3, 200)
    ]  # fmt: skip
    assert outcomes[2].error == "There is no capture 99."
    assert [one.failed for one in outcomes] == [False, False, True, False]


async def test_the_listener_moves_when_its_port_is_changed(running: Running) -> None:
    """At once, and what is published says where to; a taken port is refused, and neither file nor port change."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(InspectorError, match=f"Port {port} .* goes on listening at {running.url}"):
            await fulfil(running.engine, ChangeSettings(values=(("port", port),)))
        assert settings_file.read(running.engine.paths.settings).port == Settings().port
        assert (await running.post(b"x"))[0] == 200

    await fulfil(running.engine, ChangeSettings(values=(("port", port),)))

    assert running.engine.health.listening[0] == f"http://127.0.0.1:{port}"
    with pytest.raises(OSError, match="onnect"):
        await running.post(b"x")
    running.url = running.engine.health.listening[0]
    assert (await running.post(b"x"))[0] == 200
    assert settings_file.read(running.engine.paths.settings).port == port


async def test_limits_and_durability_are_in_force_at_once(running: Running) -> None:
    """A larger body is refused from the next request on, and the next commit reaches the disk."""
    assert (await running.post(b"x" * 2000))[0] == 200
    await fulfil(running.engine, ChangeSettings(values=(("max_body", 1000), ("synchronous", "full"))))

    assert (await running.post(b"x" * 2000))[0] == 413
    assert (await running.post(b"x"))[0] == 200
    assert running.engine.store.synchronous == "full"


async def test_a_value_that_cannot_be_is_refused(running: Running) -> None:
    """The sentence says what was expected; nothing is written."""
    with pytest.raises(UsageError, match="port cannot be 70000; expected 0 to 65535"):
        await fulfil(running.engine, ChangeSettings(values=(("port", 70_000),)))
    assert not running.engine.paths.settings.exists()


async def test_another_public_url_is_judged_by(running: Running) -> None:
    """What failed for its URL is offered the one that was signed; once that is set the capture is valid."""
    engine = running.engine
    engine.secrets.take({"square": (Secret(provider="square", name="app", value=b"a-key"),)})
    url = "https://hooks.example.com/square"
    digest = base64.b64encode(hmac.digest(b"a-key", url.encode() + EVENT, "sha256")).decode()
    fields = {"x-square-hmacsha256-signature": digest, "X-Forwarded-Host": "hooks.example.com"}
    # A proxy that tells the host, but a scheme of its own.
    _, id = await running.post(EVENT, "/square", {**fields, "X-Forwarded-Proto": "http"})
    assert id is not None
    async with asyncio.timeout(20):
        while not (verdict := (await running.capture(id)).judgement.verdict).final:
            await asyncio.sleep(0.01)
    assert (verdict.causes, verdict.url) == (("url-differs",), url)
    told = await fulfil(engine, Explain(id=id))
    assert isinstance(told, Explanation)
    assert told.mend == Mend(kind="public-url", url="https://hooks.example.com")

    await fulfil(engine, ChangeSettings(values=(("public_url", told.mend.url),)))
    engine.secrets.take({"square": (Secret(provider="square", name="app", value=b"a-key"),)})
    await judge_urls_again(engine)

    assert (await running.capture(id)).judgement.verdict.status == "valid"

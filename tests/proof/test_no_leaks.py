"""No secret that we were given, and no digest that a sender did not send, comes out anywhere."""

import hmac
import re
import socket
import sqlite3
import time
from base64 import b64decode, b64encode, urlsafe_b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from inspector import settings_file
from inspector.core import clock
from inspector.core.body import Body
from inspector.core.frames import Call, Done, Quit
from inspector.core.messages import Explain, Explanation, Health
from inspector.core.paths import Paths
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.secret_wishes import AddSecret, ChangeSecret, RevealSecret
from inspector.core.sending_wishes import SendSample
from inspector.core.wishes import Wish
from inspector.engine.secret_keeping import PASSPHRASE_VARIABLE
from inspector.formats.registry import FORMATS
from inspector.gui.controllers.reporting import Standing, report
from inspector.providers.provider import Provider
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.making import make, signed
from inspector.providers.samples.registry import events_of
from inspector.providers.samples.secret import deciding, sample_secrets
from inspector.store.reader import Reader
from tests.captures import head_of, request_of
from tests.cli.conftest import Command, command
from tests.test_engine_process import Child, started

__all__ = ["command"]

PASSPHRASE = "a passphrase that is nowhere either"
GIVEN = sample_secrets(b"of this test alone")
WRONG = sample_secrets(b"what the senders use instead")
CHALLENGE = "a-challenge-of-a-stranger"
ASKED: dict[str, str] = {"x": "crc_token", "linkedin": "challengeCode"}
"""Who tests an address with a challenge, and in which part of the query: the first is answered here, the second not."""
MOST = 12
"""Providers that are tried."""
SHORTEST = 12
"""Bytes of a needle: fewer stand in a store by chance."""


@dataclass(frozen=True)
class Sent:
    """A request as it went over the wire, and all that came back."""

    request: bytes
    response: bytes


def recipes() -> list[tuple[Provider, Secret]]:
    """A provider for each way of signing with a shared secret, with what we are given for it."""
    found: dict[object, tuple[Provider, Secret]] = {}
    for provider in PROVIDERS:
        scheme = deciding(provider)
        if scheme is not None and provider.id in GIVEN and events_of(provider.id):
            way = (scheme.algorithm, scheme.encoding, scheme.keys, type(scheme.layout), bool(scheme.claims))
            found.setdefault(way, (provider, GIVEN[provider.id]))
    return list(found.values())[:MOST]


def sendings(provider: Provider, secret: bytes) -> Iterator[Request]:
    """A good request, one with another byte in its body, one of yesterday, one that is signed with another secret."""
    event = events_of(provider.id)[0].event
    now = clock.now()
    good = signed(provider.id, make(provider.id, event, now=now), secret)
    content = good.body.read()
    yield good
    if content:
        yield replace(good, body=Body.of(content.replace(b"e", b"f", 1)))
    yield signed(provider.id, make(provider.id, event, now=now - timedelta(days=1)), secret)
    yield signed(provider.id, make(provider.id, event, now=now), WRONG[provider.id].value)


def answer(provider: str) -> bytes:
    """What a secret makes of the challenge."""
    return hmac.digest(GIVEN[provider].value, CHALLENGE.encode(), "sha256")


def sent(url: str, request: Request) -> Sent:
    """Send a request over a connection of its own."""
    address = urlsplit(url)
    content = request.body.read()
    line, _, fields = request.head.partition(b"\r\n")
    own = b"Host: %s\r\nContent-Length: %d\r\nConnection: close\r\n" % (address.netloc.encode(), len(content))
    written = line + b"\r\n" + own + fields + content
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=20) as connection:
        connection.sendall(written)
        response = b"".join(iter(lambda: connection.recv(65536), b""))
    return Sent(written, response)


def asked(child: Child, wish: Wish) -> object:
    """The engine's answer to a wish of the window."""
    child.connection.send(Call(number=1, wish=wish))
    done = child.next(Done)
    assert isinstance(done, Done)
    assert done.error is None, done.error
    return done.answer


def forms_of(value: bytes) -> Iterator[bytes]:
    """The ways in which a value may be written down."""
    for one in {value, value.strip()}:
        yield one
        yield one.hex().encode()
        yield b64encode(one).rstrip(b"=")
        yield urlsafe_b64encode(one).rstrip(b"=")
        yield quote(one).encode()
        yield one.removeprefix(b"whsec_").removeprefix(b"shpss_")


def digests_in(expected: str, captured: bytes) -> Iterator[bytes]:
    """The digests of a header that a secret gives, as bytes and as they are written; none that a sender has sent."""
    for text in re.findall(r"[0-9A-Za-z+/_=-]{26,}", expected):
        if text.encode() in captured:
            continue  # exports write bodies in base64: a signature in one stands there in that form too
        yield from forms_of(text.encode())
        with suppress(ValueError):
            yield bytes.fromhex(text)
        with suppress(Base64Error):
            yield b64decode(text + "=" * (-len(text) % 4))


def files_below(folder: Path) -> dict[str, bytes]:
    """The content of every file."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found_in(places: Iterable[tuple[str, bytes]], needles: dict[bytes, str]) -> list[str]:
    """Where a needle lies, and which: never the needle itself."""
    pattern = re.compile(b"|".join(re.escape(needle) for needle in sorted(needles, key=len, reverse=True)))
    return sorted({f"{needles[hit]} in {place}" for place, content in places for hit in pattern.findall(content)})


def until_explained(store: Path, count: int) -> list[int]:
    """Wait until every capture has its final verdict; gives their ids."""
    end = time.monotonic() + 60
    while True:
        reader = Reader(store)
        try:
            ids = reader.ids(None)
            done = len(ids) >= count and all(reader.capture(id).judgement.verdict.final for id in ids)
        finally:
            reader.close()
        if done:
            return list(ids)
        assert time.monotonic() < end
        time.sleep(0.1)


def outputs_of(command: Command, folder: Path, ids: list[int], url: str, digest: str) -> Iterator[tuple[str, bytes]]:
    """What every command that shows captures prints of them, and every file that it writes.

    `digest` is what the first capture's app computed.
    """
    common = ("--config-dir", str(folder))
    request = folder / "request.http"
    lines = [("list", "--json", "--bodies", "all"), ("list",), ("secrets", "list"), ("info",), ("providers",)]
    # Of each four that one provider sent, the one whose body is another.
    lines += [("verify", str(id), "--json") for id in sorted(ids)[1::4]]
    lines += [("show", str(ids[-2]), "--json"), ("show", str(ids[-2])), ("verify", str(ids[-2]))]
    lines += [("verify", str(request), "-v"), ("resend", str(ids[-1]), "--to", url, "--as", "signed")]
    lines += [("verify", str(min(ids)), "--app-digest", one, "--json") for one in (digest, "0" * 64)]
    writable = [one.name for one in FORMATS if one.write is not None]
    lines += [("export", "--format", name, "-o", str(folder / name)) for name in writable]
    for line in lines:
        outcome = command(*line, *common)
        assert outcome.code in (0, 1, 3), (line, outcome.err)
        yield " ".join(line[:2]), outcome.raw + outcome.err.encode()


def test_nothing_of_a_secret_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command) -> None:
    """Not in the store, the log, the settings, an export, a response or what a command prints, in any form."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    monkeypatch.setenv("WEBHOOK_INSPECTOR_STORE", str(tmp_path / "captures.db"))
    paths = Paths(store=tmp_path / "captures.db", config=tmp_path, logs=tmp_path / "logs")
    settings_file.change(paths.settings, lambda settings: replace(settings, expected_provider="x"))
    given: dict[str, bytes] = {}
    exchanged: list[Sent] = []
    with started(tmp_path) as child:
        for number, (provider, secret) in enumerate(recipes()):
            # Every third was pasted with a line break behind it: a cause that is found by trying it without.
            value = secret.value + (b"\n" if number % 3 == 2 else b"")
            given[provider.id] = value
            asked(child, AddSecret(provider=provider.id, name="live", value=value.decode()))
            exchanged += [sent(child.url, request) for request in sendings(provider, secret.value)]
        assert len(given) >= 5
        for id, name in ASKED.items():
            given[id] = GIVEN[id].value
            asked(child, AddSecret(provider=id, name="live", value=given[id].decode()))
            exchanged.append(sent(child.url, request_of(head_of(f"GET /hooks?{name}={CHALLENGE} HTTP/1.1".encode()))))
        (tmp_path / "request.http").write_bytes(exchanged[1].request)
        ids = until_explained(tmp_path / "captures.db", len(exchanged))
        expected = [asked(child, Explain(id=id)) for id in ids]
        first = next(iter(given))
        asked(child, RevealSecret(provider=first, name="live"))
        asked(child, SendSample(provider=first, event=events_of(first)[0].event, secret="live"))
        asked(child, ChangeSecret(provider=first, name="live", new_name="renamed"))
        seen = hmac.new(given[first], exchanged[0].request.partition(b"\r\n\r\n")[2] + b"\n", "sha256").hexdigest()
        printed = list(outputs_of(command, tmp_path, ids, child.url, seen))
        health = Health(listening=(child.url,), keyring="kept", secrets=settings_file.read(paths.settings).secrets)
        child.connection.send(Quit())
        child.process.join(20)

    captured = b"".join(one.request for one in exchanged)
    hidden = {name: value for name, value in given.items() if value.strip() not in captured}  # no static tokens
    values = {form: f"a secret of {name}" for name, value in hidden.items() for form in forms_of(value)}
    values |= dict.fromkeys(forms_of(PASSPHRASE.encode()), "the passphrase")
    explained = [one for one in expected if isinstance(one, Explanation)]
    digests = {form: "an expected digest" for one in explained for form in digests_in(one.expected, captured)}
    digests |= dict.fromkeys(forms_of(answer("linkedin")), "an answer to a test of the address")
    digests |= dict.fromkeys(forms_of(seen.encode()), "the digest of an app")
    looked_for = (values | digests).items()
    needles = {form: what for form, what in looked_for if len(form) >= SHORTEST and form not in captured}
    assert len(set(needles.values())) >= max(5, len(hidden))
    assert {"an expected digest", "an answer to a test of the address", "the digest of an app"} <= set(needles.values())
    assert b64encode(answer("x")) in exchanged[-2].response
    responses = ((f"response {number}", one.response) for number, one in enumerate(exchanged))
    text = report(Standing(paths=paths, settings=settings_file.read(paths.settings), health=health, display={}))
    places = [*files_below(tmp_path).items(), *printed, *responses, ("report", text.encode())]
    assert found_in(places, needles) == []
    # The search finds what is there: the signatures that were sent lie in the store and in the exports.
    names = {place for place, content in places if b"hooks/" + first.encode() in content}
    assert any(place.startswith("captures.db") for place in names)
    assert {one.name for one in FORMATS if one.write is not None} <= names


def test_the_search_finds_a_secret_that_lies_in_a_store(tmp_path: Path) -> None:
    """In any of its forms; else the test above would prove nothing."""
    needles = dict.fromkeys(forms_of(b"whsec_0123456789abcdef\n"), "it")
    for form in needles:
        file = tmp_path / "x.db"
        file.unlink(missing_ok=True)
        connection = sqlite3.connect(file)
        connection.execute("CREATE TABLE a (b)")
        connection.execute("INSERT INTO a VALUES (?)", (form,))
        connection.commit()
        connection.close()

        assert found_in(files_below(tmp_path).items(), needles) == ["it in x.db"]

"""Deliveries that other programs broke: each is explained by what was done to it, and near misses by nothing."""

import asyncio
import hmac
from base64 import b64encode
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Verdict
from inspector.engine.reading import plain
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from tests.engine.conftest import Running, running, secrets
from tests.proof import other_programs as programs
from tests.proof.other_programs import changed, needs, nginx, path_of
from tests.providers.made import NOW, request, secret, with_header

__all__ = ["running", "secrets"]

KEY = b"a secret that both sides have"
SIGNED = (
    '{"id": "evt_1", "type":"order.paid", "url":"https://shop.example/o/17?a=1&b=2", "name":"Zo\u00eb \u2713",\r\n'
    '  "total":49.50, "big":1152921505151679042, "e":1e3, "empty":{}, "list":[1, 2.0, null, true], "html":"<b>" }\r\n'
).encode()
"""What the sender sent and signed: nobody's canonical form."""


def delivery(arrived: bytes, signed: bytes = SIGNED, key: bytes = KEY) -> Request:
    """As GitHub sends it, with the signature of other bytes; signed by Python's own hmac."""
    digest = hmac.new(key, signed, "sha256").hexdigest()
    return request({"X-GitHub-Event": "push", "X-Hub-Signature-256": f"sha256={digest}"}, arrived)


def verdict(made: Request, *others: Secret) -> Verdict:
    """What is said in the end, with time enough for a slow machine."""
    known = Basis(secrets={"github": (secret("github", KEY),), **{one.provider: (one,) for one in others}})
    return diagnose(made, judge(made, known), known, seconds=20, decode=plain).verdict


REWRITES = [
    pytest.param(["node", "-e", programs.NODE], id="node", marks=needs("node")),
    pytest.param(["node", "-e", programs.NODE_PRETTY], id="node, indented", marks=needs("node")),
    pytest.param(["php", "-r", programs.PHP], id="php", marks=needs("php")),
    pytest.param(["php", "-r", programs.PHP_PRETTY], id="php, indented", marks=needs("php")),
    pytest.param(["python3", "-c", programs.PYTHON], id="python", marks=needs("python3")),
    pytest.param(["python3", "-c", programs.PYTHON_SORTED], id="python, sorted", marks=needs("python3")),
]


@pytest.mark.parametrize("command", REWRITES)
def test_a_sender_that_signs_what_another_program_writes(command: list[str]) -> None:
    """It signs JSON.stringify, json_encode or json.dumps of the document, and sends another text of it."""
    written = changed(command, SIGNED)
    assert written != SIGNED
    found = verdict(delivery(SIGNED, written))

    assert (found.status, found.causes) == ("invalid", ("body-reserialised",)), found.explanation


@pytest.mark.parametrize("command", REWRITES)
def test_near_misses_of_what_other_programs_write(command: list[str]) -> None:
    """Another value, another name, one entry less: it is not excused by having been written anew."""
    written = changed(command, SIGNED)
    for before, after in ((b"order.paid", b"order.paix"), (b'"empty"', b'"emptz"'), (b"evt_1", b"evt_")):
        assert verdict(delivery(SIGNED, written.replace(before, after))).causes == ("unexplained",)


CHANGES = [
    pytest.param(["unix2dos", "-q"], "body-line-endings", b"a\nb\n", id="unix2dos", marks=needs("unix2dos")),
    pytest.param(["dos2unix", "-q"], "body-line-endings", SIGNED, id="dos2unix", marks=needs("dos2unix")),
    pytest.param(["sed", "s/\r$//"], "body-line-endings", SIGNED, id="sed", marks=needs("sed")),
    pytest.param(["sed", "$ s/\r$//"], "body-line-endings", b"one line\r\n", id="sed, last", marks=needs("sed")),
    pytest.param(["sed", "-e", "$a\\"], "body-trailing-newline", b'{"a": 1}', id="sed, newline", marks=needs("sed")),
    pytest.param(["perl", "-0777", "-pe", "s/\\s+\\z//"], "body-trailing-newline", SIGNED, marks=needs("perl")),
    pytest.param(
        ["perl", "-e", programs.PERL_LATIN],
        "body-charset", "{\"a\":\"Zoë\"}".encode(), id="perl, Latin-1", marks=needs("perl"),
    ),
    pytest.param(["gzip", "-c"], "body-decoded", SIGNED, id="gzip", marks=needs("gzip")),
]  # fmt: skip


@pytest.mark.parametrize(("command", "cause", "signed"), CHANGES)
def test_a_program_on_the_way(command: list[str], cause: str, signed: bytes) -> None:
    """What it changed is named; a change of anything else beside it is not."""
    arrived = changed(command, signed)
    assert arrived != signed

    found = verdict(delivery(arrived, signed))
    assert cause in found.causes, found.explanation
    assert len(found.causes) == 1
    for other in (signed[:-3] + b"?" + signed[-2:], b"x" + signed, signed[1:]):
        assert verdict(delivery(arrived, other)).causes[0] in ("unexplained", "body-truncated")


@needs("gzip")
def test_a_body_that_was_unpacked_on_its_way() -> None:
    """The sender signed the compressed bytes; gzip -n leaves name and time out, as libraries do."""
    packed = changed(["gzip", "-cn"], SIGNED)

    found = verdict(delivery(changed(["gzip", "-dc"], packed), packed))

    assert found.causes == ("body-decoded",), found.explanation


def test_the_library_with_the_other_secret() -> None:
    """What the standard's own library signed with the secret of another endpoint is told by that secret's name."""
    mine, other = (b"whsec_" + b64encode(bytes([number]) * 24) for number in (1, 2))
    signature = Webhook(other.decode()).sign("msg_1", NOW, SIGNED.decode())
    made = request({"webhook-id": "msg_1", "webhook-timestamp": str(int(NOW.timestamp()))}, SIGNED)
    made = with_header(made, "webhook-signature", signature)
    own, elsewhere = secret("standard-webhooks", mine), secret("svix", other, "orders")

    def said(*known: Secret) -> Verdict:
        basis = Basis(secrets={one.provider: (one,) for one in known})
        return diagnose(made, judge(made, basis), basis, seconds=20, decode=plain).verdict

    assert (said(own, elsewhere).causes, said(own, elsewhere).secret) == (("other-provider-secret",), "orders")
    for near in (mine, other[:-4], other.swapcase()):
        assert said(own, secret("svix", near, "orders")).causes == ("unexplained",)


LINES = "proxy_pass http://{upstream}; proxy_set_header Host $http_host;"
PREFIX = (
    "location /api/ {{ proxy_pass http://{upstream}/; proxy_set_header Host $http_host; "
    "proxy_set_header X-Forwarded-Prefix /api; }}"
)
NO_PREFIX = "location /api/ {{ proxy_pass http://{upstream}/; proxy_set_header Host $http_host; }}"


@needs("nginx")
@pytest.mark.parametrize(
    ("lines", "signed", "asked", "causes"),
    [
        ("location / {{ " + LINES + " }}", "https://hooks.example/square", "/square", ("url-differs",)),
        ("location / {{ " + LINES + " }}", "https://hooks.example/square/", "/square", ("url-differs",)),
        (PREFIX, "http://hooks.example/api/square", "/api/square", ("url-differs",)),
        (NO_PREFIX, "http://hooks.example/api/square", "/api/square", ("unexplained",)),
        ("location / {{ " + LINES + " }}", "https://hooks.example/other", "/square", ("unexplained",)),
        ("location / {{ " + LINES + " }}", "https://other.example/square", "/square", ("unexplained",)),
    ],
)
async def test_nginx_in_front(
    running: Running, tmp_path: Path, lines: str, signed: str, asked: str, causes: tuple[str, ...]
) -> None:
    """It ends TLS or takes a prefix off, and says nothing, or something; what cannot be told is not guessed."""
    engine = running.engine
    engine.secrets.take({"square": (secret("square", KEY),)})
    digest = b64encode(hmac.digest(KEY, signed.encode() + SIGNED, "sha256")).decode()
    upstream = running.url.removeprefix("http://")
    (tmp_path / "nginx").mkdir()
    with nginx(tmp_path / "nginx", lines.format(upstream=upstream)) as port:
        front = Running(engine, f"http://127.0.0.1:{port}")
        headers = {"x-square-hmacsha256-signature": digest, "Host": "hooks.example"}
        _, id = await front.post(SIGNED, asked, {**headers, "Content-Type": "application/json"})
    async with asyncio.timeout(30):
        while not (found := (await running.capture(id)).judgement.verdict).final:
            await asyncio.sleep(0.01)

    assert found.causes == causes, found.explanation
    if "url-differs" in causes:
        assert found.url == signed
        assert f"{signed} is signed instead of http://hooks.example/" in found.explanation


def test_at_least_these_are_here() -> None:
    """Wherever these tests run there is something that changes bodies; else nothing above would be tried."""
    assert any(path_of(program) for program in ("node", "php", "python3", "sed", "perl", "gzip"))

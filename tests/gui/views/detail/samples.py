"""Captures for the tests of the detail: what is usual, what is hostile, what is huge."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.dispatch import Dispatch
from inspector.core.headers import Headers
from inspector.core.messages import Explanation
from inspector.core.request import Request
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.gui.faces import faces_of

HOSTILE = "<b>valid</b><img src=file:///etc/hostname>\u202e\x00"

FACES = faces_of((("github", "GitHub"), ("shopify", "Shopify"), ("acme-shop", "Acme Shop")))

AT = datetime(2026, 11, 23, 8, 21, 4, 870_000, UTC)

JSON_BODY = b"""{"ref":"refs/heads/main","before":"6113728f27ae82c7b1a177c8d03f9e96e0adf246",
"repository":{"id":1152921505151679042,"full_name":"octocat/hello-world","private":false,"score":1.0},"commits":[1,2,3]}"""

HEADERS = Headers.of(
    ("Host", "127.0.0.1:8765"),
    ("User-Agent", "GitHub-Hookshot/044aadd"),
    ("Content-Type", "application/json"),
    ("X-GitHub-Event", "push"),
    ("X-Hub-Signature-256", "sha256=41aa9c0d5e1f2a77c03b9d8e64f1a20c95b7e3d8f06a1c24e9b0d377be3c"),
    ("Authorization", "Bearer super-secret-token"),
    ("X-Repeated", "one"),
    ("x-repeated", "two"),
)

EXPLANATION = Explanation(
    received="sha256=41aa9c0d5e1f2a77c03b9d8e64f1a20c95b7e3d8f06a1c24e9b0d377be3c",
    expected="sha256=9f3c11e2b70d5a88e1c6f94b27a3d5e80f1c9b6a72d4e35f80a1290b5d7e",
    signed="the body, 7,412 bytes · SHA-256 5f0c…e1a9",
    scheme="HMAC-SHA256(secret, body) in X-Hub-Signature-256",
    tried="secrets production, staging · 312 variants in 14 ms",
)


def request(*, headers: Headers = HEADERS, body: bytes = JSON_BODY, **changes: object) -> Request:
    """A POST as GitHub sends it."""
    head = b"POST /hooks/github HTTP/1.1\r\n" + b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    made = Request(
        received_at=AT,
        head=head + b"\r\n",
        method="POST",
        target="/hooks/github",
        http_version="1.1",
        remote="127.0.0.1:53122",
        headers=headers,
        body=Body.of(body),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def judgement(**changes: object) -> Judgement:
    """Judged as not valid, for its secret."""
    verdict = Verdict(
        status="invalid",
        cause="secret-whitespace",
        causes=("secret-whitespace",),
        explanation="The signature matches when “production” is used without its last character.",
        tried=312,
    )
    made = Judgement(
        provider="github",
        event="push",
        gist="octocat/hello-world · main · 3 commits",
        delivery_id="72d3162e-cc78-11e3-81ab-4c9367dc0958",
        verdict=verdict,
        sensitive=("header:Authorization",),
        deadline_s=10,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def capture(**changes: object) -> Capture:
    """The whole of it, with a response and two dispatches."""
    made = Capture(
        id=1203,
        request=request(),
        judgement=judgement(),
        response=Response(
            headers=Headers.of(("Content-Type", "text/plain; charset=utf-8"), ("X-Capture-Id", "1203")),
            body=b"ok",
            duration_ms=1.8,
        ),
        dispatches=(
            Dispatch(
                id=1,
                capture_id=1203,
                at=AT + timedelta(seconds=20),
                target="http://localhost:3000/hooks/github",
                error="Nothing listens at localhost:3000.",
            ),
            Dispatch(
                id=2,
                capture_id=1203,
                at=AT + timedelta(seconds=50),
                target="http://localhost:3000/hooks/github",
                status=400,
                duration_ms=12.1,
                headers=Headers.of(("Content-Type", "application/json")),
                body=b'{"error":"signature mismatch"}',
                changed=("Host",),
            ),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def judged(status: str, **changes: object) -> Capture:
    """The same with another verdict."""
    verdict = replace(judgement().verdict, status=status, cause=None, causes=(), **changes)  # type: ignore[arg-type]
    provider = {"unknown": None, "no-secret": "shopify"}.get(status, "github")
    return capture(judgement=judgement(verdict=verdict, provider=provider))


def hostile() -> Capture:
    """Markup, direction and control characters in every field that a sender or a user can fill."""
    raw = HOSTILE.replace("\x00", "").encode()
    headers = Headers(((raw, raw), (b"Content-Type", raw), (b"User-Agent", raw)))
    verdict = Verdict(status="invalid", secret=HOSTILE, explanation=HOSTILE, cause="unexplained")
    return capture(
        request=request(
            headers=headers, body=raw * 3, method=HOSTILE, target="/" + HOSTILE, remote=HOSTILE, malformed=HOSTILE
        ),
        judgement=judgement(
            provider=HOSTILE, event=HOSTILE, gist=HOSTILE, delivery_id=HOSTILE, handshake=HOSTILE, verdict=verdict
        ),
        response=Response(status=299, rule=HOSTILE, headers=headers, body=raw),
        dispatches=(
            Dispatch(capture_id=1, at=AT, target=HOSTILE, error=HOSTILE),
            Dispatch(capture_id=1, at=AT, target=HOSTILE, status=200, headers=headers, body=raw, changed=(HOSTILE,)),
        ),
        note=HOSTILE,
        attempt=2,
        repeat="retry",
        duplicate_of=7,
    )

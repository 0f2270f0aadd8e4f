"""The how-manieth try of its sender a request is."""

import pytest

from inspector.core.body import Body
from inspector.core.clock import EPOCH
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.registry import PROVIDERS
from inspector.providers.tries import tries_of


def request_of(headers: dict[str, str], body: bytes = b"") -> Request:
    fields = Headers(tuple((name.encode(), value.encode()) for name, value in headers.items()))
    return Request(
        received_at=EPOCH,
        head=write_head("POST", "/", fields),
        method="POST",
        target="/",
        http_version="1.1",
        remote="127.0.0.1:9",
        headers=fields,
        body=Body.of(body),
    )


@pytest.mark.parametrize(
    ("provider", "headers", "body", "tries"),
    [
        ("slack", {"X-Slack-Retry-Num": "2"}, b"", 3),
        ("slack", {"X-Slack-Retry-Num": "two"}, b"", None),
        ("slack", {"X-Slack-Retry-Num": "9" * 5000}, b"", None),
        ("slack", {}, b"", None),
        ("bitbucket", {"X-Attempt-Number": "2"}, b"", 2),
        ("bitbucket", {"X-Attempt-Number": "0"}, b"", None),
        ("intercom", {}, b'{"delivery_attempts": 1}', 1),
        ("hubspot", {}, b'[{"attemptNumber": 1}]', 2),
        ("mux", {}, b'{"attempts": [{}, {}]}', 3),
        ("mux", {}, b'{"attempts": []}', 1),
        ("heroku", {}, b'{"webhook_metadata": {"attempt": {"id": "07822b62-6e4c"}}}', None),
        ("line", {}, b'{"events": [{"deliveryContext": {"isRedelivery": true}}]}', None),
        ("github", {"X-Slack-Retry-Num": "2"}, b"", None),
        ("nobody", {}, b"", None),
    ],
)
def test_the_senders_own_count(provider: str, headers: dict[str, str], body: bytes, tries: int | None) -> None:
    """Some count tries and some retries; what is no number is no count."""
    assert tries_of(request_of(headers, body), provider, body) == tries


def test_only_those_that_count_say_how() -> None:
    """A provider whose counter begins with one has a counter."""
    assert all(one.retry_counter for one in PROVIDERS if one.counts_from)

"""The URL that a sender called."""

from dataclasses import replace

import pytest

from inspector.core.request import Request
from inspector.providers.urls import counting_urls, other_urls
from tests.providers.made import request

HOST = {"Host": "127.0.0.1:8765"}


def arrived(target: str, headers: dict[str, str] | None = None) -> Request:
    """A request for a target; its Host field is the first of two where `headers` names another."""
    return replace(request(headers or {}), target=target)


@pytest.mark.parametrize(
    ("headers", "public_url", "urls"),
    [
        ({}, "", ["http://127.0.0.1:8765/a?b=1"]),
        ({}, "https://x.example/", ["https://x.example/a?b=1"]),
        ({"X-Forwarded-Proto": "https"}, "", ["https://127.0.0.1:8765/a?b=1"]),
        ({"X-Forwarded-Proto": "https", "X-Forwarded-Host": "x.example"}, "", ["https://x.example/a?b=1"]),
        ({"X-Forwarded-Host": "x.example, proxy"}, "", ["https://x.example/a?b=1"]),
        (
            {"X-Forwarded-Host": "x.example", "X-Forwarded-Proto": "http", "X-Forwarded-Port": "8080"},
            "",
            ["http://x.example/a?b=1", "http://x.example:8080/a?b=1"],
        ),
        ({"Forwarded": 'for=1.2.3.4;host="x.example";proto=https, for=x'}, "", ["https://x.example/a?b=1"]),
        ({"X-Forwarded-Host": "x.example"}, "https://y.example", ["https://y.example/a?b=1"]),
        ({"X-Forwarded-Proto": "gopher"}, "", ["https://127.0.0.1:8765/a?b=1"]),
    ],
)
def test_what_counts(headers: dict[str, str], public_url: str, urls: list[str]) -> None:
    """The setting alone; else what proxies tell; else the Host field."""
    assert [url.text for url in counting_urls(arrived("/a?b=1", headers), public_url)] == urls


def test_what_else_it_may_have_been() -> None:
    """Another scheme, a port, a slash at the end, no query; never one that counts, and not without end."""
    made = arrived("/a?b=1", {"X-Forwarded-Host": "x.example", "X-Forwarded-Proto": "https"})
    found = [url.text for url in other_urls(made)]

    assert "https://x.example/a?b=1" not in found
    assert {
        "http://x.example/a?b=1",
        "https://x.example:443/a?b=1",
        "https://x.example/a/?b=1",
        "https://x.example/a",
        "https://127.0.0.1:8765/a?b=1",
        "http://127.0.0.1/a?b=1",
    } <= set(found)
    assert len(found) == len(set(found)) <= 64


def test_a_target_that_was_rewritten_on_its_way() -> None:
    """What a proxy tells of the target before it was rewritten, and the target with its escapes undone."""
    made = arrived("/a%20b?c=x%2Fy", {"X-Forwarded-Proto": "https", "X-Original-URI": "/api/a"})
    found = {url.text for url in other_urls(made)}

    assert {"https://127.0.0.1:8765/api/a", "https://127.0.0.1:8765/a%20b?c=x/y"} <= found
    assert "https://127.0.0.1:8765/a b?c=x%2Fy" in found


def test_a_target_without_a_query_has_no_question_mark() -> None:
    """`/a` and `/a?` are two URLs."""
    assert counting_urls(arrived("/a"))[0].text.endswith(":8765/a")
    assert counting_urls(arrived("/a?"))[0].text.endswith(":8765/a?")

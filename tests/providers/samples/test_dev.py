"""Samples of code hosting."""

import re

from inspector.core.headers import Headers
from inspector.providers.samples.dev import GITHUB_PUSH, GITLAB_PUSH
from tests.providers.samples.sent import arrived, check


def test_those_of_github() -> None:
    """A push with its commits, a pull request and an issue with number and title."""
    gists = check("github")

    assert gists["push"] == "tidewater-commerce/checkout-service · main · 2 commits"
    assert re.fullmatch(r".* · #\d+ Allow partial refunds · opened", gists["pull_request"] or "")
    assert re.fullmatch(r".* · #\d+ Webhook retries create the order twice · opened", gists["issues"] or "")


def test_those_of_gitlab() -> None:
    """A push, a merge request, a pipeline that failed."""
    gists = check("gitlab")

    assert gists["Push Hook"] == "tidewater-commerce/storefront · main · 2 commits"
    assert re.fullmatch(r".* · !\d+ Delivery dates in the cart · open", gists["Merge Request Hook"] or "")
    assert re.fullmatch(r".* · #\d+ main · failed", gists["Pipeline Hook"] or "")


def test_github_signs_twice() -> None:
    """Beside the signature that counts stands the old one with SHA-1, and the fields that GitHub sends."""
    headers = arrived(GITHUB_PUSH).headers

    assert (headers.get("X-Hub-Signature") or "").startswith("sha1=")
    assert (headers.get("X-Hub-Signature-256") or "").startswith("sha256=")
    assert (headers.get("User-Agent") or "").startswith("GitHub-Hookshot/")
    assert {"x-github-delivery", "x-github-hook-id"} <= names(headers)


def test_gitlabs_message_id_is_its_idempotency_key() -> None:
    """One number under both names."""
    headers = arrived(GITLAB_PUSH).headers

    assert headers.get("webhook-id") == headers.get("Idempotency-Key")


def names(headers: Headers) -> set[str]:
    """Names of the fields in lower case."""
    return {name.decode().lower() for name, _ in headers}

"""Samples of GitLab."""

import re

from inspector.providers.samples.gitlab import GITLAB
from tests.providers.samples.sent import arrived, check

PROJECT = "tidewater-commerce/storefront"
GISTS = {
    "Push Hook": f"{PROJECT} · main · 2 commits",
    "Merge Request Hook": rf"{PROJECT} · !\d+ Delivery dates in the cart · open",
    "Pipeline Hook": rf"{PROJECT} · #\d+ main · failed",
    "Tag Push Hook": rf"{PROJECT} · v3\.\d+\.0",
    "Issue Hook": rf"{PROJECT} · #\d+ Totals differ by a cent in the mail · open",
    "Note Hook": rf"{PROJECT} · MergeRequest · What is shown when the carrier names no date\?",
    "Job Hook": f"{PROJECT} · browser-tests · failed",
    "Deployment Hook": f"{PROJECT} · production · success",
    "Release Hook": rf"{PROJECT} · v3\.\d+\.0 · create",
    "Wiki Page Hook": f"{PROJECT} · Releasing · update",
    "Feature Flag Hook": f"{PROJECT} · delivery_dates · active: true",
    "Emoji Hook": f"{PROJECT} · :thumbsup: on Issue · amelie.renard",
}


def test_each_tells_what_happened() -> None:
    """In one line, with the project."""
    gists = check("gitlab")

    assert gists.keys() == GISTS.keys()
    assert {event: gist for event, gist in gists.items() if not re.fullmatch(GISTS[event], gist or "")} == {}


def test_its_message_id_is_its_idempotency_key() -> None:
    """One number under both names."""
    headers = arrived(GITLAB[0]).headers

    assert headers.get("webhook-id") == headers.get("Idempotency-Key")

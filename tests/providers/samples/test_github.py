"""Samples of GitHub."""

import json
import re

import pytest

from inspector.providers.samples.github import GITHUB
from inspector.providers.samples.sample import Sample
from tests.providers.samples.sent import arrived, check

REPOSITORY = "tidewater-commerce/checkout-service"
GISTS = {
    "push": f"{REPOSITORY} · main · 2 commits",
    "pull_request": rf"{REPOSITORY} · #\d+ Allow partial refunds · opened",
    "issues": rf"{REPOSITORY} · #\d+ Webhook retries create the order twice · opened",
    "issue_comment": rf"{REPOSITORY} · #\d+ Webhook retries create the order twice · comment created",
    "pull_request_review": rf"{REPOSITORY} · #\d+ Allow partial refunds · approved · jonas-lindqvist-dev",
    "release": rf"{REPOSITORY} · v4\.\d+\.0 · published",
    "workflow_run": rf"{REPOSITORY} · CI #\d+ · failure",
    "workflow_job": rf"{REPOSITORY} · test \(3\.13\) · failure",
    "check_run": f"{REPOSITORY} · lint · success",
    "deployment_status": f"{REPOSITORY} · production · success",
    "create": f"{REPOSITORY} · branch feature/gift-cards created",
    "installation": "tidewater-commerce · 2 repositories · created · mira-okafor-dev",
    "ping": f"{REPOSITORY} · Small changes travel further.",
}


def test_each_tells_what_happened() -> None:
    """In one line, with the repository."""
    gists = check("github")

    assert gists.keys() == GISTS.keys()
    assert {event: gist for event, gist in gists.items() if not re.fullmatch(GISTS[event], gist or "")} == {}


def test_it_signs_twice() -> None:
    """Beside the signature that counts stands the old one with SHA-1, and the fields that GitHub sends."""
    headers = arrived(GITHUB[0]).headers

    assert (headers.get("X-Hub-Signature") or "").startswith("sha1=")
    assert (headers.get("X-Hub-Signature-256") or "").startswith("sha256=")
    assert (headers.get("User-Agent") or "").startswith("GitHub-Hookshot/")
    assert {"x-github-delivery", "x-github-hook-id"} <= {name.decode().lower() for name, _ in headers}


@pytest.mark.parametrize("sample", GITHUB, ids=lambda sample: sample.event)
def test_each_names_who_and_where(sample: Sample) -> None:
    """The whole sender and, but for an app's own events, the whole repository: sizes are as in life."""
    request = arrived(sample)
    body = json.loads(request.body.read())
    kind = request.headers.get("X-GitHub-Hook-Installation-Target-Type")

    assert body["sender"]["events_url"].endswith("{/privacy}")
    assert (kind == "integration") is ("installation" in body)
    assert ("installation" in body) or body["repository"]["ssh_url"] == f"git@github.com:{REPOSITORY}.git"
    assert request.body.size > (3_000 if kind == "integration" else 6_000)

"""Samples of forges and registries of code."""

from email.utils import format_datetime

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _values(fresh: Fresh) -> Values:
    return {
        "before": fresh.hex(40),
        "first": fresh.hex(40),
        "head": fresh.hex(40),
        "delivery": fresh.uuid(),
        "id": fresh.number(2_100, 9_800),
        "minor": fresh.number(3, 28),
        "rev": f"{fresh.number(4, 60)}-{fresh.hex(32)}",
        "now": fresh.utc(),
        "date": format_datetime(fresh.now, usegmt=True),
        "committed": fresh.offset(44),
        "earlier": fresh.offset(1_310),
        "earlier_z": fresh.utc(1_310),
        "millis": fresh.seconds() * 1000,
    }


def _gitea_headers(event: str, *, forgejo: bool) -> tuple[tuple[str, str], ...]:
    names = ("X-Forgejo", "X-Gitea", "X-Gogs", "X-GitHub") if forgejo else ("X-Gitea", "X-Gogs", "X-GitHub")
    own = (("Delivery", "${delivery}"), ("Event", event), ("Event-Type", event))
    return (
        ("User-Agent", "Go-http-client/1.1"),
        ("Content-Type", "application/json"),
        *((f"{name}-{what}", value) for name in names for what, value in own),
    )


BITBUCKET_PUSH = Sample(
    provider="bitbucket",
    event="repo:push",
    title="Commits pushed",
    file="repo_push",
    headers=(
        ("User-Agent", "Bitbucket-Webhooks/2.0"),
        ("Content-Type", "application/json"),
        ("X-Event-Key", "repo:push"),
        ("X-Event-Time", "${date}"),
        ("X-Hook-UUID", "7e5f1a52-41c7-4f0e-8d3b-9a64f8c2b117"),
        ("X-Request-UUID", "${delivery}"),
        ("X-Attempt-Number", "1"),
    ),
    values=_values,
    written="spaced",
)
GITEA_PUSH = Sample(
    provider="gitea",
    event="push",
    title="Commits pushed",
    file="push",
    headers=_gitea_headers("push", forgejo=False),
    values=_values,
    written="indented",
)
FORGEJO_RELEASE = Sample(
    provider="forgejo",
    event="release",
    title="Release published",
    file="release",
    headers=_gitea_headers("release", forgejo=True),
    values=_values,
    written="indented",
)
NPM_PUBLISH = Sample(
    provider="npm",
    event="package:publish",
    title="Package published",
    file="package_publish",
    headers=(("Content-Type", "application/json"),),
    values=_values,
)

FORGES = (BITBUCKET_PUSH, FORGEJO_RELEASE, GITEA_PUSH, NPM_PUBLISH)

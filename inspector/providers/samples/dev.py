"""Code hosting, builds and issue trackers."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _github_headers(event: str) -> tuple[tuple[str, str], ...]:
    return (
        ("User-Agent", "GitHub-Hookshot/${build}"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("X-GitHub-Delivery", "${delivery}"),
        ("X-GitHub-Event", event),
        ("X-GitHub-Hook-ID", "487216093"),
        ("X-GitHub-Hook-Installation-Target-ID", "731640285"),
        ("X-GitHub-Hook-Installation-Target-Type", "repository"),
    )


def _github(fresh: Fresh) -> Values:
    return {
        "build": fresh.hex(7),
        "delivery": fresh.uuid(),
        "before": fresh.hex(40),
        "first": fresh.hex(40),
        "head": fresh.hex(40),
        "tree": fresh.hex(40),
        "id": fresh.number(2_100_000_000, 2_900_000_000),
        "number": fresh.number(412, 4_800),
        "additions": fresh.number(8, 240),
        "deletions": fresh.number(1, 90),
        "now": fresh.utc(),
        "earlier": fresh.utc(94),
        "committed": fresh.offset(41),
        "committed_earlier": fresh.offset(1_260),
        "pushed": fresh.seconds(),
    }


GITHUB_PUSH = Sample(
    provider="github",
    event="push",
    title="Commits pushed",
    file="push",
    headers=_github_headers("push"),
    values=_github,
)
GITHUB_PULL_REQUEST = Sample(
    provider="github",
    event="pull_request",
    title="Pull request opened",
    file="pull_request",
    headers=_github_headers("pull_request"),
    values=_github,
)
GITHUB_ISSUE = Sample(
    provider="github",
    event="issues",
    title="Issue opened",
    file="issues",
    headers=_github_headers("issues"),
    values=_github,
)


def _gitlab_headers(event: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Content-Type", "application/json"),
        ("User-Agent", "GitLab/18.6.0-ee"),
        ("Idempotency-Key", "${delivery}"),
        ("X-Gitlab-Event", event),
        ("X-Gitlab-Webhook-UUID", "6f0c1d1e-0b1b-4b2f-9a5c-2f4c7f3f7d10"),
        ("X-Gitlab-Instance", "https://gitlab.com"),
        ("X-Gitlab-Event-UUID", "${event_uuid}"),
        ("webhook-id", "${delivery}"),
    )


def _gitlab(fresh: Fresh) -> Values:
    return {
        "delivery": fresh.uuid(),
        "event_uuid": fresh.uuid(),
        "before": fresh.hex(40),
        "first": fresh.hex(40),
        "head": fresh.hex(40),
        "id": fresh.number(310_000_000, 980_000_000),
        "build": fresh.number(8_100_000_000, 9_900_000_000),
        "iid": fresh.number(210, 3_900),
        "duration": fresh.number(62, 540),
        "queued": fresh.number(1, 9),
        "now": fresh.utc().replace("T", " ").replace("Z", " UTC"),
        "earlier": fresh.utc(610).replace("T", " ").replace("Z", " UTC"),
        "committed": fresh.offset(52),
        "committed_earlier": fresh.offset(2_140),
    }


GITLAB_PUSH = Sample(
    provider="gitlab",
    event="Push Hook",
    title="Commits pushed",
    file="push",
    headers=_gitlab_headers("Push Hook"),
    values=_gitlab,
)
GITLAB_MERGE_REQUEST = Sample(
    provider="gitlab",
    event="Merge Request Hook",
    title="Merge request opened",
    file="merge_request",
    headers=_gitlab_headers("Merge Request Hook"),
    values=_gitlab,
)
GITLAB_PIPELINE = Sample(
    provider="gitlab",
    event="Pipeline Hook",
    title="Pipeline failed",
    file="pipeline",
    headers=_gitlab_headers("Pipeline Hook"),
    values=_gitlab,
)

DEV = (
    GITHUB_PUSH,
    GITHUB_PULL_REQUEST,
    GITHUB_ISSUE,
    GITLAB_PUSH,
    GITLAB_MERGE_REQUEST,
    GITLAB_PIPELINE,
)

"""Samples of GitHub."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _values(fresh: Fresh) -> Values:
    return {
        "build": fresh.hex(7),
        "delivery": fresh.uuid(),
        "external": fresh.uuid(),
        "before": fresh.hex(40),
        "first": fresh.hex(40),
        "head": fresh.hex(40),
        "tree": fresh.hex(40),
        "digest": fresh.hex(64),
        "id": fresh.number(2_100_000_000, 2_900_000_000),
        "comment": fresh.number(3_100_000_000, 3_900_000_000),
        "asset": fresh.number(310_000_000, 390_000_000),
        "run": fresh.number(18_100_000_000, 19_900_000_000),
        "job": fresh.number(53_100_000_000, 57_900_000_000),
        "suite": fresh.number(48_100_000_000, 52_900_000_000),
        "run_number": fresh.number(1_210, 4_900),
        "installation": fresh.number(71_000_000, 98_000_000),
        "number": fresh.number(412, 4_800),
        "minor": fresh.number(3, 28),
        "additions": fresh.number(8, 240),
        "deletions": fresh.number(1, 90),
        "now": fresh.utc(),
        "now_offset": fresh.offset(),
        "earlier": fresh.utc(94),
        "committed": fresh.offset(41),
        "committed_earlier": fresh.offset(1_260),
        "pushed": fresh.seconds(),
    }


def _event(event: str, title: str, *, of_app: bool = False) -> Sample:
    """An event of a webhook of a repository, or of an app."""
    target = ("1048213", "integration") if of_app else ("731640285", "repository")
    return Sample(
        provider="github",
        event=event,
        title=title,
        file=event,
        headers=(
            ("User-Agent", "GitHub-Hookshot/${build}"),
            ("Accept", "*/*"),
            ("Content-Type", "application/json"),
            ("X-GitHub-Delivery", "${delivery}"),
            ("X-GitHub-Event", event),
            ("X-GitHub-Hook-ID", "487216093"),
            ("X-GitHub-Hook-Installation-Target-ID", target[0]),
            ("X-GitHub-Hook-Installation-Target-Type", target[1]),
        ),
        values=_values,
    )


GITHUB = (
    _event("push", "Commits pushed"),
    _event("pull_request", "Pull request opened"),
    _event("issues", "Issue opened"),
    _event("issue_comment", "Comment on an issue"),
    _event("pull_request_review", "Pull request approved"),
    _event("release", "Release published"),
    _event("workflow_run", "Workflow run failed"),
    _event("workflow_job", "Job of a workflow failed"),
    _event("check_run", "Check passed"),
    _event("deployment_status", "Deployment succeeded"),
    _event("create", "Branch created"),
    _event("installation", "App installed", of_app=True),
    _event("ping", "Webhook set up"),
)

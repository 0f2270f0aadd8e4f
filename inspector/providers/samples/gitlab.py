"""Samples of GitLab."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _values(fresh: Fresh) -> Values:
    head = fresh.hex(40)
    return {
        "delivery": fresh.uuid(),
        "event_uuid": fresh.uuid(),
        "before": fresh.hex(40),
        "first": fresh.hex(40),
        "head": head,
        "short": head[:8],
        "id": fresh.number(310_000_000, 980_000_000),
        "note": fresh.number(2_810_000_000, 2_990_000_000),
        "build": fresh.number(8_100_000_000, 9_900_000_000),
        "pipeline": fresh.number(1_810_000_000, 1_990_000_000),
        "deployment": fresh.number(910_000_000, 990_000_000),
        "release": fresh.number(9_100_000, 9_900_000),
        "minor": fresh.number(3, 28),
        "iid": fresh.number(210, 3_900),
        "duration": fresh.number(62, 540),
        "queued": fresh.number(1, 9),
        "now": _written(fresh.utc()),
        "earlier": _written(fresh.utc(610)),
        "now_zone": _written(fresh.utc()).replace("UTC", "+0000"),
        "now_iso": fresh.utc_millis(),
        "earlier_iso": fresh.utc_millis(610),
        "committed": fresh.offset(52),
        "committed_earlier": fresh.offset(2_140),
    }


def _written(time: str) -> str:
    """`2026-11-23 08:21:11 UTC`."""
    return time.replace("T", " ").replace("Z", " UTC")


def _event(event: str, title: str, file: str) -> Sample:
    return Sample(
        provider="gitlab",
        event=event,
        title=title,
        file=file,
        headers=(
            ("Content-Type", "application/json"),
            ("User-Agent", "GitLab/18.6.0-ee"),
            ("Idempotency-Key", "${delivery}"),
            ("X-Gitlab-Event", event),
            ("X-Gitlab-Webhook-UUID", "6f0c1d1e-0b1b-4b2f-9a5c-2f4c7f3f7d10"),
            ("X-Gitlab-Instance", "https://gitlab.com"),
            ("X-Gitlab-Event-UUID", "${event_uuid}"),
            ("webhook-id", "${delivery}"),
        ),
        values=_values,
    )


GITLAB = (
    _event("Push Hook", "Commits pushed", "push"),
    _event("Merge Request Hook", "Merge request opened", "merge_request"),
    _event("Pipeline Hook", "Pipeline failed", "pipeline"),
    _event("Tag Push Hook", "Tag pushed", "tag_push"),
    _event("Issue Hook", "Issue opened", "issue"),
    _event("Note Hook", "Comment on a merge request", "note"),
    _event("Job Hook", "Job failed", "job"),
    _event("Deployment Hook", "Deployed to production", "deployment"),
    _event("Release Hook", "Release created", "release"),
    _event("Wiki Page Hook", "Wiki page changed", "wiki_page"),
    _event("Feature Flag Hook", "Feature flag switched on", "feature_flag"),
    _event("Emoji Hook", "Emoji awarded", "emoji"),
)

"""Samples of issues, errors, feature flags and secrets."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _values(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc(),
        "before": fresh.utc(5_400),
        "seen": fresh.utc_exact(2),
        "updated": fresh.offset().replace("+00:00", ".214+0000"),
        "created": fresh.offset(190_000).replace("+00:00", ".802+0000"),
        "seconds": fresh.seconds(),
        "millis": fresh.seconds() * 1000,
        "id": str(fresh.number(10_200, 99_000)),
        "long": str(fresh.number(6_100_000_000, 6_900_000_000)),
        "object": fresh.hex(24),
        "account": "5d1f0c3b7a9e4d08c2b61f4a",
        "member": "5e0b2f9c4d7a18e63c90ab72",
        "number": fresh.number(212, 3_900),
        "change": str(fresh.number(30_000, 90_000)),
        "code": fresh.upper(3),
        "workplace": fresh.hex(20),
        "request": fresh.hex(32),
        "delivery": fresh.uuid(),
    }


DOPPLER_SECRETS = Sample(
    provider="doppler",
    event="config.secrets.update",
    title="Secrets changed",
    file="config.secrets.update",
    headers=(("Content-Type", "application/json"),),
    values=_values,
)
JIRA_ISSUE = Sample(
    provider="jira",
    event="jira:issue_updated",
    title="Issue moved to review",
    file="issue_updated",
    headers=(
        ("User-Agent", "Atlassian Webhook HTTP Client"),
        ("Content-Type", "application/json; charset=UTF-8"),
        ("X-Atlassian-Webhook-Identifier", "${delivery}"),
        ("X-Atlassian-Webhook-Flow", "Primary"),
    ),
    values=_values,
)
LAUNCHDARKLY_FLAG = Sample(
    provider="launchdarkly",
    event="flag",
    title="Flag turned on",
    file="flag",
    headers=(("Content-Type", "application/json"),),
    values=_values,
)
SENTRY_ISSUE = Sample(
    provider="sentry",
    event="issue",
    title="New issue",
    file="issue",
    headers=(
        ("Content-Type", "application/json"),
        ("Request-ID", "${request}"),
        ("Sentry-Hook-Resource", "issue"),
        ("Sentry-Hook-Timestamp", "${seconds}"),
    ),
    values=_values,
)

TRACKING = (DOPPLER_SECRETS, JIRA_ISSUE, LAUNCHDARKLY_FLAG, SENTRY_ISSUE)

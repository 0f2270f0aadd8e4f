"""Samples of builds, deployments and hosting."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _spaced(moment: str) -> str:
    """Buildkite's times: `2026-11-23 08:21:11 UTC`."""
    return moment.replace("T", " ").replace("Z", " UTC")


def _millis(moment: str) -> str:
    """With milliseconds: `2026-11-23T08:21:11.123Z`."""
    return moment[:-4] + "Z"


def _values(fresh: Fresh) -> Values:
    return {
        "uuid": fresh.uuid(),
        "workflow": fresh.uuid(),
        "pipeline": fresh.uuid(),
        "release": fresh.uuid(),
        "slug": fresh.uuid(),
        "attempt": fresh.uuid(),
        "delivery": fresh.uuid(),
        "event": fresh.uuid(),
        "head": fresh.hex(40),
        "short": fresh.hex(8),
        "object": fresh.hex(24),
        "build": fresh.hex(24),
        "id": f"uev_{fresh.alnum(24)}",
        "deployment": fresh.alnum(28),
        "number": fresh.number(412, 4_800),
        "version": fresh.number(120, 860),
        "took": fresh.number(21, 140),
        "now": fresh.utc(),
        "first": fresh.utc(312),
        "exact": _millis(fresh.utc_exact()),
        "first_exact": _millis(fresh.utc_exact(312)),
        "spaced_now": _spaced(fresh.utc()),
        "spaced_earlier": _spaced(fresh.utc(290)),
        "spaced_first": _spaced(fresh.utc(312)),
        "millis": fresh.seconds() * 1000,
    }


BUILDKITE_BUILD = Sample(
    provider="buildkite",
    event="build.finished",
    title="Build passed",
    file="build.finished",
    headers=(("Content-Type", "application/json"), ("X-Buildkite-Event", "build.finished")),
    values=_values,
)
CIRCLECI_WORKFLOW = Sample(
    provider="circleci",
    event="workflow-completed",
    title="Workflow failed",
    file="workflow-completed",
    headers=(
        ("User-Agent", "CircleCI-Webhook/1.0"),
        ("Content-Type", "application/json"),
        ("circleci-event-type", "workflow-completed"),
    ),
    values=_values,
)
HEROKU_RELEASE = Sample(
    provider="heroku",
    event="api:release",
    title="Release deployed",
    file="api_release",
    headers=(("Content-Type", "application/json"),),
    values=_values,
)
NETLIFY_DEPLOY = Sample(
    provider="netlify",
    event="deploy_created",
    title="Deploy is live",
    file="deploy_created",
    headers=(("Content-Type", "application/json"), ("X-Netlify-Event", "deploy_created")),
    values=_values,
)
VERCEL_DEPLOYMENT = Sample(
    provider="vercel",
    event="deployment.succeeded",
    title="Deployment succeeded",
    file="deployment.succeeded",
    headers=(("Content-Type", "application/json"),),
    values=_values,
)

DEPLOYS = (BUILDKITE_BUILD, CIRCLECI_WORKFLOW, HEROKU_RELEASE, NETLIFY_DEPLOY, VERCEL_DEPLOYMENT)

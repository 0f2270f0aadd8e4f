"""Content and sites."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _contentful(fresh: Fresh) -> Values:
    return {
        "delivery": fresh.uuid(),
        "entry": fresh.alnum(22),
        "space": fresh.alnum(12).lower(),
        "user": fresh.alnum(22),
        "revision": fresh.number(2, 19),
        "created": fresh.utc_millis(86_400),
        "now": fresh.utc_millis(1),
    }


CONTENTFUL = Sample(
    provider="contentful",
    event="ContentManagement.Entry.publish",
    title="Entry published",
    file="ContentManagement.Entry.publish",
    headers=(
        ("Content-Type", "application/vnd.contentful.management.v1+json"),
        ("Accept", "*/*"),
        ("X-Contentful-Topic", "ContentManagement.Entry.publish"),
        ("X-Contentful-Webhook-Name", "Build the site"),
        ("X-Contentful-Webhook-Request-Attempt", "1"),
        ("X-Contentful-Webhook-Request-Attempt-Id", "${delivery}"),
    ),
    values=_contentful,
)


def _sanity(fresh: Fresh) -> Values:
    return {
        "id": fresh.uuid(),
        "project": fresh.alnum(8).lower(),
        "transaction": fresh.alnum(22),
        "revision": fresh.alnum(22),
        "author": fresh.uuid(),
        "delivery": fresh.uuid(),
        "created": fresh.utc(86_400),
        "now": fresh.utc(1),
    }


SANITY = Sample(
    provider="sanity",
    event="update",
    title="Document changed",
    file="update",
    headers=(
        ("Content-Type", "application/json; charset=utf-8"),
        ("Accept", "*/*"),
        ("sanity-operation", "update"),
        ("sanity-document-id", "${id}"),
        ("sanity-project-id", "${project}"),
        ("sanity-dataset", "production"),
        ("sanity-transaction-id", "${transaction}"),
        ("sanity-transaction-time", "${now}"),
        ("idempotency-key", "${delivery}"),
    ),
    values=_sanity,
)


def _webflow(fresh: Fresh) -> Values:
    return {
        "site": fresh.hex(24),
        "one": fresh.uuid(),
        "two": fresh.uuid(),
        "three": fresh.uuid(),
        "now": fresh.utc_millis(1),
        "id": fresh.hex(24),
        "form": fresh.hex(24),
        "element": fresh.uuid(),
        "page": fresh.hex(24),
    }


WEBFLOW = Sample(
    provider="webflow",
    event="form_submission",
    title="Form sent",
    file="form_submission",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_webflow,
)


def _hygraph(fresh: Fresh) -> Values:
    return {
        "id": f"c{fresh.alnum(24).lower()}",
        "user": f"c{fresh.alnum(24).lower()}",
        "created": fresh.utc_exact(86_400),
        "now": fresh.utc_exact(1),
    }


HYGRAPH = Sample(
    provider="hygraph",
    event="publish",
    title="Entry published",
    file="publish",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_hygraph,
)

CMS = (
    CONTENTFUL,
    SANITY,
    WEBFLOW,
    HYGRAPH,
)

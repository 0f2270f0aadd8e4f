"""Clouds that tell of what happens in them."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _aws_sns(fresh: Fresh) -> Values:
    return {
        "message": fresh.uuid(),
        "subscription": fresh.uuid(),
        "order": f"B-{fresh.number(2041, 9876)}",
        "now": fresh.utc_millis(),
        "certificate": fresh.hex(32),
    }


AWS_SNS = Sample(
    provider="aws-sns",
    event="Notification",
    title="Message published",
    file="Notification",
    headers=(
        ("x-amz-sns-message-type", "Notification"),
        ("x-amz-sns-message-id", "${message}"),
        ("x-amz-sns-topic-arn", "arn:aws:sns:eu-central-1:123456789012:orders"),
        ("x-amz-sns-subscription-arn", "arn:aws:sns:eu-central-1:123456789012:orders:${subscription}"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("User-Agent", "Amazon Simple Notification Service Agent"),
        ("Accept-Encoding", "gzip,deflate"),
    ),
    values=_aws_sns,
    written="indented",
)


def _microsoft_graph(fresh: Fresh) -> Values:
    return {
        "subscription": fresh.uuid(),
        "expires": fresh.utc_exact(-172_800),
        "user": fresh.uuid(),
        "message": f"AAMk{fresh.alnum(108)}=",
        "etag": f"CQAAABY{fresh.alnum(20)}",
        "id": fresh.uuid(),
        "tenant": fresh.uuid(),
    }


MICROSOFT_GRAPH = Sample(
    provider="microsoft-graph",
    event="created",
    title="Mail arrived",
    file="created",
    headers=(
        ("Accept", "text/plain"),
        ("Content-Type", "application/json; charset=utf-8"),
    ),
    values=_microsoft_graph,
)


def _google_oidc(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc_millis(1),
        "generation": fresh.seconds(2) * 1_000_000 + 318_204,
        "object": fresh.number(20_410, 98_760),
        "message": str(fresh.number(10**16, 2 * 10**16)),
    }


GOOGLE_OIDC = Sample(
    provider="google-oidc",
    event="OBJECT_FINALIZE",
    title="File stored",
    file="OBJECT_FINALIZE",
    headers=(
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
        ("From", "noreply@google.com"),
        ("User-Agent", "CloudPubSub-Google"),
        ("Accept-Encoding", "gzip, deflate, br"),
    ),
    values=_google_oidc,
)

CLOUD = (
    AWS_SNS,
    MICROSOFT_GRAPH,
    GOOGLE_OIDC,
)

"""Who somebody is: sign-in, accounts, directories."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _auth0(fresh: Fresh) -> Values:
    return {
        "log": f"900{fresh.now:%Y%m%d}{fresh.number(10**20, 10**21 - 1)}",
        "now": fresh.utc_millis(),
        "connection": fresh.alnum(16),
        "client": fresh.alnum(32),
        "started": fresh.seconds(9) * 1000 + 204,
        "completed": fresh.seconds(1) * 1000 + 871,
        "elapsed": fresh.number(7_600, 8_700),
        "session": fresh.alnum(32),
        "user": fresh.hex(24),
    }


AUTH0 = Sample(
    provider="auth0",
    event="s",
    title="Signed in",
    file="s",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_auth0,
)


def _clerk(fresh: Fresh) -> Values:
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "created": fresh.seconds(2) * 1000 + 316,
        "email": fresh.alnum(27),
        "user": fresh.alnum(27),
        "image": fresh.alnum(64),
        "instance": fresh.alnum(27),
    }


CLERK = Sample(
    provider="clerk",
    event="user.created",
    title="Account made",
    file="user.created",
    headers=(
        ("User-Agent", "Svix-Webhooks/1.84.0 (sender-9YMgn; +https://www.svix.com/http-sender/)"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("svix-id", "${delivery}"),
    ),
    values=_clerk,
)


def _fusionauth(fresh: Fresh) -> Values:
    return {
        "now": fresh.seconds(1) * 1000 + 118,
        "event": fresh.uuid(),
        "user": fresh.uuid(),
        "tenant": fresh.uuid(),
    }


FUSIONAUTH = Sample(
    provider="fusionauth",
    event="user.create.complete",
    title="Account made",
    file="user.create.complete",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_fusionauth,
)


def _okta(fresh: Fresh) -> Values:
    return {
        "hook": fresh.alnum(17),
        "event": fresh.uuid(),
        "uuid": fresh.uuid(),
        "now": fresh.utc_millis(2),
        "user": fresh.alnum(17),
        "app": fresh.alnum(17),
        "transaction": fresh.alnum(27),
        "session": fresh.alnum(22),
    }


OKTA = Sample(
    provider="okta",
    event="user.session.start",
    title="Signed in",
    file="user.session.start",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_okta,
)


def _workos(fresh: Fresh) -> Values:
    return {
        "event": f"01K{fresh.upper(23)}",
        "user": f"01K{fresh.upper(23)}",
        "directory": f"01K{fresh.upper(23)}",
        "organization": f"01K{fresh.upper(23)}",
        "idp": fresh.number(100_000, 999_000),
        "now": fresh.utc_millis(2),
        "client": f"01K{fresh.upper(23)}",
    }


WORKOS = Sample(
    provider="workos",
    event="dsync.user.created",
    title="Somebody was added to a directory",
    file="dsync.user.created",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_workos,
)

AUTH = (
    AUTH0,
    CLERK,
    FUSIONAUTH,
    OKTA,
    WORKOS,
)

"""Mail that is sent, delivered and read by programs."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

_JSON = ("Content-Type", "application/json")


def _mailgun(fresh: Fresh) -> Values:
    return {
        "token": fresh.hex(50),
        "stamp": str(fresh.seconds()),
        "seconds": fresh.seconds(2),
        "id": fresh.alnum(22),
        "message": f"{fresh.now:%Y%m%d%H%M%S}.{fresh.hex(16)}",
        "key": fresh.alnum(60),
        "order": fresh.number(10_400, 98_000),
    }


MAILGUN = Sample(
    provider="mailgun",
    event="delivered",
    title="Mail delivered",
    file="delivered",
    headers=(("User-Agent", "Go-http-client/2.0"), _JSON, ("Accept-Encoding", "gzip")),
    values=_mailgun,
)


def _mandrill(fresh: Fresh) -> Values:
    return {
        "id": fresh.hex(32),
        "version": fresh.alnum(22),
        "seconds": fresh.seconds(3),
        "order": fresh.number(10_400, 98_000),
    }


MANDRILL = Sample(
    provider="mandrill",
    event="send",
    title="Mail sent",
    file="send",
    headers=(
        ("User-Agent", "Mandrill-Webhook/1.0"),
        ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
    ),
    values=_mandrill,
    written="form",
)


def _nylas(fresh: Fresh) -> Values:
    return {
        "id": fresh.alnum(22),
        "message": fresh.hex(16),
        "thread": fresh.hex(16),
        "seconds": fresh.seconds(4),
        "contract": f"2026-{fresh.number(100, 990)}",
    }


NYLAS = Sample(
    provider="nylas",
    event="message.created",
    title="Mail arrived",
    file="message_created",
    headers=(("User-Agent", "Nylas-Webhook/1.0"), _JSON),
    values=_nylas,
)


def _postmark(fresh: Fresh) -> Values:
    return {
        "id": fresh.number(690_000_000_000, 930_000_000_000),
        "message": fresh.uuid(),
        "invoice": f"2026-{fresh.number(1_000, 9_900)}",
        "now": fresh.utc_exact()[:-1] + "0Z",
    }


POSTMARK = Sample(
    provider="postmark",
    event="Bounce",
    title="Mail bounced",
    file="bounce",
    headers=(("User-Agent", "Postmark"), _JSON, ("X-PM-Webhook-Event-Id", "0e7c1a52-3b8d-4f69-9a2e-5d1c7f0b6a43")),
    values=_postmark,
    written="indented",
)


def _resend(fresh: Fresh) -> Values:
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "email": fresh.uuid(),
        "order": fresh.number(10_400, 98_000),
        "now": fresh.utc_exact(),
        "earlier": fresh.utc_exact(6),
    }


RESEND = Sample(
    provider="resend",
    event="email.delivered",
    title="Mail delivered",
    file="email_delivered",
    headers=(
        ("User-Agent", "Svix-Webhooks/1.68.0 (sender-9YMgn; +https://www.svix.com/http-sender/)"),
        _JSON,
        ("Svix-Id", "${delivery}"),
    ),
    values=_resend,
)


def _sendgrid(fresh: Fresh) -> Values:
    return {
        "event": fresh.alnum(48),
        "message": fresh.alnum(22),
        "seconds": fresh.seconds(9),
        "order": str(fresh.number(10_400, 98_000)),
    }


SENDGRID = Sample(
    provider="sendgrid",
    event="delivered",
    title="Mail delivered",
    file="delivered",
    headers=(("User-Agent", "SendGrid Event API"), ("Content-Type", "application/json;charset=utf-8")),
    values=_sendgrid,
    end="\r\n",
)

EMAIL = (MAILGUN, MANDRILL, NYLAS, POSTMARK, RESEND, SENDGRID)

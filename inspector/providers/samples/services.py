"""Samples of alerts, gateways, and services that an application is built on."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

JSON = ("Content-Type", "application/json")


def _values(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc(),
        "earlier": fresh.utc(45),
        "later": fresh.utc(-10_800),
        "offset": fresh.offset(),
        "exact6": fresh.utc_exact(),
        "millis_z": fresh.utc_exact()[:-4] + "Z",
        "seconds": fresh.seconds(),
        "millis": fresh.seconds() * 1000,
        "fingerprint": fresh.hex(16),
        "event": f"01{fresh.upper(24)}",
        "incident": f"Q{fresh.upper(13)}",
        "short_number": fresh.number(210, 4_900),
        "number": fresh.number(10_000_000, 99_000_000),
        "weight": fresh.number(240, 8_600),
        "hex32": fresh.hex(32),
        "passed_on": f"evt_{fresh.alnum(20)}",
        "request": f"req_{fresh.alnum(20)}",
        "message": f"msg_{fresh.alnum(27)}",
        "uuid": fresh.uuid(),
        "identity": fresh.uuid(),
        "otp": f"{fresh.number(0, 999_999):06d}",
        "token_hash": f"pkce_{fresh.hex(56)}",
        "asset": fresh.hex(32),
        "version_id": fresh.hex(32),
        "etag": fresh.hex(32),
        "slug": f"lamp-{fresh.hex(6)}",
        "bytes": fresh.number(180_000, 2_400_000),
        "user": fresh.number(11, 96),
        "activity": fresh.number(16_000_000_000, 17_900_000_000),
        "owner": fresh.number(1_000_000, 90_000_000),
    }


GRAFANA_FIRING = Sample(
    provider="grafana",
    event="firing",
    title="Alert fires",
    file="firing",
    headers=(("User-Agent", "Grafana"), JSON, ("X-Grafana-Alerting-Timestamp", "${seconds}")),
    values=_values,
)
PAGERDUTY_TRIGGERED = Sample(
    provider="pagerduty",
    event="incident.triggered",
    title="Incident triggered",
    file="incident.triggered",
    headers=(("User-Agent", "PagerDuty-Webhook/V3.0"), JSON, ("X-Webhook-Subscription", "PC56PV5")),
    values=_values,
)
HOOKDECK_SHIPMENT = Sample(
    provider="hookdeck",
    event="shipment",
    title="Shipment of a carrier, passed on",
    file="shipment",
    headers=(
        ("User-Agent", "Nordfracht-Notify/4"),
        JSON,
        ("x-hookdeck-eventid", "${passed_on}"),
        ("x-hookdeck-requestid", "${request}"),
        ("x-hookdeck-source-name", "nordfracht"),
        ("x-hookdeck-attempt-count", "1"),
        ("x-hookdeck-attempt-trigger", "INITIAL"),
    ),
    values=_values,
)
SUPABASE_SIGNUP = Sample(
    provider="supabase",
    event="signup",
    title="Auth hook: mail to confirm an address",
    file="send_email_signup",
    headers=(JSON, ("webhook-id", "${message}")),
    values=_values,
)
CLOUDINARY_UPLOAD = Sample(
    provider="cloudinary",
    event="upload",
    title="Picture uploaded",
    file="upload",
    headers=(JSON,),
    values=_values,
)
PUSHER_MEMBER = Sample(
    provider="pusher",
    event="member_added",
    title="Somebody joined a channel",
    file="member_added",
    headers=(JSON, ("X-Pusher-Key", "6f1d0c3b7a9e4d08c2b6")),
    values=_values,
)
STRAVA_ACTIVITY = Sample(
    provider="strava",
    event="activity.update",
    title="Activity renamed",
    file="activity_update",
    headers=(JSON,),
    values=_values,
)

SERVICES = (
    GRAFANA_FIRING,
    PAGERDUTY_TRIGGERED,
    HOOKDECK_SHIPMENT,
    SUPABASE_SIGNUP,
    CLOUDINARY_UPLOAD,
    PUSHER_MEMBER,
    STRAVA_ACTIVITY,
)

"""Appointments."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _calendly(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc_exact(1),
        "user": fresh.uuid(),
        "invitee": fresh.uuid(),
        "scheduled": fresh.uuid(),
        "type": fresh.uuid(),
        "start": fresh.utc_exact(-172_800),
        "end": fresh.utc_exact(-174_600),
    }


CALENDLY = Sample(
    provider="calendly",
    event="invitee.created",
    title="Appointment booked",
    file="invitee.created",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_calendly,
)


def _calcom(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc_millis(1),
        "start": fresh.utc(-172_800),
        "end": fresh.utc(-174_600),
        "organizer": fresh.number(10_000, 99_000),
        "type": fresh.number(100_000, 990_000),
        "uid": fresh.alnum(22),
        "booking": fresh.number(1_000_000, 9_900_000),
    }


CALCOM = Sample(
    provider="calcom",
    event="BOOKING_CREATED",
    title="Appointment booked",
    file="BOOKING_CREATED",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_calcom,
)


def _acuity(fresh: Fresh) -> Values:
    return {
        "id": fresh.number(410_000_000, 989_000_000),
        "calendar": fresh.number(1_000_000, 9_900_000),
        "type": fresh.number(10_000_000, 99_000_000),
    }


ACUITY = Sample(
    provider="acuity",
    event="appointment.scheduled",
    title="Appointment booked",
    file="appointment.scheduled",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ),
    values=_acuity,
    written="form",
)

SCHEDULING = (
    CALENDLY,
    CALCOM,
    ACUITY,
)

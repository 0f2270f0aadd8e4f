"""Whether somebody is who they say: papers, faces, checks."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _persona(fresh: Fresh) -> Values:
    return {
        "event": fresh.alnum(24),
        "inquiry": fresh.alnum(24),
        "account": fresh.alnum(24),
        "template": fresh.alnum(24),
        "verification": fresh.alnum(24),
        "created": fresh.utc_millis(190),
        "started": fresh.utc_millis(120),
        "completed": fresh.utc_millis(9),
        "now": fresh.utc_millis(1),
    }


PERSONA = Sample(
    provider="persona",
    event="inquiry.approved",
    title="Identity approved",
    file="inquiry.approved",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_persona,
)


def _onfido(fresh: Fresh) -> Values:
    return {
        "check": fresh.uuid(),
        "applicant": fresh.uuid(),
        "document": fresh.uuid(),
        "face": fresh.uuid(),
        "created": fresh.utc(190),
        "now": fresh.utc(1),
    }


ONFIDO = Sample(
    provider="onfido",
    event="check.completed",
    title="Check completed",
    file="check.completed",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_onfido,
)

IDENTITY = (
    PERSONA,
    ONFIDO,
)

"""Forms and surveys."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values
from inspector.providers.samples.typeform import TYPEFORM


def _jotform(fresh: Fresh) -> Values:
    return {
        "form": f"2432{fresh.number(10**10, 10**11 - 1)}",
        "submission": f"61{fresh.number(10**16, 10**17 - 1)}",
        "ms": fresh.seconds(41) * 1000 + 305,
        "short": fresh.alnum(7),
        "metres": fresh.number(6, 18),
    }


JOTFORM = Sample(
    provider="jotform",
    event="submission",
    title="Form sent",
    file="submission",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "multipart/form-data; boundary=------------------------c41b7d20e95fa683"),
    ),
    values=_jotform,
    written="multipart",
)


def _tally(fresh: Fresh) -> Values:
    return {
        "event": fresh.uuid(),
        "now": fresh.utc_millis(1),
        "response": fresh.alnum(6),
        "respondent": fresh.alnum(6),
        "form": fresh.alnum(6),
        "one": fresh.alnum(6),
        "two": fresh.alnum(6),
        "three": fresh.alnum(6),
        "four": fresh.alnum(6),
        "metres": fresh.number(6, 18),
        "chosen": fresh.uuid(),
        "other": fresh.uuid(),
    }


TALLY = Sample(
    provider="tally",
    event="FORM_RESPONSE",
    title="Form sent",
    file="FORM_RESPONSE",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_tally,
)


def _surveymonkey(fresh: Fresh) -> Values:
    return {
        "client": fresh.alnum(22),
        "survey": str(fresh.number(310_000_000, 519_000_000)),
        "event": str(fresh.number(10_000_000_000, 10_900_000_000)),
        "response": str(fresh.number(114_000_000_000, 118_000_000_000)),
        "collector": str(fresh.number(410_000_000, 459_000_000)),
        "user": str(fresh.number(160_000_000, 199_000_000)),
        "now": fresh.offset(1),
    }


SURVEYMONKEY = Sample(
    provider="surveymonkey",
    event="response_completed",
    title="Survey answered",
    file="response_completed",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/vnd.surveymonkey.response.v1+json"),
        ("Sm-Apikey", "${client}"),
    ),
    values=_surveymonkey,
    written="spaced",
)

FORMS = (
    *TYPEFORM,
    JOTFORM,
    TALLY,
    SURVEYMONKEY,
)

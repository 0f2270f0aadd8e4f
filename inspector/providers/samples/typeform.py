"""What Typeform posts: replies to forms. There are two events only; what stands in a reply depends on the form."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values, file_and_event

HEADERS = (
    ("User-Agent", "Typeform Webhooks"),
    ("Accept-Encoding", "gzip"),
    ("Content-Type", "application/json"),
)
QUESTIONS = ("q1", "q2", "q3", "q4", "q5", "q6", "group", "ending")
CHOICES = ("q2_0", "q2_1", "q2_2", "q3_0", "q3_1", "q3_2")

DAY = 86_400


def _typeform(fresh: Fresh) -> Values:
    euros = fresh.number(2, 9) * 10
    return {
        "event": f"01K{fresh.upper(23)}",
        "form": fresh.alnum(8),
        "token": fresh.alnum(32).lower(),
        "landed": fresh.utc(74),
        "now": fresh.utc(1),
        "arrival": fresh.utc(-9 * DAY)[:10],
        "metres": fresh.number(6, 18),
        "score": fresh.number(1, 4),
        "nps": fresh.number(0, 10),
        "stars": fresh.number(1, 5),
        "quiet": fresh.number(1, 10),
        "booking": fresh.number(2_041, 9_876),
        "price": money(100 * euros),
        "euros": euros,
        "file": fresh.hex(64),
        "meeting": fresh.uuid(),
        "invitee": fresh.uuid(),
        "outcome_a": fresh.uuid(),
        "outcome_b": fresh.uuid(),
        **{name: fresh.alnum(12) for name in (*QUESTIONS, *CHOICES)},
    }


def _posted(event: str, title: str) -> Sample:
    """A reply; behind a colon stands what kind of form it is to."""
    file, recognised = file_and_event(event)
    return Sample(
        provider="typeform",
        event=event,
        title=title,
        file=file,
        headers=HEADERS,
        values=_typeform,
        recognised=recognised,
    )


TYPEFORM = (
    _posted("form_response", "Form sent"),
    _posted("form_response_partial", "Form left halfway"),
    _posted("form_response:quiz", "Quiz with a score sent"),
    _posted("form_response:payment", "Form with a payment sent"),
    _posted("form_response:files", "Form with a file and a website sent"),
    _posted("form_response:survey", "Survey with ratings sent"),
    _posted("form_response:outcome", "Quiz with an outcome sent"),
    _posted("form_response:appointment", "Form with an appointment sent"),
    _posted("form_response:contact", "Contact details sent"),
    _posted("form_response:other", "Form with an answer of one’s own sent"),
    _posted("form_response:scripts", "Form in several scripts sent"),
)

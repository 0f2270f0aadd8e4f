"""What Twilio posts: messages that come in, what became of those that went out, calls, recordings, conversations.

A form each time; what is asked while a call goes on (its number, its digits) and what is told afterwards look alike.
"""

from datetime import timedelta
from email.utils import format_datetime

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values, file_and_event

HEADERS = (
    ("User-Agent", "TwilioProxy/1.1"),
    ("Accept", "*/*"),
    ("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
    ("I-Twilio-Idempotency-Token", "${token}"),
)


def _twilio(fresh: Fresh) -> Values:
    seconds = fresh.number(12, 340)
    return {
        "token": fresh.uuid(),
        "sid": fresh.hex(32),
        "call": fresh.hex(32),
        "media": fresh.hex(32),
        "other_media": fresh.hex(32),
        "recording": fresh.hex(32),
        "conversation": fresh.hex(32),
        "participant": fresh.hex(32),
        "token_of_call": fresh.alnum(96),
        "order": fresh.number(10_400, 98_000),
        "index": fresh.number(0, 12),
        "digit": fresh.number(1, 9),
        "confidence": fresh.number(1_000_000, 9_999_999),
        "seconds": seconds,
        "minutes": -(-seconds // 60),
        "done": fresh.now.strftime("%y%m%d%H%M"),
        "now_millis": fresh.utc_millis(),
        "now_mail": format_datetime(fresh.now.replace(microsecond=0)),
        "started_mail": format_datetime(fresh.now.replace(microsecond=0) - timedelta(seconds=seconds)),
    }


def _posted(event: str, title: str) -> Sample:
    """An event; behind a colon stands what tells it from others that are recognised alike."""
    file, recognised = file_and_event(event)
    return Sample(
        provider="twilio",
        event=event,
        title=title,
        file=file,
        headers=HEADERS,
        values=_twilio,
        written="form",
        recognised=recognised,
    )


TWILIO = (
    _posted("received", "Message received"),
    _posted("received:picture", "Message with pictures received"),
    _posted("received:whatsapp", "WhatsApp message received"),
    _posted("delivered", "Message delivered"),
    _posted("sent", "Message sent"),
    _posted("undelivered", "Message not delivered"),
    _posted("failed", "Message failed"),
    _posted("ringing", "Call comes in"),
    _posted("in-progress:digits", "Digits entered in a call"),
    _posted("in-progress:speech", "Words spoken in a call"),
    _posted("completed", "Call ended"),
    _posted("no-answer", "Call not answered"),
    _posted("completed:recording", "Recording ready"),
    _posted("onMessageAdded", "Message added to a conversation"),
    _posted("onConversationAdded", "Conversation begun"),
)

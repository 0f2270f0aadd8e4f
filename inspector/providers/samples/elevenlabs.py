"""What ElevenLabs posts: calls of its agents, transcripts that were asked for, voices that go away."""

from base64 import b64encode
from email.utils import format_datetime

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values, file_and_event

HEADERS = (
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
)
SILENCE = b64encode((b"\xff\xfb\x90\x64" + bytes(413)) * 12).decode()
"""A third of a second of MPEG audio with nothing to hear: 128 kbit/s at 44.1 kHz."""

TWO_YEARS = 63_072_000


def _elevenlabs(fresh: Fresh) -> Values:
    return {
        "now": fresh.seconds(2),
        "agent": fresh.alnum(26).lower(),
        "user": fresh.alnum(20),
        "conversation": fresh.alnum(26).lower(),
        "started": fresh.seconds(95),
        "duration": fresh.number(41, 92),
        "cost": fresh.number(180, 640),
        "deleted": fresh.seconds(-TWO_YEARS),
        "phone": fresh.alnum(26).lower(),
        "stream": fresh.hex(32),
        "call": fresh.hex(32),
        "sip": fresh.alnum(12),
        "request": fresh.hex(12),
        "request_id": fresh.hex(32),
        "transcription": fresh.alnum(20),
        "recording": fresh.number(100, 999),
        "voice": fresh.alnum(20),
        "owner": fresh.hex(64),
        "audio": SILENCE,
        "mail_date": format_datetime(fresh.now.replace(microsecond=0)),
    }


def _posted(event: str, title: str, *, has_id: bool = True) -> Sample:
    """An event; behind a colon stands what tells it from others of the same type."""
    file, recognised = file_and_event(event)
    return Sample(
        provider="elevenlabs",
        event=event,
        title=title,
        file=file,
        headers=HEADERS,
        values=_elevenlabs,
        recognised=recognised,
        has_id=has_id,
    )


ELEVENLABS = (
    _posted("post_call_transcription", "Call transcribed"),
    _posted("post_call_transcription:phone", "Telephone call transcribed"),
    _posted("post_call_transcription:analysis", "Call with tools and analysis transcribed"),
    _posted("post_call_audio", "Audio of a call"),
    _posted("call_initiation_failure", "Call not answered"),
    _posted("call_initiation_failure:sip", "Call over SIP met a busy line"),
    _posted("speech_to_text_transcription", "Recording transcribed"),
    _posted("speech_to_text_transcription:channels", "Recording of two channels transcribed"),
    _posted("voice_removal_notice", "Shared voice will be removed", has_id=False),
    _posted("voice_removal_notice_withdrawn", "Shared voice stays after all", has_id=False),
    _posted("voice_removed", "Shared voice removed", has_id=False),
)

"""Samples of ElevenLabs."""

import json
import re
from base64 import b64decode

from inspector.providers.samples.elevenlabs import ELEVENLABS
from tests.providers.samples.sent import arrived, check, judged

AGENT = r"agent_[0-9a-z]{26}"
VOICE = r"Ondine, calm · \w{20}"
GISTS = {
    "post_call_transcription": rf"The caller moved a dental appointment .* · done · {AGENT}",
    "post_call_transcription:phone": rf"The caller asked for the price of the blue dinghy\. · done · {AGENT}",
    "post_call_transcription:analysis": rf"The caller moved a dental appointment .* · done · {AGENT}",
    "post_call_audio": rf"conv_[0-9a-z]{{26}} · {AGENT}",
    "call_initiation_failure": rf"no-answer · {AGENT}",
    "call_initiation_failure:sip": rf"busy · {AGENT}",
    "speech_to_text_transcription": r"The ferry leaves at seven\. · eng",
    "speech_to_text_transcription:channels": r"The ferry leaves at seven\. · eng · 2 channels",
    "voice_removal_notice": VOICE,
    "voice_removal_notice_withdrawn": VOICE,
    "voice_removed": VOICE,
}
BY_NAME = {sample.event: sample for sample in ELEVENLABS}


def test_each_is_told_in_one_line() -> None:
    """Recognised and valid; what was said or why it was not, and by whom."""
    gists = check("elevenlabs")

    assert set(gists) == set(GISTS)
    assert {event: told for event, told in gists.items() if not re.fullmatch(GISTS[event], told or "")} == {}


def test_a_transcript_has_the_id_of_its_request() -> None:
    """A call has that of its conversation; one about a voice has none."""
    ids = {
        name: judged(BY_NAME[name]).delivery_id or "" for name in ("post_call_audio", "speech_to_text_transcription")
    }

    assert re.fullmatch(r"conv_[0-9a-z]{26}", ids["post_call_audio"])
    assert re.fullmatch(r"[0-9a-f]{32}", ids["speech_to_text_transcription"])


def test_the_audio_is_audio() -> None:
    """Whole frames of MPEG audio, as a player would take them."""
    audio = b64decode(json.loads(arrived(BY_NAME["post_call_audio"]).body.read())["data"]["full_audio"])

    assert {audio[at : at + 4] for at in range(0, len(audio), 417)} == {b"\xff\xfb\x90\x64"}


def test_what_an_agent_called_has_its_result() -> None:
    """The call and the result of a tool share the id of their request."""
    call = json.loads(arrived(BY_NAME["post_call_transcription:analysis"]).body.read())["data"]
    called = [one["request_id"] for turn in call["transcript"] for one in turn["tool_calls"]]
    answered = [one["request_id"] for turn in call["transcript"] for one in turn["tool_results"]]

    assert called == answered
    assert len(called) == 1

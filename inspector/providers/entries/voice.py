"""Speech: transcripts, voices, agents on the telephone."""

from inspector.providers.chosen_field import CHOSEN, put_token
from inspector.providers.entries.murf import MURF
from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

ASSEMBLYAI = Provider(
    id="assemblyai",
    name="AssemblyAI",
    category="ai",
    monogram="AA",
    secret_words="the value of the header field that was given with the transcript (webhook_auth_header_value)",
    marks=(Mark(shows=((place("json:transcript_id"), "*"), (place("json:status"), "*")), precedence=80),),
    # Nothing is signed: whoever asks for a transcript chooses a header field and what it says.
    schemes=(
        Scheme(
            id="assemblyai-token",
            algorithm="token",
            place=CHOSEN,
            layout=Single(),
            encoding="plain",
            put=put_token,
        ),
    ),
    event=places("json:status"),
    delivery_id=places("json:transcript_id"),
    gists=(("*", "{transcript_id} · {status}"),),
    sensitive=(CHOSEN,),
    sources=("pypi assemblyai 1.8.2 assemblyai/types.py",),
    doubts=("the fields transcript_id and status, a time limit of 10 s and its retries are not confirmed",),
)

DEEPGRAM = Provider(
    id="deepgram",
    name="Deepgram (callback)",
    category="ai",
    monogram="DG",
    secret_words="the identifier of the API key that asked (not the key itself)",
    marks=(Mark(headers=("dg-token",), precedence=30),),
    schemes=(
        Scheme(
            id="deepgram-token",
            algorithm="token",
            place=place("header:dg-token"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    delivery_id=places("json:metadata.request_id"),
    gists=(("*", "{results.channels.0.alternatives.0.transcript} · {metadata.channels|number:channel}"),),
    sensitive=places("header:dg-token"),
    level="secondary",
    sources=("hookdeck/webhook-skills skills/deepgram-webhooks (f8a48018)",),
    doubts=("that metadata.request_id is the id is not confirmed",),
)

ELEVENLABS = Provider(
    id="elevenlabs",
    name="ElevenLabs",
    category="ai",
    monogram="EL",
    secret_words="the webhook’s secret",
    secret_hint="wsec_…",
    secret_where="ElevenLabs shows it once, when the webhook is made under Settings › Webhooks.",
    marks=(Mark(headers=("ElevenLabs-Signature",)),),
    schemes=(
        Scheme(
            id="elevenlabs-v0",
            algorithm="hmac-sha256",
            place=place("header:ElevenLabs-Signature"),
            layout=Pairs(name="v0", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", tolerance_s=1800, future=False),
        ),
    ),
    event=places("json:type"),
    # A call has a transcript and a recording, each an event.
    delivery_id=places("json:data.conversation_id", "json:data.request_id"),
    shares_id=True,
    event_key=places("json:data.conversation_id", "json:data.request_id"),
    gists=(
        (
            "post_call_transcription",
            "{data.analysis.transcript_summary, data.analysis.call_successful} · {data.status} · {data.agent_id}",
        ),
        ("post_call_audio", "{data.conversation_id} · {data.agent_id}"),
        ("call_initiation_failure", "{data.failure_reason} · {data.agent_id}"),
        (
            "speech_to_text_transcription",
            (
                "{data.transcription.text, data.transcription.transcripts.0.text} · "
                "{data.transcription.language_code, data.transcription.transcripts.0.language_code} · "
                "{data.transcription.transcripts|count:channel}"
            ),
        ),
        ("voice_*", "{data.name} · {data.voice_id}"),
        ("*", "{data.conversation_id, data.request_id, data.voice_id} · {data.agent_id}"),
    ),
    retry_policy=(
        "a call’s transcript after 30 seconds, 2, 8 and 30 minutes where that is turned on, all else never; "
        "after 10 failures in a row the webhook is turned off"
    ),
    secret_forms=("wsec_",),
    wrong_secrets=(("sk_", "an API key"), ("xi-", "an API key"), ("whsec_", "a secret of Standard Webhooks")),
    evidence="official library",
    sources=(
        "pypi elevenlabs 2.78.0 webhooks_custom.py",
        "elevenlabs/elevenlabs-docs webhook-hmac-authentication.mdx (3557f0b1)",
        "elevenlabs.io/docs, webhooks (retries)",
    ),
    doubts=("that a transcript’s id is its request_id", "what stands in events about voices, but for their type"),
)

RETELL = Provider(
    id="retell",
    name="Retell AI",
    category="ai",
    monogram="RT",
    secret_words="the API key with the webhook badge",
    secret_hint="key_…",
    marks=(Mark(headers=("X-Retell-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="retell",
            algorithm="hmac-sha256",
            place=place("header:X-Retell-Signature"),
            layout=Pairs(name="d", fields=("v",)),
            message=message("{body}{v}", fields=("v",)),
            timestamp=Timestamp(part="v", unit="ms", tolerance_s=300),
        ),
    ),
    event=places("json:event"),
    event_key=places("json:call.call_id"),
    gists=(
        ("call_analyzed", "{call.call_analysis.call_summary} · {call.call_analysis.user_sentiment}"),
        ("call_ended", "{call.from_number} · {call.to_number} · {call.disconnection_reason}"),
        ("*", "{call.from_number} · {call.to_number} · {call.call_status, call.call_id, chat.chat_id}"),
    ),
    deadline_s=10.0,
    retry_policy="3 times",
    evidence="official library",
    level="secondary",
    sources=(
        "npm retell-sdk, Retell.sign and verify",
        "hookdeck/webhook-skills providers.yaml (00ad8d05)",
    ),
)

VOICE = (ELEVENLABS, ASSEMBLYAI, DEEPGRAM, MURF, RETELL)

"""AssemblyAI sends a token in a field that the user named."""

from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.made import NOW, judged, request, secret

BODY = b'{"transcript_id":"5552493","status":"completed"}'


def test_what_is_sent_again_keeps_its_field() -> None:
    """And is found there, with a word about what is not protected."""
    made = sign_request("assemblyai", request({"X-Mine": "old"}, BODY), secret=b"hush", now=NOW)
    verdict = judged(made, secret("assemblyai", b"hush")).verdict

    assert made.headers.get("x-mine") == "hush"
    assert verdict.explanation.startswith("X-Mine equals the secret “production”.")


def test_elevenlabs_is_not_standard_webhooks() -> None:
    """Its secret is never decoded, and a time that is ahead is let pass as its library does."""
    scheme = BY_ID["elevenlabs"].schemes[0]

    assert scheme.keys == ("utf-8",)
    assert scheme.timestamp is not None
    assert (scheme.timestamp.tolerance_s, scheme.timestamp.future) == (1800, False)

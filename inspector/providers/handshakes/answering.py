"""Whether a handshake is answered, and with what. Pure: the number a minute is counted by who calls this."""

from inspector.providers.handshakes.handshake import Answer, Asked, Handshake, Refused
from inspector.providers.handshakes.registry import NAMES
from inspector.providers.handshakes.responses import too_long

SWITCHED_OFF = "Not answered: handshakes are switched off (Preferences, or `listen --no-handshakes`)."
MOST = 10
"""Answers a minute that show what a secret makes of a challenge."""
TOO_MANY = f"Not answered: more than {MOST} of this kind came within a minute."


def refusal_of(handshake: Handshake, asked: Asked, expected: str) -> Refused | None:
    """Why this is not answered, whatever the secrets are; None where it may be."""
    if handshake.guarded and expected != handshake.provider:
        return Refused(why=_unexpected(handshake, expected))
    if why := too_long(asked.challenge):
        return Refused(why=why)
    if handshake.pattern is not None and not handshake.pattern.fullmatch(asked.challenge):
        return Refused(
            why=f"Not answered: its challenge does not have the form that {handshake.name} documents; what a secret "
            "makes of it could be taken for a signature."
        )
    if handshake.signed and not asked.verified:
        return Refused(why=_unverified(handshake, asked.verified))
    return None


def answer_of(handshake: Handshake, asked: Asked) -> Answer:
    """The documented answer, or why there is none. Call it only where `refusal_of` gave None."""
    return handshake.answer(asked)


def _unexpected(handshake: Handshake, expected: str) -> str:
    present = f"this listener expects {NAMES.get(expected, expected)}" if expected else "no provider is expected"
    return (
        f"Not answered: anybody could ask what {handshake.name} asks, and the answer needs a secret; {present}. "
        f"Choose {handshake.name} as the expected provider (Preferences, or `listen --expect-provider "
        f"{handshake.provider}`)."
    )


def _unverified(handshake: Handshake, verified: bool | None) -> str:
    if verified is None:
        return (
            f"Not answered: {handshake.name} signs this request, and there is nothing to check that with. Store "
            f"{handshake.name}’s secret."
        )
    return f"Not answered: {handshake.name} signs this request, and its signature is missing, wrong or too old."

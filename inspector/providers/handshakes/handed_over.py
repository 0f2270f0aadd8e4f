"""The secret that arrives in a handshake, for who wants to store it: Asana's X-Hook-Secret, Notion's token."""

import re

from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.handshakes.handshake import Handshake
from inspector.providers.handshakes.registry import HANDSHAKES
from inspector.providers.payload import Payload

TOKEN = re.compile(r"[A-Za-z0-9_+/=.-]{1,1024}")
"""What a secret looks like that is offered for storing: nothing that could name a file or a variable instead."""

GIVING = {(one.provider, one.kind): one for one in HANDSHAKES if one.secret_at is not None}


def giver(judgement: Judgement) -> Handshake | None:
    """The handshake by which a provider hands its secret over, if this is one."""
    return GIVING.get((judgement.provider or "", judgement.handshake or ""))


def handed_over(request: Request, judgement: Judgement) -> str | None:
    """The secret that came with a request, or None."""
    handshake = giver(judgement)
    if handshake is None or handshake.secret_at is None:
        return None
    value = Payload(request, request.body.content).text(handshake.secret_at) or ""
    return value if TOKEN.fullmatch(value) else None


def how_to_keep(judgement: Judgement, id: int) -> str:
    """What to type to store the secret of a capture without printing it; empty where none came."""
    handshake = giver(judgement)
    if handshake is None:
        return ""
    command = f"webhook-inspector secrets add {handshake.provider} capture:{id}"
    return f"{handshake.name}’s secret came with #{id}; `{command}` keeps it without printing it."

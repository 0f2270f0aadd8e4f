"""How each provider is verified, in words: what `providers NAME` shows."""

from inspector.providers.explanation import recipe
from inspector.providers.provider import Provider
from inspector.providers.wording import duration


def how_verified(provider: Provider) -> tuple[str, ...]:
    """One line for each way in which the provider signs, the first that decides first."""
    lines: list[str] = []
    for scheme in provider.schemes:
        line = recipe(scheme)
        if scheme.timestamp is not None and scheme.timestamp.tolerance_s is not None:
            ahead = "old or ahead" if scheme.timestamp.future else "old"
            line += f"; at most {duration(scheme.timestamp.tolerance_s)} {ahead}"
        if not scheme.covers_body:
            line += "; does not protect the body"
        lines.append(line)
    return tuple(lines)


def how_delivered(provider: Provider) -> str:
    """What the provider expects of a response, as far as it is known."""
    deadline = f"waits {duration(provider.deadline_s)}" if provider.deadline_s else "waits an unknown time"
    retries = "tries again" if provider.retries else "does not try again"
    policy = f" ({provider.retry_policy})" if provider.retry_policy else ""
    return f"{deadline}; {retries}{policy}"

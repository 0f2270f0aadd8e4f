"""The parameters of a query that hold a secret which its sender sends along: hidden in views, left out on purpose."""

from collections.abc import Set
from urllib.parse import quote, unquote_plus

NAMES = (
    "hub.verify_token",
    "verify_token",
    "token",
    "access_token",
    "auth_token",
    "api_key",
    "apikey",
    "secret",
    "client_secret",
    "webhook_secret",
    "password",
)
"""Parameters that are secret whoever sends them, as their senders write them."""

SECRET = frozenset(NAMES)
DOTS = "•" * 8


def hide_query(text: str, names: Set[str] = SECRET, mark: str = DOTS) -> str:
    """A target or URL, or a sentence that holds one, with the mark for the values of these parameters (lower case)."""
    before, sign, query = text.partition("?")
    if not sign or not names:
        return text
    query, blank, after = query.partition(" ")
    pairs = (_hidden(pair, names, mark) for pair in query.split("&"))
    return before + sign + "&".join(pairs) + blank + (hide_query(after, names, mark) if after else "")


def leave_out(target: str, names: Set[str], mark: str) -> str:
    """The same for what goes on as a request: the mark is written as a query writes it."""
    return hide_query(target, names, quote(mark, safe=""))


def _hidden(pair: str, names: Set[str], mark: str) -> str:
    name, equals, value = pair.partition("=")
    return name + equals + mark if value and unquote_plus(name).lower() in names else pair

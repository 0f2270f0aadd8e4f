"""Every setting of the person, with what it does: the preferences are built from this table."""

from dataclasses import dataclass
from typing import Literal

from inspector.providers.frameworks import FRAMEWORKS
from inspector.providers.handshakes.expected import names_of_all
from inspector.providers.snippets.registry import LANGUAGES

Group = Literal["Listening", "Sending", "Look", "Keys", "Secrets", "Providers", "Store"]
Kind = Literal["host", "port", "url", "size", "seconds", "target", "choice", "switch", "list", "keys", "secrets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """One field of Settings for the user."""

    setting: str
    group: Group
    kind: Kind
    label: str
    says: str
    """What it does, in one sentence."""
    choices: tuple[tuple[str, str], ...] = ()
    """Values, and what each is called."""
    example: str = ""


EXPECTED = (("", "Any"), *sorted(names_of_all().items(), key=lambda named: named[1].casefold()))
"""Whom the endpoint may be for."""

PREFERENCES: tuple[Preference, ...] = (
    Preference(
        setting="host", group="Listening", kind="host", label="Address", example="127.0.0.1",
        says="127.0.0.1 is for this machine alone; 0.0.0.0 lets every machine that can reach this one send webhooks.",
    ),
    Preference(
        setting="port", group="Listening", kind="port", label="Port", example="8765",
        says="The listener moves there at once; when the program starts and it is taken, the next free one is used.",
    ),
    Preference(
        setting="public_url", group="Listening", kind="url", label="Public URL", example="https://hooks.example.com",
        says="Where senders reach you through a tunnel; it is the URL that the window shows and copies.",
    ),
    Preference(
        setting="handshakes", group="Listening", kind="switch", label="Answer handshakes",
        says="Requests by which a provider tests the address get the answer that it wants; each says what it was told.",
    ),
    Preference(
        setting="expected_provider", group="Listening", kind="choice", label="Expected provider", choices=EXPECTED,
        says="Who sends here. Only its handshakes are answered with the help of a secret, such as Zoom’s and X’s.",
    ),
    Preference(
        setting="fetch_keys", group="Listening", kind="switch", label="Fetch public keys",
        says="From the addresses at which providers publish them, when one is missing; genuine subscriptions of Amazon "
        "SNS are confirmed there too. Off: the program asks nobody you did not name.",
    ),
    Preference(
        setting="max_body", group="Listening", kind="size", label="Largest body", example="100 MB",
        says="A larger one is refused with 413, and kept as far as it came.",
    ),
    Preference(
        setting="head_timeout", group="Listening", kind="seconds", label="Wait for a head", example="15 s",
        says="How long a sender may take from the first byte of a request to the end of its headers.",
    ),
    Preference(
        setting="body_timeout", group="Listening", kind="seconds", label="Wait for a body", example="30 s",
        says="How long a sender may be silent in the middle of a body before the request counts as broken off.",
    ),
    Preference(
        setting="keep_alive", group="Listening", kind="seconds", label="Keep connections open", example="75 s",
        says="How long a connection may be idle between two requests.",
    ),
    Preference(
        setting="target", group="Sending", kind="target", label="Resend to", example="localhost:3000",
        says="Where a resend goes when no other target is named; without a path the captured one is kept.",
    ),
    Preference(
        setting="recent_targets", group="Sending", kind="list", label="Recent targets",
        says="Offered in the menu of the Resend button.",
    ),
    Preference(
        setting="confirmed_targets", group="Sending", kind="list", label="Confirmed places",
        says="Outside this machine; you agreed to send captures there, and are asked again once one is removed.",
    ),
    Preference(
        setting="theme", group="Look", kind="choice", label="Theme",
        says="Follows the system while the program runs, or is always the same.",
        choices=(("system", "As the system"), ("light", "Light"), ("dark", "Dark")),
    ),
    Preference(
        setting="fold_repeats", group="Look", kind="switch", label="Fold repeats",
        says="Repeats of a delivery stand under its first arrival, which says how often it came; → unfolds them.",
    ),
    Preference(
        setting="app_framework", group="Look", kind="choice", label="Your app is made with",
        choices=tuple((one.id, one.name) for one in FRAMEWORKS),
        says="“Valid here, fails in your app?” speaks of its ways of reading a body.",
    ),
    Preference(
        setting="snippet_language", group="Look", kind="choice", label="Code to verify in",
        choices=tuple((one.id, one.name) for one in LANGUAGES),
        says="The Signature page shows code in this language first.",
    ),
    Preference(
        setting="single_keys", group="Keys", kind="switch", label="Single letters act",
        says="Such as j and k for the next and the previous capture; never while you type.",
    ),
    Preference(
        setting="keys", group="Keys", kind="keys", label="Changed keys",
        says="Every action with its keys, which you can change.",
    ),
    Preference(
        setting="secrets", group="Secrets", kind="secrets", label="Signing secrets",
        says="Captures are checked with these; their values are never in the settings.",
    ),
    Preference(
        setting="synchronous", group="Store", kind="choice", label="A capture is safe from",
        says="Surviving a loss of power too costs more than half of the speed.",
        choices=(("normal", "A crash of the program"), ("full", "A loss of power too")),
    ),
    Preference(
        setting="recent_stores", group="Store", kind="list", label="Recent stores",
        says="Offered in the File menu; removing one here leaves its file alone.",
    ),
)  # fmt: skip

GROUPS: tuple[Group, ...] = ("Listening", "Sending", "Look", "Keys", "Secrets", "Providers", "Store")
"""In the order in which they stand."""

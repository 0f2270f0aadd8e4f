"""Adyen signs fields of the payload, and puts the signature beside them."""

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import Place, place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme
from inspector.providers.subject import Subject

ITEM = "notificationItems.0.NotificationRequestItem"

SIGNED: tuple[Place, ...] = places(
    *(
        f"json:{ITEM}.{name}"
        for name in (
            "pspReference",
            "originalReference",
            "merchantAccountCode",
            "merchantReference",
            "amount.value",
            "amount.currency",
            "eventCode",
            "success",
        )
    )
)
"""The fields that are signed, in their order."""

FIELDS = ":".join(one.path[-1] for one in SIGNED)
"""How what is signed is written in words."""


def signed_fields(subject: Subject) -> bytes | None:
    """The signed fields with colons between them; one that is missing is empty (Adyen 16.0.0, util.py)."""
    payload = subject.payload
    if payload.value(place(f"json:{ITEM}.eventCode")) is None:
        return None
    return ":".join(payload.text(one) or "" for one in SIGNED).encode("utf-8", "replace")


ADYEN = Provider(
    id="adyen",
    name="Adyen",
    category="payments",
    marks=(
        Mark(headers=("HmacSignature",), precedence=30),
        Mark(shows=((place(f"json:{ITEM}.eventCode"), "*"), (place(f"json:{ITEM}.pspReference"), "*")), precedence=30),
    ),
    schemes=(
        Scheme(
            id="adyen-item",
            algorithm="hmac-sha256",
            place=place(f"json:{ITEM}.additionalData.hmacSignature"),
            layout=Single(),
            message=message("{" + FIELDS + "}", computed={FIELDS: signed_fields}, covers_body=False),
            each=place("json:notificationItems"),
            encoding="base64",
            keys=("hex",),
        ),
        Scheme(
            id="adyen-body",
            algorithm="hmac-sha256",
            place=place("header:HmacSignature"),
            layout=Single(),
            encoding="base64",
            keys=("hex",),
        ),
    ),
    event=places(f"json:{ITEM}.eventCode", "json:type"),
    # A chargeback and what came before it are about one payment; Adyen tells copies by both.
    delivery_id=places(f"json:{ITEM}.pspReference"),
    shares_id=True,
    event_key=places(f"json:{ITEM}.pspReference"),
    gists=(
        (
            "*",
            (
                f"{{{ITEM}.amount.value|minor:{ITEM}.amount.currency}} · {{{ITEM}.merchantReference, data.id, "
                f"data.accountHolder.id, data.merchantId}} · {{{ITEM}.pspReference, environment}} · {{{ITEM}.reason}}"
            ),
        ),
    ),
    evidence="published vector",
    monogram="AD",
    secret_words="the HMAC key",
    secret_where="Adyen shows it once, when it is made: Developers › Webhooks › your webhook › Security › HMAC key.",
    sources=("Adyen 16.0.0, util.py", "@adyen/api-library 32.1.0", "Adyen/adyen-python-api-library, test_util.py"),
    doubts=("the header of other events is called HmacSignature, in these capitals",),
)

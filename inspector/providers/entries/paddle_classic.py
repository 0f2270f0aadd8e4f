"""Paddle Classic signs its whole form, written as PHP serialises an array."""

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme
from inspector.providers.subject import Subject

SIGNATURE = "p_signature"


def serialised(subject: Subject) -> bytes | None:
    """All other fields, sorted by name, as PHP's `serialize` writes an array of texts; lengths count bytes."""
    form = subject.payload.form
    names = sorted(name for name in form if name != SIGNATURE)
    if not names:
        return None
    return b"a:%d:{%s}" % (len(names), b"".join(_text(name) + _text(form[name]) for name in names))


def _text(value: str) -> bytes:
    raw = value.encode("utf-8", "replace")
    return b's:%d:"%s";' % (len(raw), raw)


PADDLE_CLASSIC = Provider(
    id="paddle-classic",
    name="Paddle Classic",
    category="payments",
    marks=(Mark(shows=((place("form:p_signature"), "*"), (place("form:alert_name"), "*"))),),
    schemes=(
        Scheme(
            id="paddle-classic",
            algorithm="rsa-sha1",
            place=place("form:p_signature"),
            layout=Single(),
            message=message("{php(form)}", computed={"php(form)": serialised}, covers_body=True),
            encoding="base64",
            keys=("public",),
        ),
    ),
    event=places("form:alert_name"),
    delivery_id=places("form:alert_id"),
    gists=(
        (
            "*",
            (
                "{form:sale_gross, form:unit_price, form:amount|major:form:currency} · {form:email} · "
                "{form:order_id, form:subscription_id, form:product_name}"
            ),
        ),
    ),
    level="secondary",
    monogram="PC",
    secret_words="Paddle’s public key",
    secret_where="Paddle shows it in the vendor’s dashboard: Developer Tools › Public Key.",
    sources=("verify-paddle-webhook 1.1.0",),
    doubts=("alert_id stays the same when a delivery is tried again",),
)

"""Documents that are to be signed by hand."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _docusign(fresh: Fresh) -> Values:
    return {
        "account": fresh.uuid(),
        "envelope": fresh.uuid(),
        "configuration": fresh.number(10_000_000, 19_000_000),
        "user": fresh.uuid(),
        "recipient": fresh.uuid(),
        "created": fresh.utc_exact(7_200),
        "delivered": fresh.utc_exact(120),
        "now": fresh.utc_exact(2),
    }


DOCUSIGN = Sample(
    provider="docusign",
    event="envelope-completed",
    title="Everybody has signed",
    file="envelope-completed",
    headers=(
        ("Content-Type", "application/json; charset=utf-8"),
        ("Accept", "*/*"),
        ("x-authorization-digest", "HMACSHA256"),
        ("x-docusign-accountid", "${account}"),
    ),
    values=_docusign,
)


def _dropbox_sign(fresh: Fresh) -> Values:
    return {
        "seconds": str(fresh.seconds()),
        "signature": fresh.hex(32),
        "account": fresh.hex(40),
        "request": fresh.hex(40),
        "created": fresh.seconds(7_200),
        "signed": fresh.seconds(2),
    }


DROPBOX_SIGN = Sample(
    provider="dropbox-sign",
    event="signature_request_signed",
    title="Somebody has signed",
    file="signature_request_signed",
    headers=(
        ("User-Agent", "HelloSign API"),
        ("Accept", "*/*"),
        ("Content-Type", "multipart/form-data; boundary=------------------------5f0c1d93ab27e846"),
    ),
    values=_dropbox_sign,
    written="multipart",
)

DOCUMENTS = (
    DOCUSIGN,
    DROPBOX_SIGN,
)

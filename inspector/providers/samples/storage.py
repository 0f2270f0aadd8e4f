"""Samples of files: kept, and drawn."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _values(fresh: Fresh) -> Values:
    return {
        "uuid": fresh.uuid(),
        "delivery": fresh.uuid(),
        "offset": fresh.offset(),
        "now": fresh.utc(),
        "number": str(fresh.number(1_500_000_000_000, 1_900_000_000_000)),
        "version": str(fresh.number(1_700_000_000_000, 2_100_000_000_000)),
        "sha1": fresh.hex(40),
        "bytes": fresh.number(21_000, 840_000),
        "account": fresh.alnum(33),
        "user": fresh.number(100_000_000, 990_000_000),
        "file_key": fresh.alnum(22),
        "comment": str(fresh.number(1_100_000_000, 1_900_000_000)),
        "order": str(fresh.number(1, 60)),
    }


BOX_UPLOAD = Sample(
    provider="box",
    event="FILE.UPLOADED",
    title="File uploaded",
    file="FILE.UPLOADED",
    headers=(
        ("Content-Type", "application/json; charset=utf-8"),
        ("box-delivery-id", "${delivery}"),
        ("box-delivery-timestamp", "${now}"),
        ("box-signature-algorithm", "HmacSHA256"),
        ("box-signature-version", "1"),
    ),
    values=_values,
)
DROPBOX_CHANGE = Sample(
    provider="dropbox",
    event="list_folder",
    title="Files changed in an account",
    file="list_folder",
    headers=(("User-Agent", "DropboxWebhooks/1.0"), ("Content-Type", "application/json")),
    values=_values,
    written="spaced",
)
FIGMA_COMMENT = Sample(
    provider="figma",
    event="FILE_COMMENT",
    title="Comment on a file",
    file="FILE_COMMENT",
    headers=(("Content-Type", "application/json"),),
    values=_values,
)

STORAGE = (BOX_UPLOAD, DROPBOX_CHANGE, FIGMA_COMMENT)

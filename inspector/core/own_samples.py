"""Samples of the user's own: captures that were kept to be sent again, one file each, which only the user can read."""

import json
import os
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.headers import NO_HEADERS, Headers

SUFFIX = ".json"
MOST = 1_000
"""Files that are looked at; a folder with more is no work of ours."""
LARGEST = 1024 * 1024
"""Bytes of a body that is kept, as it is held in memory whenever samples are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSample:
    """One event of one provider, as it came; signature, host and length are made anew when it is sent."""

    provider: str
    event: str
    title: str
    """How the user calls it; once for each provider, whatever its case."""
    method: str = "POST"
    target: str = "/"
    headers: Headers = NO_HEADERS
    body: bytes = field(default=b"", repr=False)
    delivery_id: str | None = None
    """A new one of the same form takes its place at each sending."""


def read_all(folder: Path) -> tuple[OwnSample, ...]:
    """All of them, by provider and title; a file that is none is passed over. Never raises."""
    found = [sample for _, sample in _files(folder)]
    return tuple(sorted(found, key=lambda sample: (sample.provider, sample.title.lower())))


def find(folder: Path, provider: str, title: str) -> OwnSample | None:
    """The one of that title, whatever its case."""
    return next((sample for _, sample in _files(folder) if _is(sample, provider, title)), None)


def keep(folder: Path, sample: OwnSample) -> None:
    """Keep a sample. Raises UsageError for a title that is taken or empty, ResourceError where it cannot be written."""
    if not sample.title.strip():
        raise UsageError("A sample needs a name.")
    if len(sample.body) > LARGEST:
        raise UsageError(f"The body is larger than {LARGEST // 1024 // 1024} MB, which is too much for a sample.")
    if find(folder, sample.provider, sample.title) is not None:
        raise UsageError(
            f"There is a sample “{sample.title}” of {sample.provider} already; give this one another name."
        )
    file = folder / f"{uuid4().hex}{SUFFIX}"
    part = file.with_suffix(".part")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.write(_written(sample))
        part.replace(file)
    except OSError as error:
        raise ResourceError(f"The sample cannot be kept in {folder}: {error.strerror or error}.") from error


def remove(folder: Path, provider: str, title: str) -> None:
    """Forget a sample. Raises NothingError where there is none, ResourceError where its file cannot be removed."""
    found = [file for file, sample in _files(folder) if _is(sample, provider, title)]
    if not found:
        raise NothingError(f"There is no sample “{title}” of {provider}.")
    try:
        for file in found:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise ResourceError(f"The sample cannot be removed from {folder}: {error.strerror or error}.") from error


def _is(sample: OwnSample, provider: str, title: str) -> bool:
    return (sample.provider, sample.title.strip().lower()) == (provider, title.strip().lower())


def _files(folder: Path) -> list[tuple[Path, OwnSample]]:
    try:
        files = sorted(folder.glob(f"*{SUFFIX}"))[:MOST]
    except OSError:
        return []
    return [(file, sample) for file in files if (sample := _read(file)) is not None]


def _written(sample: OwnSample) -> bytes:
    return json.dumps(
        {
            "v": 1,
            "provider": sample.provider,
            "event": sample.event,
            "title": sample.title,
            "method": sample.method,
            "target": sample.target,
            "headers": [[name.decode("latin-1"), value.decode("latin-1")] for name, value in sample.headers],
            "body_base64": b64encode(sample.body).decode(),
            "delivery_id": sample.delivery_id,
        },
        indent=1,
    ).encode()


def _read(file: Path) -> OwnSample | None:
    try:
        read = json.loads(file.read_bytes())
        if read["v"] != 1:
            return None
        return OwnSample(
            provider=str(read["provider"]),
            event=str(read["event"]),
            title=str(read["title"]),
            method=str(read["method"]),
            target=str(read["target"]),
            headers=Headers((str(n).encode("latin-1"), str(v).encode("latin-1")) for n, v in read["headers"]),
            body=b64decode(read["body_base64"], validate=True),
            delivery_id=None if read["delivery_id"] is None else str(read["delivery_id"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, Base64Error):
        return None

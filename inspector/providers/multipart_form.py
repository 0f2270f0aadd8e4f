"""The fields of a multipart form (RFC 7578) as text: some providers sign or name their events in one."""

from io import BytesIO

MULTIPART = "multipart/form-data"
FIELD_LIMIT = 1024 * 1024
"""Bytes of one field that are read, and of all fields together."""

MOST_PARTS = 200


def multipart_fields(content: bytes, content_type: str) -> dict[str, str]:
    """The first value of each field that is no file; empty where the body cannot be read as such a form."""
    # A lazy border: few senders use multipart.
    from multipart import MultipartError, MultipartParser, parse_options_header

    boundary = parse_options_header(content_type)[1].get("boundary", "")
    if not boundary:
        return {}
    fields: dict[str, str] = {}
    try:
        parser = MultipartParser(
            BytesIO(content), boundary, part_limit=MOST_PARTS, memory_limit=FIELD_LIMIT, spool_limit=FIELD_LIMIT
        )
        for part in parser:
            if not part.filename:
                fields.setdefault(part.name, part.value)
    except (MultipartError, ValueError, LookupError):
        return {}
    return fields


def with_multipart_field(content: bytes, content_type: str, name: str, value: str) -> bytes:
    """The form with another value in its first field of a name, everything else byte for byte as it was.

    Where there is none of that name, or this is no such form, nothing is changed.
    """
    from multipart import parse_options_header

    boundary = parse_options_header(content_type)[1].get("boundary", "")
    line = b"--" + boundary.encode("latin-1")
    parts = content.split(line)
    for number, part in enumerate(parts):
        head, blank, _ = part.partition(b"\r\n\r\n")
        if blank and _disposition(head).get("name") == name:
            parts[number] = head + blank + value.encode() + b"\r\n"
            break
    return line.join(parts) if boundary else content


def _disposition(head: bytes) -> dict[str, str]:
    from multipart import parse_options_header

    for field in head.decode("utf-8", "replace").split("\r\n"):
        title, _, told = field.partition(":")
        if title.strip().lower() == "content-disposition":
            return dict(parse_options_header(told.strip())[1])
    return {}

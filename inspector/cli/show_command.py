"""Shows one capture."""

import sys
from collections.abc import Iterable

import click

from inspector.cli.ids import find_id
from inspector.cli.opening import opened
from inspector.cli.options import Common, as_json, common
from inspector.cli.output import line_of, print_json, visible
from inspector.core.again import Wording, duration_text, other_bytes, told
from inspector.core.capture import Capture
from inspector.core.errors import NothingError, UsageError
from inspector.core.response import reason
from inspector.core.secret_query import DOTS, hide_query
from inspector.engine.history import with_history
from inspector.formats.capture_json import to_json
from inspector.providers.handshakes.handed_over import how_to_keep

WORDING = Wording(text=str, number=str, duration=duration_text)
HIDDEN = "Secrets that the sender sent are hidden here; `show {id} --part headers` or `--part raw` shows them."
PARTS = ("summary", "headers", "body", "raw", "response")


@click.command("show")
@click.argument("id")
@click.option("--part", type=click.Choice(PARTS), help="Only this; `body` and `raw` write the exact bytes.")
@as_json
@common
def command(common: Common, id: str, part: str | None, as_json: bool) -> int:
    """Show the capture ID: a number, `last`, or `last~1` for the one before."""
    if as_json and part is not None:
        raise UsageError("--json gives the whole capture; leave --part out.")
    with common.paths() as paths, opened(paths, common.notice) as here:
        capture = with_history(here.reader, here.reader.capture(find_id(here.reader, id)))
        if as_json:
            print_json(to_json(capture, bodies="all"))
        elif part in ("body", "raw"):
            write_bytes([capture.request.head] if part == "raw" else [])
            write_bytes(capture.request.body.chunks())
        elif part == "response":
            write_bytes([response_bytes(capture)])
        else:
            show(capture, part)
    return 0


def write_bytes(chunks: Iterable[bytes]) -> None:
    """Bytes to standard output exactly as they are."""
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def response_bytes(capture: Capture) -> bytes:
    """What the sender was told, byte for byte. Raises NothingError where none was recorded."""
    response = capture.response
    if response is None:
        raise NothingError(f"No response of capture {capture.id} is recorded.")
    line = f"HTTP/1.1 {response.status} {reason(response.status)}\r\n".encode()
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in response.headers)
    body = b"" if capture.request.method == "HEAD" else response.body
    return line + fields + b"\r\n" + body


def show(capture: Capture, part: str | None) -> None:
    """Print what people want to see of a capture."""
    if part in (None, "summary"):
        for line in summary_lines(capture):
            click.echo(line)
    if part is None:
        click.echo()
    if part in (None, "headers"):
        secret = frozenset() if part else header_places(capture)
        for name, value in capture.request.headers.texts():
            click.echo(f"{visible(name)}: {DOTS if name.lower() in secret else visible(value)}")
        if secret:
            click.echo(f"\n{HIDDEN.format(id=capture.id)}")


def header_places(capture: Capture) -> frozenset[str]:
    """The header fields that hold a sender's secret, in lower case."""
    places = (place.partition(":") for place in capture.judgement.sensitive)
    return frozenset(name.lower() for kind, _, name in places if kind == "header")


def summary_lines(capture: Capture) -> list[str]:
    """The facts of a capture, one a line, with the verdict in a sentence."""
    request, judgement, response = capture.request, capture.judgement, capture.response
    responded = f"{response.status} by {response.by}" if response else "not recorded"
    facts = (
        (
            "Received",
            f"{request.received_at.astimezone().isoformat(sep=' ', timespec='milliseconds')} from {request.remote}",
        ),
        ("Provider", judgement.provider or "not recognised"),
        ("Event", judgement.event),
        ("About", judgement.gist),
        ("Delivery", judgement.delivery_id),
        ("Arrival", told(capture, WORDING) or None),
        ("Warning", other_bytes(capture, WORDING) or None),
        ("Signature", f"{judgement.verdict.status}: {judgement.verdict.explanation}"),
        ("Handshake", handshake_text(capture)),
        ("Secret", how_to_keep(judgement, capture.id)),
        ("Body", f"{request.body.size} bytes, SHA-256 {request.body.sha256}"),
        ("Incomplete", None if request.complete else "the sender broke off, or a limit cut the body"),
        ("Malformed", request.malformed),
        ("Response", responded),
        ("Note", capture.note or None),
    )
    lines = [line_of(capture), ""] + [f"{name:<11}{visible(value)}" for name, value in facts if value]
    for dispatch in capture.dispatches:
        outcome = dispatch.error or f"{dispatch.status} in {dispatch.duration_ms:.0f} ms"
        lines.append(f"{'Sent':<11}{visible(hide_query(dispatch.target))}: {visible(outcome)}")
    return lines


def handshake_text(capture: Capture) -> str | None:
    """Which handshake it is, what was told and why."""
    kind, response = capture.judgement.handshake, capture.response
    if kind is None or response is None or not response.why:
        return kind
    return f"{kind}: {response.why}"

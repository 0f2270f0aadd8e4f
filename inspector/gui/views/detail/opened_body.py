"""Opens a body for the views: maps its file, undoes its content encoding in slices, and says which kinds suit it."""

from collections.abc import Generator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from inspector.bodies import registry
from inspector.bodies.decoding import LIMIT, Outcome, decode_slices
from inspector.bodies.json_text import CHECKED, is_json
from inspector.bodies.text import SAMPLE, Bytes
from inspector.core.body import Body
from inspector.core.headers import Headers

SLICE = 0.004
"""Seconds of decoding between which the window does other things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedBody:
    """The decoded bytes, or the first 64 MiB of them, with what has to be said of them."""

    content: Bytes
    header: str
    notes: tuple[str, ...] = ()
    cut: bool = False
    """There is more than is shown."""

    @property
    def sample(self) -> bytes:
        """The first bytes."""
        return self.content[:SAMPLE]

    def kinds(self) -> tuple[str, ...]:
        """The names of the views that suit, best first, with the tree behind JSON."""
        names: list[str] = []
        for view in registry.suiting(self.sample, self.header):
            if view.name == "json":
                names += ["json", "tree"] if len(self.content) > CHECKED or is_json(self.content[:]) else []
            else:
                names.append(view.name)
        return tuple(names)


class BodyOpener(QObject):
    """Opens one body at a time; a body that comes while another is being decoded takes its place."""

    opened = Signal(object)
    """Carries an OpenedBody."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slices: Generator[bytes, None, Outcome] | None = None
        self._made: list[bytes] = []
        self._header = ""
        self._timer = QTimer(self)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._decode_on)

    def open(self, body: Body, headers: Headers) -> None:
        """Begin; `opened` comes at once where the body is small or not encoded."""
        self._timer.stop()
        self._slices = None
        self._header = headers.get("content-type") or ""
        try:
            content = _content(body)
        except OSError:
            note = QCoreApplication.translate("BodyOpener", "The file that holds this body is gone.")
            self.opened.emit(OpenedBody(content=b"", header="", notes=(note,)))
            return
        encoding = ", ".join(headers.all("content-encoding"))
        if encoding and content:
            self._made = []
            self._slices = decode_slices(content, encoding)
            self._decode_on()
        else:
            self.opened.emit(OpenedBody(content=content, header=self._header, cut=body.size > LIMIT))

    def _decode_on(self) -> None:
        until = perf_counter() + SLICE
        while self._slices is not None and perf_counter() < until:
            try:
                self._made.append(next(self._slices))
            except StopIteration as stop:
                self._finish(stop.value)
                return
        if not self._timer.isActive():
            self._timer.start()

    def _finish(self, outcome: Outcome) -> None:
        self._timer.stop()
        self._slices = None
        notes = (outcome.problem,) if outcome.problem is not None else ()
        content = b"".join(self._made)
        self._made = []
        self.opened.emit(OpenedBody(content=content, header=self._header, notes=notes, cut=outcome.truncated))


def _content(body: Body) -> Bytes:
    """At most the first 64 MiB, mapped where they lie in a file. Raises OSError."""
    if body.content is not None:
        return body.content[:LIMIT]
    assert body.path is not None
    with body.path.open("rb") as file:
        size = min(body.size, LIMIT, body.path.stat().st_size)
        return mmap(file.fileno(), size, access=ACCESS_READ) if size else b""

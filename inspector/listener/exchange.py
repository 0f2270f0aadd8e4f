"""One request that waits for its response."""

from typing import Protocol

from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.listener.prepared import Persistence, prepare


class Line(Protocol):
    """The connection as an exchange sees it."""

    exchange: "Exchange | None"

    def answer(self, message: bytes) -> None:
        """Write the response of the present exchange and go on."""

    def abort(self) -> None:
        """Close at once."""

    @property
    def is_connected(self) -> bool:
        """Somebody is at the other end."""


class Exchange:
    """Given with a request; answered once, at any later time."""

    __slots__ = ("_line", "_persistence", "_without_content", "refusal")

    def __init__(
        self, line: Line, *, persistence: Persistence, without_content: bool, refusal: Response | None = None
    ) -> None:
        self._line = line
        self._persistence = persistence
        self._without_content = without_content
        self.refusal = refusal
        """The response that the listener itself demands; the request is kept first."""

    @property
    def is_open(self) -> bool:
        """Somebody can still read a response, and none was given yet."""
        return self._line.exchange is self and self._line.is_connected

    def sent_headers(self, response: Response) -> Headers:
        """Every field that `respond` will write, but X-Capture-Id, which is always the last."""
        return prepare(response, self._persistence, without_content=self._without_content).headers

    def respond(self, response: Response, capture_id: int | None) -> None:
        """Write the response; a second one, or one for a sender that is gone, is nothing."""
        line = self._line
        if line.exchange is self:
            prepared = prepare(response, self._persistence, without_content=self._without_content)
            line.answer(prepared.write(capture_id))

    def drop(self) -> None:
        """Close the connection without a response."""
        if self._line.exchange is self:
            self._line.abort()

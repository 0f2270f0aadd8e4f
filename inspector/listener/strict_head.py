"""The strict reading of a head, by the C parser (llhttp) that comes with aiohttp, with its bytes kept."""

from aiohttp import hdrs
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.http_parser import HttpRequestParser, RawRequestMessage

from inspector.listener.limits import MAX_HEAD

LINE = 2**17
"""Longest line in bytes: a field with a value of 64 KiB and its name fits."""

FIELDS = 1000
"""Most fields in a head."""

_END = b"\r\n\r\n"


class Unreadable(Exception):
    """The bytes are no HTTP request; the text says why, in the parser's words."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.status = status


class StrictHead:
    """Reads the heads of one connection, piece by piece.

    The parser is told that no message has content (`response_with_body`), so it is ready for the next head when a head
    is whole, and makes no streams. It is never fed a byte beyond the empty line, which is found here.
    """

    __slots__ = ("_parser", "partial")

    def __init__(self) -> None:
        self._parser = _parser()
        self.partial = bytearray()
        """What came of a head that is not whole yet."""

    def feed(self, data: bytes) -> tuple[RawRequestMessage, bytes, int] | None:
        """Read on. The message, its head as it came and where in `data` it ends; None while the head is not whole.

        Raises Unreadable as soon as the bytes are no request; `partial` then holds what came before `data`.
        """
        partial = self.partial
        if not partial and (found := data.find(_END)) >= 0:
            end = found + 4
            head = data[:end]
            message = self._parse(head)
        else:
            seam = bytes(partial[-3:])
            found = (seam + data).find(_END)
            end = found + 4 - len(seam)
            piece = data if found < 0 else data[:end]
            message = self._parse(piece)
            if found < 0:
                if len(partial) + len(data) > MAX_HEAD:
                    raise Unreadable(f"The head is larger than {MAX_HEAD:,} bytes", 431)
                partial += data
                return None
            head = bytes(partial) + piece
        # The parser passes over an HTTP/2 preface without a word, reads RTSP and ICE too, and minds a wrong transfer
        # coding only when it reads the body.
        line_end = head.index(b"\r\n")
        if message is None or head[line_end - 8 : line_end - 3] != b"HTTP/":
            raise Unreadable("Only HTTP/1.0 and HTTP/1.1 are spoken here")
        if not message.chunked and hdrs.TRANSFER_ENCODING in message.headers:
            raise Unreadable("Transfer-Encoding does not end with chunked")
        if partial:
            partial.clear()
        return message, head, end

    def _parse(self, piece: bytes) -> RawRequestMessage | None:
        try:
            messages, upgraded, _ = self._parser.feed_data(piece)
        except HttpProcessingError as error:
            raise Unreadable(_reason(error.message)) from None
        except Exception as error:
            # The parser builds a URL from the target and hands on whatever that raises for a strange one.
            raise Unreadable(str(error) or type(error).__name__) from None
        if upgraded:
            # CONNECT or an upgrade to WebSocket, neither of which is offered here: what follows is HTTP as before.
            self._parser = _parser()
        return messages[0][0] if messages else None


def _parser() -> HttpRequestParser:
    # Without protocol and loop: both serve streams, and no stream is ever made.
    return HttpRequestParser(
        None,
        None,
        LINE,
        max_line_size=LINE,
        max_field_size=LINE,
        max_headers=FIELDS,
        response_with_body=False,
        auto_decompress=False,
    )


def _reason(message: str) -> str:
    """The parser's message without the picture of the place that follows an empty line."""
    return " ".join(message.partition("\n\n")[0].split()).rstrip(":.")

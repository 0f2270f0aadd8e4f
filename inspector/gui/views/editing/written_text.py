"""How a text is written in bytes: byte order mark and line ends, kept while the text between them is edited."""

import codecs
from dataclasses import dataclass

from inspector.bodies.text import SAMPLE, looks_binary
from inspector.gui.views.editing.stand_ins import can_stand_in, from_stand_ins, to_stand_ins


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What of the bytes is not in the text."""

    mark: bool = False
    """They begin with the byte order mark of UTF-8."""
    crlf: bool = False
    """Every line ends with CR LF."""

    def bytes_of(self, shown: str) -> bytes:
        """The bytes of an edited text. Raises UnicodeEncodeError for half of a surrogate pair."""
        text = from_stand_ins(shown)
        if self.crlf:
            text = text.replace("\n", "\r\n")
        return (codecs.BOM_UTF8 if self.mark else b"") + text.encode()

    def described(self) -> str:
        """For the line above the text: `UTF-8 with BOM · CR LF`."""
        return ("UTF-8 with BOM" if self.mark else "UTF-8") + (" · CR LF" if self.crlf else "")


def read_written(content: bytes) -> tuple[str, Writing] | None:
    """The text to edit and how it is written; None where the bytes are no UTF-8 text and are edited as hex.

    Of line ends that differ, each CR shows as a stand-in, so that every one of them stays what it is.
    """
    if looks_binary(content[:SAMPLE]):
        return None
    mark = content.startswith(codecs.BOM_UTF8)
    try:
        text = (content[len(codecs.BOM_UTF8) :] if mark else content).decode()
    except UnicodeDecodeError:
        return None
    if not can_stand_in(text):
        return None
    ends = text.count("\r\n")
    crlf = ends > 0 and ends == text.count("\n") == text.count("\r")
    if crlf:
        text = text.replace("\r\n", "\n")
    return to_stand_ins(text), Writing(mark=mark, crlf=crlf)

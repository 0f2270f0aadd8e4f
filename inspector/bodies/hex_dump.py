"""Hex: takes what no other view takes. Sixteen bytes a row: place, bytes, and what of them is ASCII."""

from collections.abc import Iterator

from inspector.bodies.lines import Block
from inspector.bodies.shown import Shown, View
from inspector.bodies.text import Bytes

WIDTH = 16
BLOCK = 256 * WIDTH
WHOLE_DUMP = 1024 * 1024
"""Most bytes of a dump that is made as one text."""

_PRINTABLE = bytes(code if 0x20 <= code < 0x7F else ord(".") for code in range(256))


class HexSource:
    """The rows of a dump."""

    def __init__(self, content: Bytes) -> None:
        self._content = content

    def blocks(self) -> Iterator[Block]:
        """Blocks of 256 rows."""
        total = len(self._content)
        for start in range(0, max(1, total), BLOCK):
            end = min(start + BLOCK, total)
            rows = max(1, -(-(end - start) // WIDTH))
            yield Block(start, end, rows, rows)

    def texts(self, block: Block) -> list[tuple[str, bool]]:
        """Rows as `hexdump -C` writes them."""
        if block.start == block.end:
            return [("", True)]
        content = self._content[block.start : block.end]
        return [(_row(block.start + at, content[at : at + WIDTH]), True) for at in range(0, len(content), WIDTH)]

    def may_hold(self, block: Block, needle: str) -> bool:
        """Bytes stand in the dump in two ways, so every block may."""
        return True


def _row(place: int, part: bytes) -> str:
    return f"{place:08x}  {part[:8].hex(' '):23}  {part[8:].hex(' '):23}  {part.translate(_PRINTABLE).decode()}"


def show_hex(content: bytes, header: str) -> Shown:
    """The first megabyte as a dump; never fails."""
    source = HexSource(content[:WHOLE_DUMP])
    text = "\n".join(text for block in source.blocks() for text, _ in source.texts(block))
    return Shown(kind="hex", text=text, note="The first 1 MB." if len(content) > WHOLE_DUMP else None, language="hex")


def suits_hex(sample: bytes, header: str) -> bool:
    """Anything."""
    return True


HEX = View(name="hex", label="Hex", suits=suits_hex, show=show_hex)

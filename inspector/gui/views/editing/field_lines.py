"""Header fields as lines of text that are edited, and back to the bytes that they were."""

from collections.abc import Iterable, Sequence

from inspector.core.head import OWS
from inspector.core.headers import Pair, to_text
from inspector.gui import words
from inspector.gui.views.editing.stand_ins import from_stand_ins, to_stand_ins


def lines_of(pairs: Iterable[Pair]) -> str:
    """One `Name: value` a line, with stand-ins for what cannot be seen."""
    return "\n".join(f"{shown(name)}: {shown(value)}" for name, value in pairs)


def shown(raw: bytes) -> str:
    """A name or value to be edited."""
    return to_stand_ins(to_text(raw).replace("\n", "\r"))


def written(text: str, before: bytes = b"") -> bytes:
    """The bytes of an edited text: those of before where it is the same, and Latin-1 where those were no UTF-8."""
    if text == shown(before):
        return before
    real = from_stand_ins(text)
    if not _is_utf8(before):
        try:
            return real.encode("latin-1")
        except UnicodeEncodeError:
            pass
    return real.encode("utf-8", "surrogatepass")


def pairs_of(text: str, before: Sequence[Pair]) -> tuple[list[Pair], str]:
    """The fields of edited lines, and a sentence for the first line that is none. Empty lines are passed over.

    A field that was there before gets the bytes that it had.
    """
    known = {(shown(name), shown(value)): (name, value) for name, value in before}
    by_name = {shown(name): value for name, value in before if not _is_utf8(value)}
    pairs: list[Pair] = []
    problem = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        name, colon, value = line.partition(":")
        if not colon:
            said = words.tr("Line %1 is no header field: a colon stands between name and value.")
            problem = problem or said.replace("%1", words.counted(number))
            continue
        value = value.strip(OWS.decode())
        pairs.append(known.get((name, value)) or (written(name), written(value, by_name.get(name, b""))))
    return pairs, problem


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True

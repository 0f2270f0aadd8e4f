"""What the languages have in common: literals of bytes, and the comment that begins a snippet."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan

_NAMED = {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t", 0x22: '\\"', 0x5C: "\\\\"}


_WRITTEN = [_NAMED.get(byte) or (chr(byte) if 0x20 <= byte < 0x7F else f"\\x{byte:02x}") for byte in range(256)]


@cache
def _table(also: str) -> list[str]:
    """How each byte is written. One table for a whole text: a header can have a megabyte."""
    return [f"\\{text}" if text in also else text for text in _WRITTEN]


def quoted(raw: bytes | str, also: str = "") -> str:
    """Bytes between double quotes, all that is not plain ASCII as `\\xHH`; characters in `also` get a backslash."""
    content = raw.encode("latin-1", "replace") if isinstance(raw, str) else raw
    return f'"{content.decode("latin-1").translate(_table(also))}"'


def steps(piece: Piece, quoted: Callable[[str], str] = quoted) -> str:
    """The way to a value in the JSON document as the arguments of a call: names, and indexes of lists as numbers."""
    return ", ".join(step if step.isdecimal() else quoted(step) for step in piece.path)


def functions_used(functions: Mapping[str, str], lines: list[str], **holes: str) -> list[list[str]]:
    """The functions that some lines use, with those that these use in turn before them; each in its lines.

    In `functions` one that uses another stands before it. `{name}` in a function becomes what `holes` says.
    """
    found: list[list[str]] = []
    used = "\n".join(lines)
    for called, written in functions.items():
        if re.search(rf"\b{called}\(", used):
            for name, text in holes.items():
                written = written.replace(f"{{{name}}}", text)
            found.insert(0, written.strip().split("\n"))
            used += written
    return found


def opening(plan: Plan, mark: str, run: str, *needs: str) -> list[str]:
    """The lines at the top: what it does, how it is run, what it needs and leaves out."""
    one_line = " ".join(plan.provider.split())
    given = "".join(f"{name}=… " for name in plan.variables)
    lines = [f"Verifies this delivery of {one_line}; exit code 0: valid, 1: not valid.", f"{given}{run}", *needs]
    if plan.is_token:
        source = plan.signatures[0]
        what = source.name or ".".join(source.path)
        lines.append(f"{RECEIVED} is the value of {what}, which is left out here: it is the secret itself.")
    else:
        lines.append("The file holds the body as it came, not parsed and written again.")
    if plan.is_asymmetric and not plan.public_key:
        lines.append(f"{SECRET} is the public key in PEM.")
    if plan.setting:
        lines.append(f"{plan.setting} is a setting that is signed and stands nowhere in the request.")
    return [f"{mark} {line}" for line in (*lines, *plan.notes)]


def usage(plan: Plan, run: str) -> str:
    """What a snippet says that was not given what it needs, in ASCII and without quotation marks."""
    return f"Usage: {''.join(f'{name}=... ' for name in plan.variables)}{run}"


def code(*parts: str | list[str]) -> str:
    """Lines as one text that ends with a line break."""
    lines: list[str] = []
    for part in parts:
        lines += [part] if isinstance(part, str) else part
    return "\n".join(lines) + "\n"

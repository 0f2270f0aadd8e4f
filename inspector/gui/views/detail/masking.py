"""Hides the values of captured secrets in text, character for character, until they are shown on purpose."""

import json
import re
from functools import partial

from inspector.core.headers import to_text
from inspector.core.secret_query import hide_query
from inspector.core.verdict import Judgement
from inspector.gui.secret_places import header_names

DOT = "•"
HIDDEN = DOT * 8
STRINGS = re.compile(r"""("(?:[^"\\]|\\.)*+"?)(?:(\s*:\s*")((?:[^"\\]|\\.)*+)("?))?""", re.DOTALL)
"""The strings of a JSON text, each with the text behind its colon; no character is looked at twice, whatever comes."""


def secret_headers(judgement: Judgement) -> frozenset[str]:
    """The header fields that hold a secret, in lower case."""
    return frozenset(name.lower() for name in header_names(judgement))


def secret_keys(judgement: Judgement) -> tuple[str, ...]:
    """The names under which a body holds a secret: the last step of `json:event.token`, or a form's field."""
    kinds = (_of_kind(judgement, kind) for kind in ("json", "form"))
    return tuple(sorted({path.rpartition(".")[2] for paths in kinds for path in paths}))


def _of_kind(judgement: Judgement, kind: str) -> frozenset[str]:
    places = (place.partition(":") for place in judgement.sensitive)
    return frozenset(path.lower() for name, _, path in places if name == kind)


def hide_values(text: str, keys: tuple[str, ...]) -> str:
    """Dots in place of the values of JSON members and form fields of these names; the length stays."""
    if keys and "\\" in text:
        text = STRINGS.sub(partial(_hide_escaped, frozenset(keys)), text)
    for key in keys:
        name = re.escape(key)
        for pattern in (rf'("{name}"\s*:\s*")((?:[^"\\]|\\.)*)', rf"((?:^|&){name}=)([^&\s]*)"):
            text = re.sub(pattern, _dots, text, flags=re.IGNORECASE | re.MULTILINE)
    return text


def _hide_escaped(keys: frozenset[str], match: re.Match[str]) -> str:
    """The value of a member whose name is one of these behind escapes: `tok\\u0065n`."""
    name, between, value, end = match.groups()
    if between is None or "\\" not in name or _read(name).lower() not in keys:
        return match.group()
    return name + between + DOT * len(value) + end


def _read(literal: str) -> str:
    """A string of JSON; as it is written where it cannot be read."""
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return literal


def _dots(match: re.Match[str]) -> str:
    return match.group(1) + DOT * len(match.group(2))


def hide_head(head: bytes, names: frozenset[str], parameters: frozenset[str] = frozenset()) -> str:
    """A request's head as text, with dots in place of the values of these fields and of these of its query."""
    asked, *rest = to_text(head).split("\n")
    lines = [hide_query(asked, parameters)]
    hiding = False
    for line in rest:
        name, colon, value = line.partition(":")
        if not line.startswith((" ", "\t")):
            hiding = bool(colon) and name.strip().lower() in names
            lines.append(f"{name}: {HIDDEN}" + ("\r" if value.endswith("\r") else "") if hiding else line)
        elif not hiding:
            lines.append(line)
    return "\n".join(lines)

"""Whether an edited text is JSON, in words with the place where it stops being so; and JSON set out in lines."""

import json
import re

from inspector.bodies.json_text import JsonSource, is_json
from inspector.bodies.lines import whole
from inspector.bodies.text import media_type
from inspector.gui import words

_STRINGS_AND_WORDS = re.compile(r'"(?:[^"\\]|\\.)*"|-?Infinity|NaN')

SAID = {
    "Expecting value": "no JSON value begins here",
    "Expecting property name enclosed in double quotes": "a name in double quotes is expected",
    "Expecting ':' delimiter": "a colon is expected",
    "Expecting ',' delimiter": "a comma or a closing bracket is expected",
    "Illegal trailing comma before end of object": "nothing follows this comma",
    "Illegal trailing comma before end of array": "nothing follows this comma",
    "Unterminated string starting at": "this string has no closing quote",
    "Invalid control character at": "a line break or control character stands inside of a string",
    "Invalid \\escape": "no such escape: write \\\\ for a backslash",
    "Invalid \\uXXXX escape": "\\u needs four hex digits",
    "Extra data": "the JSON ended before this",
}
"""What Python's reader says, in words."""


def says_json(content_type: str) -> bool:
    """Whether a Content-Type field says that the body is JSON."""
    return media_type(content_type).endswith(("/json", "+json"))


def json_problem(text: str) -> str:
    """A sentence with line and column where the text is no JSON (RFC 8259), else empty. Depth is no problem."""
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        said = SAID.get(error.msg.rstrip(": "), error.msg)
        return _sentence(text, error.pos, words.tr(said))
    except RecursionError:
        return ""
    except ValueError:
        place = next(found.start() for found in _STRINGS_AND_WORDS.finditer(text) if found.group()[0] != '"')
        return _sentence(text, place, words.tr("JSON has no such number"))
    return ""


def set_out(text: str) -> str | None:
    """JSON with a line for each value; numbers, escapes, repeated names and their order stay. None where it is none."""
    content = text.encode("utf-8", "surrogatepass")
    if not is_json(content):
        return None
    return whole(JsonSource(content)) + ("\n" if text.endswith("\n") else "")


def _refuse(name: str) -> None:
    raise ValueError(name)


def _sentence(text: str, place: int, what: str) -> str:
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    said = words.tr("Line %1, column %2: %3.")
    return said.replace("%1", words.counted(line)).replace("%2", words.counted(column)).replace("%3", what)

"""What programs make of a JSON body: parsed, changed, and written again or shown."""

import json
import re
from collections.abc import Callable, Iterator

from inspector.providers.app_kinds import Kind, Make
from inspector.providers.dialects import RubyWriter, as_arrays
from inspector.providers.lossless import Json, Number, parse_verbatim
from inspector.providers.reserialise import ESCAPES, NUMBERS, ORDERS, SPACINGS, Writer

_COMPACT, _INDENT_2, _INDENT_4 = SPACINGS[0], SPACINGS[2], SPACINGS[3]
_UNICODE, _ASCII, _PHP, _SLASHES, _HTML = (escape for _, escape in ESCAPES)
_AS_WRITTEN, _AS_JAVASCRIPT, _AS_PYTHON, _AS_PHP = (write for _, write in NUMBERS)
_TABS = SPACINGS[4]
_AS_IS, _SORTED, _INDEXES_FIRST = (order for _, order in ORDERS)


def _dumps(**options: object) -> Make:
    return lambda content: json.dumps(json.loads(content), **options)  # type: ignore[arg-type]


def _written(writer: Writer, change: Callable[[Json], Json] = lambda document: document) -> Make:
    return lambda content: writer.write(change(parse_verbatim(content)))


_TIGHT = (",", ":")
_JAVASCRIPT = Writer(_COMPACT, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST)

OF_JSON: tuple[tuple[Kind, str, Make], ...] = (
    ("json-python", "json.dumps of the parsed body", _dumps()),
    ("json-javascript", "JSON.stringify of the parsed body", _written(_JAVASCRIPT)),
    ("json-python-unicode", "json.dumps(…, ensure_ascii=False) of the parsed body", _dumps(ensure_ascii=False)),
    ("json-python-compact", "json.dumps of the parsed body without blanks", _dumps(separators=_TIGHT)),
    (
        "json-bare",
        "the parsed body written without blanks and with characters as they are",
        _dumps(separators=_TIGHT, ensure_ascii=False),
    ),
    ("json-python-sorted", "json.dumps(…, sort_keys=True) of the parsed body", _dumps(sort_keys=True)),
    (
        "json-python-sorted-compact",
        "json.dumps(…, sort_keys=True) of the parsed body without blanks",
        _dumps(sort_keys=True, separators=_TIGHT),
    ),
    (
        "json-flask",
        "the parsed body with sorted keys, without blanks and with a line break at its end",
        lambda content: _dumps(sort_keys=True, separators=_TIGHT)(content) + "\n",
    ),
    ("json-python-indent", "json.dumps(…, indent=2) of the parsed body", _dumps(indent=2)),
    ("json-python-indent", "json.dumps(…, indent=4) of the parsed body", _dumps(indent=4)),
    (
        "json-javascript-indent",
        "JSON.stringify(…, null, 2) of the parsed body",
        _written(Writer(_INDENT_2, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST)),
    ),
    (
        "json-javascript-indent",
        "JSON.stringify(…, null, 4) of the parsed body",
        _written(Writer(_INDENT_4, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST)),
    ),
    (
        "json-php",
        "json_encode of the parsed body: slashes as \\/, characters beyond ASCII as \\uXXXX",
        _written(Writer(_COMPACT, _PHP, _AS_PHP, _AS_IS), as_arrays),
    ),
    (
        "json-php",
        "json_encode of the body parsed into objects: slashes as \\/, characters beyond ASCII as \\uXXXX",
        _written(Writer(_COMPACT, _PHP, _AS_PHP, _AS_IS)),
    ),
    (
        "json-php-plain",
        "json_encode of the parsed body with JSON_UNESCAPED_SLASHES and JSON_UNESCAPED_UNICODE",
        _written(Writer(_COMPACT, _UNICODE, _AS_PHP, _AS_IS), as_arrays),
    ),
    (
        "json-php",
        "json_encode of the parsed body with JSON_UNESCAPED_SLASHES",
        _written(Writer(_COMPACT, _ASCII, _AS_PHP, _AS_IS), as_arrays),
    ),
    (
        "json-php",
        "json_encode of the parsed body with JSON_UNESCAPED_UNICODE",
        _written(Writer(_COMPACT, _SLASHES, _AS_PHP, _AS_IS), as_arrays),
    ),
    ("json-ruby", "JSON.generate of the parsed body", _written(Writer(_COMPACT, _UNICODE, _AS_PYTHON, _AS_IS))),
    (
        "json-rails",
        "to_json of the parsed body: “<”, “>” and “&” as \\uXXXX",
        _written(Writer(_COMPACT, _HTML, _AS_PYTHON, _AS_IS)),
    ),
    (
        "json-go",
        "json.Marshal of the parsed body: keys sorted, “<”, “>” and “&” as \\uXXXX",
        _written(Writer(_COMPACT, _HTML, _AS_JAVASCRIPT, _SORTED)),
    ),
    (
        "json-go",
        "json.NewEncoder(…).Encode of the parsed body, which ends with a line break",
        lambda content: _written(Writer(_COMPACT, _HTML, _AS_JAVASCRIPT, _SORTED))(content) + "\n",
    ),
    ("repr-json", "the text that Python shows of the parsed body, str(…)", lambda content: str(json.loads(content))),
)
"""What becomes of a JSON body."""


def _over(change: Callable[[str], Json], document: Json) -> Json:
    """A document with every text changed that is a value."""
    if isinstance(document, dict):
        return {name: _over(change, value) for name, value in document.items()}
    if isinstance(document, list):
        return [_over(change, value) for value in document]
    return change(document) if isinstance(document, str) and not isinstance(document, Number) else document


def _trimmed(document: Json) -> Json:
    return _over(lambda text: text.strip(" \t\n\r\0\x0b"), as_arrays(document))


def _nulled(document: Json) -> Json:
    return _over(lambda text: text or None, as_arrays(document))


def _sorted_outside(document: Json) -> Json:
    """Only the outer keys sorted: what a sort of the entries and ksort() do. Raises ValueError where there are none."""
    if not isinstance(document, dict):
        raise ValueError("there are no keys")
    return {name: document[name] for name in sorted(document)}


def _picked(document: Json) -> Json:
    """Sorted, and inside only keys that are outside too: what a list of keys as second argument does."""
    if not isinstance(document, dict):
        raise ValueError("there are no keys")
    wanted = sorted(document)

    def pick(value: Json) -> Json:
        if isinstance(value, dict):
            return {name: pick(value[name]) for name in wanted if name in value}
        return [pick(entry) for entry in value] if isinstance(value, list) else value

    return pick(document)


_BLANKS = re.compile(r'("(?:[^"\\]++|\\.)*+")|[ \t\r\n]+', re.DOTALL)


def _raw_message(content: bytes) -> str:
    """A document that is not parsed: its white space goes, “<”, “>” and “&” are escaped."""
    parse_verbatim(content)
    text = _BLANKS.sub(lambda found: found[1] or "", content.decode())
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


_RUBY = str.maketrans(
    {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x1b": "\\e", "\b": "\\b", "\f": "\\f"}
)


def _inspected(value: Json, arrow: str) -> str:
    """A value as Ruby shows it."""
    if isinstance(value, Number):
        return _AS_PYTHON(value)
    if isinstance(value, str):
        return '"' + re.sub(r"#(?=[{$@])", r"\\#", value.translate(_RUBY)) + '"'
    if isinstance(value, dict):
        entries = (f"{_inspected(name, arrow)}{arrow}{_inspected(inner, arrow)}" for name, inner in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inspected(entry, arrow) for entry in value) + "]"
    return "nil" if value is None else str(value).lower()


_PHP_FLAGS = (
    ("", _PHP),
    (", JSON_UNESCAPED_SLASHES", _ASCII),
    (", JSON_UNESCAPED_UNICODE", _SLASHES),
    (", JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE", _UNICODE),
)
_MIDDLEWARE: tuple[tuple[Kind, str, Callable[[Json], Json]], ...] = (
    ("json-php-middled", "texts trimmed and empty ones made null", lambda document: _nulled(_trimmed(document))),
    ("json-php-trimmed", "texts trimmed", _trimmed),
    ("json-php-nulled", "empty texts made null", _nulled),
)


def _more_of_php() -> Iterator[tuple[Kind, str, Make]]:
    for flags, escape in _PHP_FLAGS:
        writer, pretty = Writer(_COMPACT, escape, _AS_PHP, _AS_IS), Writer(_INDENT_4, escape, _AS_PHP, _AS_IS)
        flag = f"JSON_PRETTY_PRINT{flags.replace(', ', ' | ')}"
        yield "json-php-pretty", f"json_encode(…, {flag}) of the parsed body", _written(pretty, as_arrays)
        yield "json-php-pretty", f"json_encode(…, {flag}) of the body parsed into objects", _written(pretty)
        told = f"json_encode(…{flags}) of the parsed body"
        yield (
            "json-php-sorted",
            f"{told}, its outer keys sorted",
            _written(writer, lambda document: _sorted_outside(as_arrays(document))),
        )
        for kind, words, change in _MIDDLEWARE:
            yield kind, f"{told} with {words}", _written(writer, change)


MORE_OF_JSON: tuple[tuple[Kind, str, Make], ...] = (
    ("json-python-sorted-unicode", "json.dumps(…, sort_keys=True, ensure_ascii=False) of the parsed body",
     _dumps(sort_keys=True, ensure_ascii=False)),
    ("json-python-sorted-unicode",
     "json.dumps(…, sort_keys=True, ensure_ascii=False) of the parsed body without blanks",
     _dumps(sort_keys=True, ensure_ascii=False, separators=_TIGHT)),
    ("json-python-indent", "json.dumps(…, indent=2, sort_keys=True) of the parsed body",
     _dumps(indent=2, sort_keys=True)),
    ("json-python-indent", "json.dumps(…, indent=2, ensure_ascii=False) of the parsed body",
     _dumps(indent=2, ensure_ascii=False)),
    ("json-javascript-sorted", "JSON.stringify of the parsed body, its outer keys sorted",
     _written(_JAVASCRIPT, _sorted_outside)),
    ("json-javascript-sorted", "JSON.stringify of the parsed body, all its keys sorted",
     _written(Writer(_COMPACT, _UNICODE, _AS_JAVASCRIPT, _SORTED))),
    ("json-javascript-picked", "JSON.stringify(…, keys) of the parsed body, which leaves out all other keys inside",
     _written(_JAVASCRIPT, _picked)),
    ("json-javascript-indent", 'JSON.stringify(…, null, "\\t") of the parsed body',
     _written(Writer(_TABS, _UNICODE, _AS_JAVASCRIPT, _INDEXES_FIRST))),
    ("json-ruby-pretty", "JSON.pretty_generate of the parsed body",
     _written(Writer(_INDENT_2, _UNICODE, _AS_PYTHON, _AS_IS))),
    ("json-ruby-pretty", "JSON.pretty_generate of the parsed body",
     _written(RubyWriter(_INDENT_2, _UNICODE, _AS_PYTHON, _AS_IS))),
    ("json-ruby-sorted", "JSON.generate of the parsed body, its outer keys sorted",
     _written(Writer(_COMPACT, _UNICODE, _AS_PYTHON, _AS_IS), _sorted_outside)),
    ("json-ruby-sorted", "to_json of the parsed body, its outer keys sorted",
     _written(Writer(_COMPACT, _HTML, _AS_PYTHON, _AS_IS), _sorted_outside)),
    ("repr-ruby", "the text that Ruby shows of the parsed body, to_s",
     lambda content: _inspected(parse_verbatim(content), "=>")),
    ("repr-ruby", "the text that Ruby 3.4 shows of the parsed body, to_s",
     lambda content: _inspected(parse_verbatim(content), " => ")),
    *(
        ("json-go-indent", "json.MarshalIndent of the parsed body",
         _written(Writer(spacing, _HTML, _AS_JAVASCRIPT, _SORTED)))
        for spacing in (_INDENT_2, _INDENT_4, _TABS)
    ),
    ("json-go-plain", "the parsed body from an encoder with SetEscapeHTML(false)",
     lambda content: _written(Writer(_COMPACT, _UNICODE, _AS_JAVASCRIPT, _SORTED))(content) + "\n"),
    ("json-go", "json.Marshal of the parsed body with UseNumber",
     _written(Writer(_COMPACT, _HTML, _AS_WRITTEN, _SORTED))),
    ("json-go-raw", "json.Marshal of a json.RawMessage: without blanks, “<”, “>” and “&” as \\uXXXX", _raw_message),
    *_more_of_php(),
)  # fmt: skip
"""What becomes of it less often."""

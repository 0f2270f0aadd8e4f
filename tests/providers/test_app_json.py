"""What programs make of a JSON body less often, byte for byte as their programs make it."""

import pytest

from inspector.providers.app_json import MORE_OF_JSON, OF_JSON
from inspector.providers.app_kinds import Kind

CONTENT = '{"b": " Zoë <a/b> ", "a": "", "n": 1.50, "d": {"z": [], "a": {}}, "l": [1e3, null, true]}\n'.encode()


def made(kind: Kind, content: bytes = CONTENT) -> list[str]:
    """What the ways of a kind make."""
    return [make(content) for one, _, make in (*OF_JSON, *MORE_OF_JSON) if one == kind]


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("json-javascript-sorted", '{"a":"","b":" Zoë <a/b> ","d":{"z":[],"a":{}},"l":[1000,null,true],"n":1.5}'),
        ("json-javascript-picked", '{"a":"","b":" Zoë <a/b> ","d":{"a":{}},"l":[1000,null,true],"n":1.5}'),
        ("json-ruby-sorted", '{"a":"","b":" Zoë <a/b> ","d":{"z":[],"a":{}},"l":[1000.0,null,true],"n":1.5}'),
        ("json-php-sorted", r'{"a":"","b":" Zo\u00eb <a\/b> ","d":{"z":[],"a":[]},"l":[1000,null,true],"n":1.5}'),
        ("json-php-trimmed", r'{"b":"Zo\u00eb <a\/b>","a":"","n":1.5,"d":{"z":[],"a":[]},"l":[1000,null,true]}'),
        ("json-php-nulled", r'{"b":" Zo\u00eb <a\/b> ","a":null,"n":1.5,"d":{"z":[],"a":[]},"l":[1000,null,true]}'),
        ("json-php-middled", '{"b":"Zoë <a/b>","a":null,"n":1.5,"d":{"z":[],"a":[]},"l":[1000,null,true]}'),
        ("json-go-plain", '{"a":"","b":" Zoë <a/b> ","d":{"a":{},"z":[]},"l":[1000,null,true],"n":1.5}\n'),
        ("json-go-raw", r'{"b":" Zoë \u003ca/b\u003e ","a":"","n":1.50,"d":{"z":[],"a":{}},"l":[1e3,null,true]}'),
        ("json-python-sorted-unicode",
         '{"a": "", "b": " Zoë <a/b> ", "d": {"a": {}, "z": []}, "l": [1000.0, null, true], "n": 1.5}'),
        ("repr-ruby",
         '{"b"=>" Zoë <a/b> ", "a"=>"", "n"=>1.5, "d"=>{"z"=>[], "a"=>{}}, "l"=>[1000.0, nil, true]}'),
    ],
)  # fmt: skip
def test_what_is_made(kind: Kind, written: str) -> None:
    """Sorted, trimmed, picked, shown: one of the ways of the kind gives it."""
    assert written in made(kind)


def test_documents_in_lines() -> None:
    """PHP indents by four blanks and keeps empty lists in a line, Go sorts."""
    content = b'{"b": "\xc3\xab/", "a": {}}'

    assert made("json-php-pretty", content)[:2] == [
        '{\n    "b": "\\u00eb\\/",\n    "a": []\n}', '{\n    "b": "\\u00eb\\/",\n    "a": {}\n}',
    ]  # fmt: skip
    assert made("json-go-indent", content)[0] == '{\n  "a": {},\n  "b": "ë/"\n}'
    assert made("json-ruby-pretty", content) == [
        '{\n  "b": "ë/",\n  "a": {}\n}', '{\n  "b": "ë/",\n  "a": {\n  }\n}',
    ]  # fmt: skip


def test_ruby_shows_what_it_would_run() -> None:
    """Quotation marks, backslashes and what begins code in a text are escaped."""
    assert made("repr-ruby", rb'{"a": "\"\\ #{1} # $x\n"}')[0] == r'{"a"=>"\"\\ \#{1} # $x\n"}'


@pytest.mark.parametrize("content", [b"[1]", b"no json", b'"\xff'])
def test_where_there_are_no_keys_none_are_sorted(content: bytes) -> None:
    """It is said with an error, which those who try it pass over."""
    with pytest.raises(ValueError, match=r"keys|Expecting|Unterminated"):
        made("json-javascript-picked", content)

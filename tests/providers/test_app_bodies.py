"""What apps make of a body is made here byte for byte as their programs make it."""

import json
import shutil
import subprocess
from base64 import b64encode

import pytest

from inspector.providers.app_bodies import QUICK, REWRITABLE, app_bodies
from tests.providers.made import BODY, request

TRICKY = '{"id": 1152921505151679042, "s": "a/ü<&>\\u00e9", "n": 1.50, "2":1, "1":1e-7, "e":{}, "l":[1, 2e30]}'.encode()
FORM = "application/x-www-form-urlencoded"


def made(content: bytes, content_type: str = "application/json") -> dict[str, list[bytes]]:
    """Bodies by kind."""
    found: dict[str, list[bytes]] = {}
    for body in app_bodies(request({}, content, content_type=content_type), content, None, ()):
        if not body.also:
            found.setdefault(body.kind, []).append(body.content)
    return found


def test_what_python_makes() -> None:
    """json.dumps with its usual options, and what str() shows."""
    bodies, parsed = made(TRICKY), json.loads(TRICKY)

    assert bodies["json-python"] == [json.dumps(parsed).encode()]
    assert bodies["json-python-sorted"] == [json.dumps(parsed, sort_keys=True).encode()]
    assert bodies["json-python-indent"][:2] == [json.dumps(parsed, indent=step).encode() for step in (2, 4)]
    assert bodies["repr-json"] == [str(parsed).encode()]
    assert bodies["repr-bytes"] == [str(TRICKY).encode()]
    assert b64encode(TRICKY) in bodies["base64"]


def test_what_node_makes() -> None:
    """JSON.stringify, with large numbers rounded and keys that are indexes first, as node itself writes it."""
    written = b'{"1":1e-7,"2":1,"id":1152921505151679000,"s":"a/\xc3\xbc<&>\xc3\xa9","n":1.5,"e":{},"l":[1,2e+30]}'
    node = shutil.which("node")
    if node is not None:
        script = "const raw = require('fs').readFileSync(0); process.stdout.write(JSON.stringify(JSON.parse(raw)))"
        assert subprocess.run([node, "-e", script], input=TRICKY, capture_output=True, check=True).stdout == written

    assert made(TRICKY)["json-javascript"] == [written]


def test_what_php_ruby_and_go_make() -> None:
    """Slashes and empty arrays of PHP, plain characters of Ruby, escapes and sorted keys of Go."""
    bodies = made(b'{"b": {}, "a": "/\xc3\xbc<"}')

    assert bodies["json-php"] == [
        b'{"b":[],"a":"\\/\\u00fc<"}', b'{"b":{},"a":"\\/\\u00fc<"}',
        b'{"b":[],"a":"/\\u00fc<"}', b'{"b":[],"a":"\\/\xc3\xbc<"}',
    ]  # fmt: skip
    assert bodies["json-ruby"] == [b'{"b":{},"a":"/\xc3\xbc<"}']
    assert bodies["json-rails"] == [b'{"b":{},"a":"/\xc3\xbc\\u003c"}']
    assert bodies["json-go"][:2] == [b'{"a":"/\xc3\xbc\\u003c","b":{}}', b'{"a":"/\xc3\xbc\\u003c","b":{}}\n']


def test_what_is_made_of_forms() -> None:
    """Fields as JSON, encoded again, or shown as Python shows them; of a body that is none nothing of it."""
    bodies = made(b"a=1&b=x%20y&a=2", FORM)

    assert bodies["form-json"][:2] == [b'{"a":["1","2"],"b":"x y"}', b'{"a":"2","b":"x y"}']
    assert bodies["form-lists"] == [b'{"a": ["1", "2"], "b": ["x y"]}', b'{"a":["1","2"],"b":["x y"]}']
    assert bodies["form-python"] == [b"a=1&b=x+y&a=2", b"a=2&b=x+y"]
    assert bodies["form-sorted"] == [b"a=1&a=2&b=x+y", b"a=2&b=x+y"]
    assert bodies["repr-querydict"] == [b"<QueryDict: {'a': ['1', '2'], 'b': ['x y']}>"]
    assert bodies["repr-form"] == [b"ImmutableMultiDict([('a', '1'), ('b', 'x y'), ('a', '2')])"]
    assert "form-json" not in made(b"a=1&b=2", "text/plain")


def test_what_does_not_depend_on_the_body() -> None:
    """A body that was read before is empty; an object as text, a parser that did not run."""
    bodies = made(b"no json")

    assert (bodies["empty"], bodies["undefined"]) == ([b""], [b"undefined"])
    assert bodies["object"][0] == b"[object Object]"
    assert bodies["newline"] == [b"no json\n", b"no json\r\n"]


def test_kinds_of_the_language_come_first() -> None:
    """Where two programs write the same bytes, the one that the app is written in is named."""
    content = b'{"a": 1}'
    first = [
        body for body in app_bodies(request({}, content), content, None, ("json-go",)) if body.content == b'{"a":1}'
    ]

    assert first[0].kind == "json-go"


@pytest.mark.parametrize("body", [b"[1, 2]\n" + b" " * REWRITABLE, b"\xff" * (REWRITABLE + 1)])
def test_a_large_body_is_not_written_anew(body: bytes) -> None:
    """What takes long is left out; white space and the start are still looked at."""
    kinds = made(body)

    assert {"empty", "newline"} <= set(kinds)
    assert not {"json-python", "rewritten", "charset", "base64"} & set(kinds)


def test_of_a_large_body_the_cheap_comes_first() -> None:
    """There may be no time for all ways, so white space is looked at before documents are written anew."""
    content = b'{"a": "' + b"x" * QUICK + b'"}\n'
    kinds = [body.kind for body in app_bodies(request({}, content), content, None, ())]

    assert kinds.index("newline") < kinds.index("json-python")
    small = [body.kind for body in app_bodies(request({}, BODY), BODY, None, ())]
    assert small.index("newline") > small.index("json-python")

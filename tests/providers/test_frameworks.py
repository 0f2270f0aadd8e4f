"""The line for each framework prints what it says, and its words name what is tried."""

import shutil
import subprocess
import sys
from hashlib import sha256
from typing import get_args

import pytest

from inspector.providers.app_kinds import Kind
from inspector.providers.frameworks import FRAMEWORKS, Framework, find_framework

BODY = b'{"a": "\xc3\xbc"}\r\n\x00\xff'
PRINTED = f"webhook-inspector {len(BODY)} {sha256(BODY).hexdigest()}"


def test_all_eight_are_there() -> None:
    """Each has an id of its own, a line of one line with our word, and says how to get the raw body."""
    assert [one.id for one in FRAMEWORKS] == [
        "flask", "django", "fastapi", "express", "nextjs", "rails", "laravel", "go",
    ]  # fmt: skip
    for one in FRAMEWORKS:
        assert "webhook-inspector " in one.line or '"webhook-inspector"' in one.line
        assert "\n" not in one.line
        assert "payload" in one.line
        assert "payload" in one.raw
        assert one.place.endswith(".")
        assert find_framework(one.id) is one
    assert find_framework("cobol") is None


def test_their_words_are_about_what_is_tried() -> None:
    """A word for a kind that nothing makes would never be said."""
    for one in FRAMEWORKS:
        assert set(one.doing) <= set(get_args(Kind)), one.id
        assert {"empty"} <= set(one.doing)


@pytest.mark.parametrize("framework", [one for one in FRAMEWORKS if one.language == "Python"], ids=lambda one: one.id)
def test_the_line_in_python(framework: Framework) -> None:
    """It prints length and SHA-256 of bytes, and of a text those of its UTF-8."""
    code = f"payload = {BODY!r}\n{framework.line}\npayload = 'ü'\n{framework.line}"
    lines = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()

    assert lines == [PRINTED, f"webhook-inspector 2 {sha256('ü'.encode()).hexdigest()}"]


@pytest.mark.parametrize("framework", [one for one in FRAMEWORKS if one.language == "JavaScript"], ids=lambda o: o.id)
def test_the_line_in_javascript(framework: Framework) -> None:
    """The same with node, also of an object; without node the parts that make it up are there."""
    node = shutil.which("node")
    if node is None:
        assert 'createHash("sha256").update(b)' in framework.line
        return
    for payload, printed in (
        (f"Buffer.from('{BODY.hex()}', 'hex')", PRINTED),
        ("({ a: 1 })", f"webhook-inspector 15 {sha256(b'[object Object]').hexdigest()}"),
    ):
        for kind in ("commonjs", "module"):
            code = f"const payload = {payload}; {framework.line}"
            ran = subprocess.run([node, f"--input-type={kind}", "-e", code], capture_output=True, text=True, check=True)
            assert ran.stdout.splitlines() == [printed]

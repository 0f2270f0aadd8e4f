"""A message with fields and body."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.headers import NO_HEADERS, Headers
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.message_part import READ, MessagePart


def texts(part: MessagePart) -> list[str]:
    boxes = [box.text.toPlainText() for box in part.findChildren(CodeBox)]
    return boxes + [label.text() for label in part.findChildren(PlainLabel)]


@pytest.mark.parametrize(
    ("kind", "body", "shown"),
    [
        ("application/json", b'{"a":1.0}', '{\n  "a": 1.0\n}'),
        ("text/plain", b"<b>ok</b>", "<b>ok</b>"),
        ("application/x-www-form-urlencoded", b"a=1&b=2", "a→1\nb→2"),
        ("image/png", b"\x89PNG\0", "00000000  89 50 4e 47 00"),
    ],
)
def test_bodies_are_readable(qtbot: QtBot, kind: str, body: bytes, shown: str) -> None:
    """By their type, with hex for what is none."""
    part = MessagePart(Headers.of(("Content-Type", kind)), body)
    qtbot.addWidget(part)

    assert any(text.startswith(shown) for text in texts(part))


def test_a_message_can_be_empty(qtbot: QtBot) -> None:
    """Without fields and body it says so."""
    part = MessagePart(NO_HEADERS, b"")
    qtbot.addWidget(part)

    assert ["No body."] == texts(part)


def test_a_large_body_is_cut_and_says_so(qtbot: QtBot) -> None:
    """Only its beginning is read."""
    part = MessagePart(NO_HEADERS, b"x" * (READ + 1))
    qtbot.addWidget(part)

    assert "The first 64 KB." in texts(part)

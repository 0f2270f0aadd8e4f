"""The body in all its kinds."""

import gzip
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.core.body import NO_BODY, Body
from inspector.core.headers import Headers
from inspector.gui import theme
from inspector.gui.views.detail.body_view import BodyView
from tests.gui.views.detail import samples

JSON = Headers.of(("Content-Type", "application/json"))


@pytest.fixture
def view(qtbot: QtBot) -> BodyView:
    """A view of usual size."""
    view = BodyView()
    qtbot.addWidget(view)
    view.resize(500, 350)
    view.show()
    return view


def rows(view: BodyView) -> list[str]:
    return [row.text for row in view.text.visible()]


def note(view: BodyView) -> str:
    return view._note._says.text() if not view._note.isHidden() else ""


@pytest.mark.parametrize(
    ("body", "kind_header", "kind", "kinds"),
    [
        (b'{"a":1}', "application/json", "json", ("json", "tree", "text", "hex")),
        (b"{broken", "application/json", "text", ("text", "hex")),
        (b"a=1&b=2", "application/x-www-form-urlencoded", "form", ("form", "text", "hex")),
        (b"--b\r\n\r\nx\r\n--b--", "multipart/mixed; boundary=b", "multipart", ("multipart", "text", "hex")),
        (b"<a/>", "text/xml", "xml", ("xml", "text", "hex")),
        (b"\x89PNG\0", "image/png", "hex", ("hex",)),
    ],
)
def test_offers_the_kinds_that_suit(
    view: BodyView, body: bytes, kind_header: str, kind: str, kinds: tuple[str, ...]
) -> None:
    """The best kind is shown, the others can be chosen, each works."""
    view.show_body(Body.of(body), Headers.of(("Content-Type", kind_header)))

    assert kind == view.kind
    for one in kinds:
        view.choose(one)
        assert one == view.kind
        view.grab()


def test_numbers_and_keys_stand_as_received(view: BodyView) -> None:
    """In the JSON view nothing is rounded, merged or unescaped."""
    view.show_body(Body.of(rb'{"id":1152921505151679042,"v":1.0,"v":1e5,"p":"x\/y"}'), JSON)

    assert ["{", '  "id": 1152921505151679042,', '  "v": 1.0,', '  "v": 1e5,', r'  "p": "x\/y"', "}"] == rows(view)


def test_a_packed_body_is_shown_unpacked(qtbot: QtBot, view: BodyView) -> None:
    """The content encoding is undone for the view."""
    headers = Headers.of(("Content-Type", "application/json"), ("Content-Encoding", "gzip"))
    view.show_body(Body.of(gzip.compress(b'{"a": 1}')), headers)

    qtbot.waitUntil(lambda: rows(view) == ["{", '  "a": 1', "}"])


def test_says_what_is_wrong_with_a_packed_body(qtbot: QtBot, view: BodyView) -> None:
    """Bytes that are not what their encoding says are named in the note."""
    view.show_body(Body.of(b"not packed"), Headers.of(("Content-Encoding", "gzip")))

    qtbot.waitUntil(lambda: "gzip" in note(view))


def test_a_bomb_is_cut(qtbot: QtBot, view: BodyView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a bomb the first part is shown, with size, hash and Save as."""
    packed = Body.of(gzip.compress(bytes(80_000_000), 1))
    view.show_body(packed, Headers.of(("Content-Encoding", "gzip")))
    qtbot.waitUntil(lambda: packed.sha256 in note(view), timeout=20_000)

    assert view._note._save.isVisible()
    with qtbot.waitSignal(view.save_wanted):
        qtbot.mouseClick(view._note._save, Qt.MouseButton.LeftButton)


def test_a_body_in_a_file_is_shown(view: BodyView, tmp_path: Path) -> None:
    """A large body is read from where it lies."""
    path = tmp_path / "body"
    path.write_bytes(b'{"big": true}')
    view.show_body(Body(size=13, sha256="0" * 64, content=None, path=path), JSON)

    assert ["{", '  "big": true', "}"] == rows(view)


def test_a_file_that_is_gone_is_named(view: BodyView, tmp_path: Path) -> None:
    """Where the file was removed the note says so."""
    view.show_body(Body(size=13, sha256="0" * 64, content=None, path=tmp_path / "gone"), JSON)

    assert "gone" in note(view)


def test_nothing_is_named(view: BodyView) -> None:
    """A capture without a body says that, and offers no kinds."""
    view.show_body(NO_BODY, Headers())

    assert "No body." == view._nothing.text()
    assert view._nothing.isVisible()


def test_a_kind_that_was_chosen_is_kept(view: BodyView) -> None:
    """Who likes the tree gets the tree of the next body, where there is one."""
    view.show_body(Body.of(b'{"a":1}'), JSON)
    view.choose("tree")
    view.show_body(Body.of(b"plain"), Headers())
    assert "text" == view.kind
    view.show_body(Body.of(b'{"b":1}'), JSON)

    assert "tree" == view.kind


def test_finds_with_the_keyboard(qtbot: QtBot, view: BodyView) -> None:
    """Ctrl+F, type, Enter, F3; Esc closes and what was found stays selected."""
    view.show_body(Body.of(b'{"a":"needle","b":1,"c":"Needle"}'), JSON)
    view.focus_body()
    qtbot.keyClick(view.text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(view._finder.field, "needle")
    qtbot.waitUntil(lambda: view.text.selection.start.row == 1)
    qtbot.keyClick(view._finder.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.text.selection.start.row == 3)
    qtbot.keyClick(view._finder.field, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: view.text.selection.start.row == 1)
    qtbot.keyClick(view._finder.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: view.text.selection.start.row == 3)
    qtbot.keyClick(view._finder.field, Qt.Key.Key_Escape)
    view.text.copy()

    assert "Needle" == QGuiApplication.clipboard().text()
    assert view._finder.isHidden()


def test_says_that_nothing_was_found(qtbot: QtBot, view: BodyView) -> None:
    """A search without a hit says so."""
    view.show_body(Body.of(b'{"a":1}'), JSON)
    view.find_in_body()
    qtbot.keyClicks(view._finder.field, "zzz")

    qtbot.waitUntil(lambda: view._finder._says.text() == "Not found")


def test_the_tree_makes_room_for_find(view: BodyView) -> None:
    """Find works on the text, also from the tree."""
    view.show_body(Body.of(b'{"a":1}'), JSON)
    view.choose("tree")
    view.find_in_body()

    assert "json" == view.kind


def test_zooms_with_the_keyboard(qtbot: QtBot, view: BodyView) -> None:
    """Ctrl++ and Ctrl+- and Ctrl+0."""
    view.show_body(Body.of(b'{"a":1}'), JSON)
    before = view.text.painter.height
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.text.painter.height > before
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.text.painter.height < before
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert before == view.text.painter.height


@pytest.mark.parametrize("kind", ["json", "tree", "text", "hex"])
def test_secrets_are_hidden_until_shown(qtbot: QtBot, view: BodyView, kind: str) -> None:
    """No kind shows the value of a secret key before Show was pressed."""
    view.show_body(Body.of(b'{"token":"s3cret-value","b":1}'), JSON, secret_keys=("token",))
    view.choose(kind)
    seen = "\n".join(view.text.painter.layout(row).text() for row in view.text.visible())

    assert "s3cret" not in seen or view._pages.currentWidget() is not view.text
    assert "Holds token" in note(view)
    qtbot.mouseClick(view._note._show, Qt.MouseButton.LeftButton)
    assert "" == note(view)
    view.choose("text")
    assert "s3cret" in rows(view)[0]


def test_a_large_body_that_is_no_json_is_named(qtbot: QtBot, view: BodyView) -> None:
    """Above the size that is checked, the note comes when all was read."""
    view.show_body(Body.of(b'{"a": [' + b'"x",' * 400_000), JSON)

    qtbot.waitUntil(lambda: "Not whole JSON" in note(view), timeout=20_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_text_is_painted_in_the_colours(qapp: object, view: BodyView, scheme: theme.Choice) -> None:
    """What the view really paints has the ground and the colours of the scheme."""
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    view.show_body(Body.of(samples.JSON_BODY), JSON)
    image = view.text.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(80)}

    assert theme.tokens().bg.name() in seen
    assert theme.tokens().key.name() in seen


def marked(view: BodyView) -> str:
    """What is marked in the text."""
    assert view.text.lines is not None
    return view.text.selection.text(view.text.lines)


def test_all_of_a_body_is_marked(qtbot: QtBot, view: BodyView) -> None:
    """As text, also where a tree was shown; a binary body as hex; an empty one not at all."""
    view.show_body(Body.of(samples.JSON_BODY), JSON)
    view.choose("tree")
    assert view.mark(None)
    assert marked(view) == samples.JSON_BODY.decode()

    view.show_body(Body.of(b"\x00\xff" * 40), Headers())
    assert view.mark(None)
    assert not view.text.selection.empty

    view.show_nothing()
    assert not view.mark(None)


def test_some_bytes_of_a_body_are_marked(view: BodyView) -> None:
    """Exactly these, in the text as it came."""
    body = '{"é": 1,\n "id": "evt_1"}'.encode()
    view.show_body(Body.of(body), JSON)
    start = body.index(b"evt_1")
    assert view.mark((start, start + 5))
    assert view.kind == "text"
    assert marked(view) == "evt_1"

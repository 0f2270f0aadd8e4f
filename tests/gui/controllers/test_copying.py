"""Captures onto the clipboard."""

from contextlib import closing

import pytest
from PySide6.QtGui import QGuiApplication

from inspector.core.capture import Arrival
from inspector.core.errors import UsageError
from inspector.core.paths import Paths
from inspector.core.verdict import Judgement
from inspector.formats.registry import find
from inspector.gui.controllers import copying as copies
from inspector.gui.controllers.copying import Copying, written
from inspector.gui.reader import CaptureReader
from inspector.store.store import Store
from tests.captures import capture_of, head_of, request_of
from tests.gui.stage import FakeEngine, Loop, asking_of, fill


def test_a_copy_is_the_formats_text_and_remembers_the_format(loop: Loop, paths: Paths) -> None:
    """The next copy without a name takes the same format."""
    with closing(fill(paths.store, 3)):
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        copying = Copying(asking, reader)

        async def copy(name: str) -> None:
            copying.copy((2,), name)

        loop.run(copy("raw"))
        loop.until(lambda: posted.texts)
        raw = QGuiApplication.clipboard().text()
        loop.run(copy(""))
        loop.until(lambda: len(posted.texts) == 2)
        reader.close()

    assert "POST /hooks HTTP/1.1" in raw
    assert QGuiApplication.clipboard().text() == raw
    assert posted.texts[0].startswith("1 capture copied as")


def test_a_senders_secret_is_named_before_it_is_copied(loop: Loop, paths: Paths) -> None:
    """The clipboard stays as it was until the user says so."""
    request = request_of(head_of(b"POST / HTTP/1.1", b"X-Gitlab-Token: t0ken"))
    judgement = Judgement(provider="gitlab", sensitive=("header:X-Gitlab-Token",))
    QGuiApplication.clipboard().setText("before")
    with closing(Store.open(paths.store)) as store:
        store.keep([Arrival(request=request, judgement=judgement)])
        reader = CaptureReader(paths.store)
        asking, posted = asking_of(FakeEngine())
        copying = Copying(asking, reader)

        async def copy() -> None:
            copying.copy((1,), "curl")

        loop.run(copy())
        loop.until(lambda: posted.notices)
        assert posted.texts == ["This holds X-Gitlab-Token, as it was sent."]
        assert QGuiApplication.clipboard().text() == "before"
        bare, whole = (act for _, act in posted.notices[0].actions)

        async def without() -> None:
            bare()

        loop.run(without())
        loop.until(lambda: len(posted.texts) == 2)
        assert posted.texts[1].endswith("without secrets.")
        assert "[redacted]" in QGuiApplication.clipboard().text()
        assert "t0ken" not in QGuiApplication.clipboard().text()
        whole()
        reader.close()

    assert "t0ken" in QGuiApplication.clipboard().text()


def test_what_is_too_large_goes_to_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to do instead."""
    monkeypatch.setattr(copies, "LARGEST", 10)
    capture = capture_of(head_of(b"POST / HTTP/1.1"), b"x" * 100)

    with pytest.raises(UsageError, match="export"):
        written([capture], find("raw"))

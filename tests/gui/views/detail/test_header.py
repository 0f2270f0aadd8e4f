"""The line above the pages."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.header import CaptureHeader
from tests.gui.views.detail import samples


@pytest.fixture
def header(qtbot: QtBot) -> CaptureHeader:
    """With a capture of GitHub."""
    header = CaptureHeader()
    qtbot.addWidget(header)
    header.show_capture(samples.capture(), samples.FACES("github"))
    return header


def test_names_the_target(header: CaptureHeader) -> None:
    """The button says where to; with no target it asks."""
    assert "Resend…" == header.resend.text()
    header.show_target("http://localhost:3000/a&b", ())
    assert "Resend to localhost:3000/a&&b" == header.resend.text()
    header.show_target("http://" + "long." * 40, ())

    assert len(header.resend.text()) < 60


def test_lists_each_target_once(header: CaptureHeader) -> None:
    """The named one first, recent ones behind it, Other… last."""
    header.show_target("http://a", ("http://b", "http://a", ""))

    texts = [action.text() for action in header.targets.menu().actions()]
    assert ["Resend to http://a", "Resend to http://b", "Other…"] == texts


def test_editing_is_one_click_away(header: CaptureHeader) -> None:
    """Beside Resend; both name their keys while these act."""
    wanted: list[None] = []
    header.edit_wanted.connect(lambda: wanted.append(None))
    header.edit.click()
    header.show_keys("R", "E")

    assert len(wanted) == 1
    assert (header.resend.key(), header.edit.key()) == ("R", "E")


def test_waits_while_it_sends(header: CaptureHeader) -> None:
    """Meanwhile the button says so and cannot be pressed."""
    header.show_target("http://a", ())
    header.show_busy("Sending to a…")
    assert ("Sending to a…", False) == (header.resend.text(), header.resend.isEnabled())
    header.show_busy("")

    assert ("Resend to a", True) == (header.resend.text(), header.resend.isEnabled())


def test_copy_names_the_format_used_last(header: CaptureHeader) -> None:
    """The first format names the button."""
    header.show_formats((("raw", "raw HTTP"), ("curl", "cURL")))

    assert "Copy as raw HTTP ▾" == header.copies.text()


def test_what_is_no_http_has_a_line_too(header: CaptureHeader) -> None:
    """Without a method or an event it says that."""
    strange = samples.capture(request=samples.request(method="", target=""), judgement=samples.judgement(event=None))
    header.show_capture(strange, samples.FACES(None))

    assert "no event" == header.event_label.text()
    assert "not HTTP" in header.about.text()

"""Whether the signature covers what is sent."""

from dataclasses import replace

import pytest

from inspector.core.verdict import Judgement, Status, Verdict
from inspector.gui.views.editing.edit_dialog import original_of
from inspector.gui.views.editing.signature_remark import signature_remark
from tests.captures import capture_of, head_of

CAPTURE = capture_of(head_of(b"POST /a HTTP/1.1", b"A: 1"), b"{}")
ORIGINAL = original_of(CAPTURE, b"{}")


def said(verdict: Verdict, *, body: bytes = b"{}", target: bytes = b"/a") -> str:
    """The remark on an edited capture with this verdict."""
    capture = replace(CAPTURE, judgement=Judgement(provider="stripe", verdict=verdict))
    edited = replace(ORIGINAL, body=body, draft=replace(ORIGINAL.draft, target=target))
    return signature_remark(capture, ORIGINAL, edited)


@pytest.mark.parametrize("status", ["valid", "invalid", "no-secret"])
def test_another_body_is_named_where_one_was_signed(status: Status) -> None:
    """And nothing where nothing was changed."""
    assert "The body differs" in said(Verdict(status=status), body=b"[]")
    assert said(Verdict(status=status)) == ""


def test_what_is_not_covered_may_change() -> None:
    """A body that is not signed, a path where no URL is, and everything of a request without a signature."""
    assert said(Verdict(status="valid", covers_body=False), body=b"[]") == ""
    assert said(Verdict(status="valid"), target=b"/b") == ""
    assert said(Verdict(status="unsigned"), body=b"[]") == ""
    assert "The path differs" in said(Verdict(status="valid", url="https://a/a", covers_body=False), target=b"/b")

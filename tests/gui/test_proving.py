"""The proof on the Signature page leads to Headers, Body and the dialog."""

from inspector.core.messages import ChangeSettings, Explain, Explanation
from inspector.core.proof import Proof, SignedPart
from inspector.gui.proving import show_part
from inspector.gui.views.app_check_dialog import AppCheckDialog
from inspector.gui.views.custom.scheme_dialog import SchemeDialog
from tests.gui.commands.conftest import Stage, stage

__all__ = ["stage"]

TOLD = Explanation(
    received="sig", expected="", signed="", scheme="", tried="", proof=Proof(snippets=(("python", "1"), ("go", "2")))
)


def test_parts_are_marked_where_they_stand(stage: Stage) -> None:
    """A header's value in Headers, the body whole, a value of it alone; what stands nowhere changes nothing."""
    stage.select(8)
    detail = stage.window.detail
    show_part(detail, SignedPart(text="x", what="x", size=1, place="header:content-type"))
    assert detail.page() == "headers"
    headers = detail.pages.headers
    assert [headers.fields.line(row.row()).lower() for row in headers.selectionModel().selectedRows()] == [
        "content-type: application/json"
    ]

    text = detail.body.text
    show_part(detail, SignedPart(text="", what="body", size=7, place="body"))
    assert not text.selection.empty
    show_part(detail, SignedPart(text="8", what="n", size=1, place="json:n", span=(5, 6)))
    assert text.lines is not None
    assert text.selection.text(text.lines) == "8"
    show_part(detail, SignedPart(text=".", what="", size=1))
    assert text.selection.text(text.lines) == "8"


def test_the_language_is_remembered(stage: Stage) -> None:
    """As a setting; another window that chose another is followed."""
    stage.engine.answers[Explain] = TOLD
    stage.select(8)
    snippet = stage.window.detail.pages.signature.proof.snippet
    stage.do(lambda: snippet.chosen.emit("go"))
    assert ChangeSettings(values=(("snippet_language", "go"),)) in stage.engine.asked
    assert stage.desk.habits.settings.snippet_language == "go"
    assert snippet.language == "go"


def test_the_button_opens_the_dialog(stage: Stage) -> None:
    """It is the same as the command."""
    stage.select(8)
    stage.do(stage.window.detail.pages.signature.app_check_wanted.emit)
    [dialog] = stage.window.findChildren(AppCheckDialog)
    assert dialog.isVisible()
    stage.do(dialog.reject)


def test_the_other_button_searches(stage: Stage) -> None:
    """Of a capture whose sender is not known it is the same as the command."""
    stage.select(9)
    stage.do(stage.window.detail.pages.signature.find_scheme_wanted.emit)
    [dialog] = stage.window.findChildren(SchemeDialog)
    assert dialog.isVisible()
    stage.do(dialog.reject)

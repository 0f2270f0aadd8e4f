"""The command that mends a failure."""

from inspector.core.mend import Mend
from inspector.core.messages import Explanation
from inspector.gui.commands.registry import find
from tests.gui.commands.conftest import Stage


def test_it_does_what_the_button_does(stage: Stage) -> None:
    """Here it turns to the bytes; the buttons of both pages trigger it."""
    stage.select(8)
    told = Explanation(received="", expected="", signed="", scheme="", tried="", mend=Mend(kind="bytes"))
    stage.do(lambda: stage.window.detail.show_explanation(8, told))
    stage.run("mend")
    stage.loop.settle()
    assert stage.window.detail.page() == "raw"

    possible = find("mend").possible
    assert possible is not None
    assert not possible(stage.desk), "the capture of this stage is no failure"

"""Stop, start and responses."""

from inspector.core.messages import SetResponse, StopListening
from inspector.gui.commands.registry import find
from inspector.gui.views.toolbar import STATUSES
from tests.gui.commands.conftest import Stage


def test_the_listener_is_stopped_and_answers_otherwise(stage: Stage) -> None:
    """The menu marks what senders are told."""
    stage.run("listen")
    stage.run("respond-503")
    stage.loop.until(lambda: len(stage.engine.asked) == 2)

    assert stage.engine.asked[0] == StopListening()
    assert isinstance(stage.engine.asked[1], SetResponse)
    told = {status: find(f"respond-{status}").checked for status in STATUSES}
    assert [status for status, checked in told.items() if checked is not None and checked(stage.desk)] == [200]

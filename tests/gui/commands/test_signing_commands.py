"""Send again with another signature: what the engine is asked."""

from inspector.core.sending_wishes import Resend
from tests.gui.commands.conftest import Stage


def test_signed_and_broken_go_to_the_named_target(stage: Stage) -> None:
    """The letter with Shift does the one, the submenu the other."""
    stage.engine.answers[Resend] = ()
    stage.select(5)
    stage.do(lambda: stage.desk.habits.name_target("3000"))
    for name in ("resend-signed", "resend-wrong-secret"):
        stage.run(name)
    stage.loop.until(lambda: sum(isinstance(wish, Resend) for wish in stage.engine.asked) == 2)

    assert [wish for wish in stage.engine.asked if isinstance(wish, Resend)] == [
        Resend(ids=(5,), target="3000", as_="signed"),
        Resend(ids=(5,), target="3000", as_="signed", broken="wrong-secret"),
    ]

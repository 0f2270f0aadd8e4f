"""The person's settings."""

from inspector.core.messages import ChangeSettings
from inspector.core.settings import Settings
from inspector.gui.controllers.habits import MOST_RECENT, Habits
from tests.gui.stage import FakeEngine, Loop, asking_of


def test_changes_count_at_once_and_are_written_by_the_engine(loop: Loop) -> None:
    """Theme, targets and agreements are kept under the names of the settings."""
    engine = FakeEngine()
    habits = Habits(Settings(), asking_of(engine)[0])
    changes: list[bool] = []
    habits.changed.connect(lambda: changes.append(True))

    async def main() -> None:
        habits.choose_theme("dark")
        habits.allow_single_keys(False)
        habits.confirm_target("https://example.com")
        habits.confirm_target("https://example.com")
        for number in range(10):
            habits.name_target(f"localhost:{number}")
        habits.name_target("localhost:9")

    loop.run(main())
    loop.until(lambda: len(engine.asked) == 13)

    assert habits.settings.theme == "dark"
    assert not habits.settings.single_keys
    assert habits.settings.confirmed_targets == ("https://example.com",)
    assert habits.settings.target == "localhost:9"
    assert len(habits.settings.recent_targets) == MOST_RECENT
    assert engine.asked[0] == ChangeSettings(values=(("theme", "dark"),))
    assert len(changes) == 13

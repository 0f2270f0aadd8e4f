"""The person's settings."""

import asyncio
from dataclasses import replace
from pathlib import Path

from inspector import settings_file
from inspector.core.errors import ResourceError
from inspector.core.messages import ChangeSettings
from inspector.core.settings import Settings
from inspector.core.wishes import Answer, Wish
from inspector.gui.controllers.habits import MOST_RECENT, Habits
from tests.gui.stage import FakeEngine, Loop, asking_of, until


class NoPort(FakeEngine):
    """Takes every setting but a port."""

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """Refuses the port."""
        await super().ask(wish, seconds=seconds)
        if isinstance(wish, ChangeSettings) and "port" in dict(wish.values):
            raise ResourceError("Port 1 is taken.")
        return None


class Slow(FakeEngine):
    """Answers when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = asyncio.Event()

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """Wait, then answer."""
        await self.may_answer.wait()
        return await super().ask(wish, seconds=seconds)


def test_changes_count_at_once_and_are_written_by_the_engine(loop: Loop) -> None:
    """Theme, keys, targets and agreements are kept under the names of the settings."""
    engine = FakeEngine()
    habits = Habits(Settings(), asking_of(engine)[0])
    changes: list[bool] = []
    habits.changed.connect(lambda: changes.append(True))

    async def main() -> None:
        habits.choose_theme("dark")
        habits.allow_single_keys(False)
        habits.choose_keys(("pin=Ctrl+P",))
        habits.confirm_target("https://example.com")
        habits.confirm_target("https://example.com")
        for number in range(10):
            habits.name_target(f"localhost:{number}")
        habits.name_target("localhost:9")

    loop.run(main())
    loop.until(lambda: len(engine.asked) == 14)

    assert habits.settings.theme == "dark"
    assert not habits.settings.single_keys
    assert habits.settings.keys == ("pin=Ctrl+P",)
    assert habits.settings.confirmed_targets == ("https://example.com",)
    assert habits.settings.target == "localhost:9"
    assert len(habits.settings.recent_targets) == MOST_RECENT
    assert engine.asked[0] == ChangeSettings(values=(("theme", "dark"),))
    assert len(changes) == 14


def test_what_the_engine_refuses_does_not_count(loop: Loop) -> None:
    """The value of before is back, and the sentence goes where it was asked for, else into a notice."""
    engine = FakeEngine(answers={ChangeSettings: ResourceError("Port 1 is taken.")})
    asking, posted = asking_of(engine)
    habits = Habits(Settings(), asking)
    refused: list[str] = []
    seen: list[int] = []
    agreed: list[frozenset[str]] = []
    habits.agreed.connect(agreed.append)
    habits.settled.connect(lambda settings: seen.append(settings.port))

    async def main() -> None:
        habits.change({"port": 1}, refused.append)

    loop.run(main())
    loop.until(lambda: refused)
    assert (refused, seen, habits.settings, posted.texts) == (["Port 1 is taken."], [1, 8765], Settings(), [])

    async def again() -> None:
        habits.choose_theme("dark")

    loop.run(again())
    loop.until(lambda: posted.texts)
    assert posted.texts == ["Port 1 is taken."]
    assert (habits.settings, agreed) == (Settings(), [])
    engine.answers.clear()
    loop.run(again())
    loop.until(lambda: agreed)
    assert agreed == [frozenset({"theme"})]


def test_a_refusal_leaves_what_was_chosen_since(loop: Loop) -> None:
    """Only what still has the refused value goes back."""
    engine = NoPort()
    asking, posted = asking_of(engine)
    habits = Habits(Settings(), asking)

    async def main() -> None:
        habits.change({"theme": "dark", "port": 1})
        habits.choose_theme("light")

    loop.run(main())
    loop.until(lambda: posted.texts and len(engine.asked) == 2)
    assert (habits.settings.theme, habits.settings.port) == ("light", Settings().port)


def test_what_others_write_is_read(loop: Loop, tmp_path: Path) -> None:
    """When the engine counts on, the file is read again; the first count says nothing new."""
    file = tmp_path / "settings.toml"
    habits = Habits(Settings(), asking_of(FakeEngine())[0])
    seen: list[Settings] = []
    habits.settled.connect(seen.append)
    settings_file.change(file, lambda settings: replace(settings, theme="dark"))

    async def hear(count: int) -> None:
        habits.follow(file, count)

    loop.run(hear(4))
    loop.run(hear(4))
    loop.pause()
    assert seen == []
    loop.run(hear(5))
    loop.until(lambda: seen)
    assert habits.settings.theme == "dark"


def test_what_somebody_else_writes_meanwhile_is_read_behind_the_own_change(loop: Loop, tmp_path: Path) -> None:
    """The engine may tell of both at once, before it answers."""
    file = tmp_path / "settings.toml"
    engine = Slow()
    habits = Habits(Settings(), asking_of(engine)[0])
    habits.follow(file, 1)

    async def main() -> None:
        habits.choose_theme("dark")
        settings_file.change(file, lambda settings: replace(settings, theme="dark", target="localhost:9"))
        habits.follow(file, 2)
        await until(lambda: habits._unread is not None)
        engine.may_answer.set()

    loop.run(main())
    loop.until(lambda: habits.settings.target == "localhost:9")
    assert habits.settings.theme == "dark"

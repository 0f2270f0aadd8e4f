"""Secrets that the user gives."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from inspector.core.errors import UsageError
from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.core.secret_wishes import AddSecret, RemoveSecret, SecretAdded
from inspector.gui.controllers import secret_giving
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.passphrases import Passphrases
from inspector.gui.controllers.secret_giving import SecretGiving, free_name, kept_words, read_given
from tests.gui.stage import FakeEngine, Loop, asking_of


@dataclass
class Shown:
    """What the detail is told."""

    busy: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def show_busy(self, what: str) -> None:
        """Note it."""
        self.busy.append(what)

    def show_secret_remark(self, text: str) -> None:
        """Note it."""
        self.remarks.append(text)


def giving_of(asking: Asking, shown: Shown) -> SecretGiving:
    """What is tested, with no window to ask in."""
    return SecretGiving(asking, shown, Passphrases(asking, QWidget()))


def give(loop: Loop, giving: SecretGiving, provider: str, name: str, value: str) -> None:
    """Give a secret inside the loop."""

    async def main() -> None:
        giving.give(provider, name, value)

    loop.run(main())


def test_a_pasted_secret_is_named_and_checked(loop: Loop) -> None:
    """The notice says where it is kept and, where that takes long, how many captures are being checked with it."""
    health = Health(secrets=(SecretName(provider="stripe", name="default"),))
    engine = FakeEngine(health=health, answers={AddSecret: SecretAdded(kept="keyring", judged_again=87)})
    asking, posted = asking_of(engine)
    shown = Shown()

    give(loop, giving_of(asking, shown), "stripe", "", "whsec_x")
    loop.until(lambda: posted.texts)

    assert engine.asked == [AddSecret(provider="stripe", name="default-2", value="whsec_x")]
    assert posted.texts == [
        "87 captures are checked with it. The secret is kept as “default-2”, in the system keyring."
    ]
    assert shown.busy == ["Checking…", ""]


def test_what_is_wrong_stands_under_the_field(loop: Loop) -> None:
    """A refusal and a missing variable are said where the secret was pasted."""
    engine = FakeEngine(answers={AddSecret: UsageError("A secret needs a value.")})
    shown = Shown()
    giving = giving_of(asking_of(engine)[0], shown)

    give(loop, giving, "stripe", "x", "env:NOBODY_SET_THIS")
    loop.until(lambda: any("NOBODY_SET_THIS" in text for text in shown.remarks))
    give(loop, giving, "stripe", "x", "y")
    loop.until(lambda: "A secret needs a value." in shown.remarks)

    assert shown.busy[-1] == ""


def test_variables_and_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file's content is taken as it is: its last line break may be the very cause of a failure."""
    monkeypatch.setenv("MY_SECRET", "whsec_y")
    file = tmp_path / "secret"
    file.write_bytes(b"abc\n")

    assert read_given("env:MY_SECRET") == "whsec_y"
    assert read_given(f"file:{file}") == "abc\n"
    assert read_given("whsec_z") == "whsec_z"
    with pytest.raises(UsageError):
        read_given("file:/nowhere/at/all")


def test_names_and_places() -> None:
    """A name that is free is found, and places are words."""
    known = [SecretName(provider="github", name="default"), SecretName(provider="stripe", name="other")]

    assert free_name("stripe", known) == "default"
    assert free_name("github", known) == "default-2"
    assert kept_words("session") == "until the program ends"


def test_a_secret_that_matches_nothing_can_be_forgotten_and_is_replaced(loop: Loop) -> None:
    """The next one takes its name and its place; once one matched, another gets a name of its own."""
    known = (SecretName(provider="stripe", name="default", kept="session"),)
    engine = FakeEngine(answers={AddSecret: SecretAdded(kept="session", judged_again=2, matched=0)})
    asking, posted = asking_of(engine)
    giving = giving_of(asking, Shown())

    give(loop, giving, "stripe", "", "whsec_wrong")
    loop.until(lambda: posted.texts)
    [notice] = posted.notices
    assert notice.text == "Checked 2 captures: none matches. The secret is kept as “default”, until the program ends."
    assert (notice.kind, notice.seconds) == ("warns", None)
    [(label, forget)] = notice.actions
    assert label == "Forget it"

    engine.health = Health(secrets=known)
    engine.answers[AddSecret] = SecretAdded(kept="session", judged_again=2, matched=2)
    give(loop, giving, "stripe", "", "whsec_x")
    loop.until(lambda: len(posted.notices) == 2)
    assert posted.texts[1].startswith("Checked 2 captures: 2 match. The secret is kept as “default”,")
    assert posted.texts[1].endswith("It takes the place of the “default” of before, which matched nothing.")
    assert [label for label, _ in posted.notices[1].actions] == ["Keep it…"]
    give(loop, giving, "stripe", "", "whsec_y")
    loop.until(lambda: len(posted.notices) == 3)
    assert [wish.name for wish in engine.asked if isinstance(wish, AddSecret)] == ["default", "default", "default-2"]

    async def act() -> None:
        forget()

    loop.run(act())
    loop.until(lambda: RemoveSecret(provider="stripe", name="default") in engine.asked)


def test_one_that_was_forgotten_is_not_replaced(loop: Loop) -> None:
    """Nor is one that was given under a name, or one of another provider."""
    engine = FakeEngine(answers={AddSecret: SecretAdded(kept="session", judged_again=1, matched=0)})
    asking, posted = asking_of(engine)
    giving = giving_of(asking, Shown())
    for number, (provider, name) in enumerate((("stripe", "mine"), ("github", ""), ("github", "")), start=1):
        give(loop, giving, provider, name, "x")
        loop.until(lambda: len(posted.notices) == number)  # noqa: B023 (it is over before the next round)
    engine.health = Health(secrets=(SecretName(provider="stripe", name="mine"),))
    give(loop, giving, "stripe", "", "y")
    loop.until(lambda: len(posted.notices) == 4)

    assert not any("takes the place" in text for text in posted.texts)
    assert engine.asked[-1] == AddSecret(provider="stripe", name="default", value="y")


def test_one_that_was_given_some_time_ago_is_not_replaced(loop: Loop, monkeypatch: pytest.MonkeyPatch) -> None:
    """What came meanwhile may match it."""
    monkeypatch.setattr(secret_giving, "TRYING", 0.0)
    engine = FakeEngine(answers={AddSecret: SecretAdded(kept="session", judged_again=1, matched=0)})
    asking, posted = asking_of(engine)
    giving = giving_of(asking, Shown())
    give(loop, giving, "stripe", "", "x")
    loop.until(lambda: len(posted.notices) == 1)
    engine.health = Health(secrets=(SecretName(provider="stripe", name="default"),))
    give(loop, giving, "stripe", "", "y")
    loop.until(lambda: len(posted.notices) == 2)

    assert engine.asked[-1] == AddSecret(provider="stripe", name="default-2", value="y")


def test_another_public_url_takes_back_that_nothing_matched(loop: Loop) -> None:
    """Signatures that cover a URL match then; the same URL again, or a secret that matched, changes nothing."""
    engine = FakeEngine(answers={AddSecret: SecretAdded(kept="session", judged_again=1, matched=0)})
    asking, posted = asking_of(engine)
    giving = giving_of(asking, Shown())
    give(loop, giving, "twilio", "", "x")
    loop.until(lambda: len(posted.notices) == 1)
    engine.health = Health(secrets=(SecretName(provider="twilio", name="default"),))

    giving.signed_under("")
    assert posted.withdrawn == []
    giving.signed_under("https://far.example")
    assert posted.withdrawn == ["secret"]

    engine.answers[AddSecret] = SecretAdded(kept="session", judged_again=1, matched=1)
    give(loop, giving, "twilio", "", "y")
    loop.until(lambda: len(posted.notices) == 2)
    assert engine.asked[-1] == AddSecret(provider="twilio", name="default-2", value="y")
    giving.signed_under("https://farther.example")
    assert posted.withdrawn == ["secret"]

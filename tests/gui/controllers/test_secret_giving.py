"""Secrets that the user gives."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.core.messages import AddSecret, Health, SecretAdded
from inspector.core.secret import SecretName
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


def give(loop: Loop, giving: SecretGiving, provider: str, name: str, value: str) -> None:
    """Give a secret inside the loop."""

    async def main() -> None:
        giving.give(provider, name, value)

    loop.run(main())


def test_a_pasted_secret_is_named_and_checked(loop: Loop) -> None:
    """The notice says where it is kept and how many captures are checked with it."""
    health = Health(secrets=(SecretName(provider="stripe", name="default"),))
    engine = FakeEngine(health=health, answers={AddSecret: SecretAdded(kept="keyring", judged_again=87)})
    asking, posted = asking_of(engine)
    shown = Shown()

    give(loop, SecretGiving(asking, shown), "stripe", "", "whsec_x")
    loop.until(lambda: posted.texts)

    assert engine.asked == [AddSecret(provider="stripe", name="default-2", value="whsec_x")]
    assert posted.texts == ["Secret kept: in the system keyring. 87 captures are checked with it."]
    assert shown.busy == ["Checking…", ""]


def test_what_is_wrong_stands_under_the_field(loop: Loop) -> None:
    """A refusal and a missing variable are said where the secret was pasted."""
    engine = FakeEngine(answers={AddSecret: UsageError("A secret needs a value.")})
    shown = Shown()
    giving = SecretGiving(asking_of(engine)[0], shown)

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

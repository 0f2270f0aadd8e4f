"""Opening the places where secrets lie."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.core.errors import UsageError
from inspector.core.messages import Health
from inspector.core.secret import Keeping
from inspector.core.secret_wishes import ChangePassphrase, UnlockSecrets
from inspector.gui.controllers.passphrases import Passphrases
from inspector.gui.views.passphrase_dialog import PassphraseDialog
from tests.gui.stage import FakeEngine, Loop, asking_of

LOCKED = Health(keeping=Keeping(keyring="none", file="locked", unread=2))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Over what the dialogs open."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def opened(window: QWidget) -> PassphraseDialog:
    """The dialog that is open."""
    dialog = window.findChild(PassphraseDialog)
    assert dialog is not None
    return dialog


def test_what_waits_goes_on_once_the_file_is_open(loop: Loop, window: QWidget) -> None:
    """A wrong passphrase is said in the dialog, which stays."""
    engine = FakeEngine(health=LOCKED, answers={UnlockSecrets: UsageError("It does not open.")})
    passphrases = Passphrases(asking_of(engine)[0], window)
    done: list[bool] = []

    async def give(text: str) -> None:
        dialog = opened(window)
        dialog.now.setText(text)
        dialog.yes.click()

    passphrases.open(lambda: done.append(True))
    loop.run(give("wrong"))
    loop.until(lambda: opened(window).remark.text() == "It does not open.")
    assert done == []
    del engine.answers[UnlockSecrets]
    loop.run(give("right"))
    loop.until(lambda: done)

    assert engine.asked == [UnlockSecrets(passphrase="wrong"), UnlockSecrets(passphrase="right")]
    loop.until(lambda: window.findChild(PassphraseDialog) is None)


def test_an_open_file_asks_nobody(loop: Loop, window: QWidget) -> None:
    """What waits goes on at once."""
    engine = FakeEngine(health=Health(keeping=Keeping(file="open")))
    done: list[bool] = []
    Passphrases(asking_of(engine)[0], window).open(lambda: done.append(True))

    assert done == [True]
    assert window.findChild(PassphraseDialog) is None


def test_a_new_file_and_another_passphrase(loop: Loop, window: QWidget) -> None:
    """Each asks for what it needs."""
    engine = FakeEngine()
    asking, posted = asking_of(engine)
    passphrases = Passphrases(asking, window)

    async def give(now: str, new: str) -> None:
        dialog = next(one for one in window.findChildren(PassphraseDialog) if one.isVisible())
        dialog.now.setText(now)
        dialog.new.setText(new)
        dialog.again.setText(new)
        dialog.yes.click()

    passphrases.open()
    loop.run(give("", "one and only"))
    loop.until(lambda: engine.asked == [UnlockSecrets(passphrase="one and only")])
    loop.settle()
    passphrases.change()
    loop.run(give("one and only", "another one"))
    loop.until(lambda: posted.texts)

    assert engine.asked[1:] == [ChangePassphrase(old="one and only", new="another one")]
    assert posted.texts == ["The new passphrase counts from now on."]


def test_locked_secrets_are_told_once(loop: Loop, window: QWidget) -> None:
    """With what opens them; the notice goes when they can be read."""
    engine = FakeEngine(health=LOCKED)
    asking, posted = asking_of(engine)
    passphrases = Passphrases(asking, window)
    passphrases.hear(LOCKED)
    passphrases.hear(LOCKED)

    assert posted.texts == ["2 secrets are locked; captures are not checked with them."]
    [(label, act)] = posted.notices[0].actions
    act()
    assert (label, opened(window).asks) == ("Unlock…", "open")
    passphrases.hear(Health(keeping=Keeping(keyring="none", file="open")))
    assert posted.withdrawn == ["locked"]


def test_a_locked_keyring_asks_by_itself(loop: Loop, window: QWidget) -> None:
    """The system's own question; no passphrase of ours."""
    engine = FakeEngine()
    asking, posted = asking_of(engine)
    passphrases = Passphrases(asking, window)
    passphrases.hear(Health(keeping=Keeping(keyring="locked", unread=1)))

    async def act() -> None:
        posted.notices[0].actions[0][1]()

    loop.run(act())
    loop.until(lambda: engine.asked == [UnlockSecrets(passphrase=None)])
    assert window.findChild(PassphraseDialog) is None

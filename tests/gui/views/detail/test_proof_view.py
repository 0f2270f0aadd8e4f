"""The proof of a verdict with recipe, parts and code."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.core.proof import Proof, SignedPart
from inspector.gui.views.detail.difference import WholeText
from inspector.gui.views.detail.proof_view import ProofView, shortened
from tests.gui.views.detail import samples

HASH = "0123" + "a" * 56 + "cdef"
PROOF = Proof(
    words="HMAC-SHA256 of the body, with the secret as key.",
    formula="hex(HMAC-SHA256(secret “staging”, body of 9 bytes))",
    parts=(SignedPart(text="", what="body", size=9, place="body"),),
    size=9,
    sha256=HASH,
    secret="staging",
    age="2 s before it arrived; Stripe allows 5 min.",
    sources=("https://docs.example/webhooks", "library 1.2"),
    doubts=("the User-Agent",),
    snippets=(("python", "print(1)"),),
)
TOLD = replace(samples.EXPLANATION, proof=PROOF)


@pytest.fixture
def view(qtbot: QtBot) -> ProofView:
    """In sight."""
    view = ProofView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    return view


def test_everything_is_shown(qtbot: QtBot, view: ProofView) -> None:
    """Recipe, age, secret and sources stand there, with number and hash of the bytes, and all of it can be copied."""
    view.show_explanation(TOLD)

    def texts() -> str:
        return "\n".join(label.text() for label in view.findChildren(QLabel) if not label.isHidden())

    qtbot.waitUntil(lambda: PROOF.words in texts())
    for text in (PROOF.words, PROOF.secret, PROOF.age, "the User-Agent", "9 bytes · SHA-256 0123…cdef"):
        assert text in texts()
    assert f"In all: 9 bytes · SHA-256 {HASH}" in view.lines()
    assert f"Formula: {PROOF.formula}" in view.lines()
    assert "Sources: https://docs.example/webhooks; library 1.2" in view.lines()
    assert not any("↓" in whole.text() for whole in view.findChildren(WholeText))
    assert not view.snippet.isHidden()


def test_a_click_on_a_part(view: ProofView) -> None:
    """It leaves as a signal with the part."""
    view.show_explanation(TOLD)
    wanted: list[SignedPart] = []
    view.part_wanted.connect(wanted.append)
    assert view.parts is not None
    QTest.mouseClick(view.parts.buttons()[0], Qt.MouseButton.LeftButton)

    assert wanted == list(PROOF.parts)


def test_without_a_proof(view: ProofView) -> None:
    """What is known is shown, and no code of the capture before stays."""
    view.show_explanation(TOLD)
    view.show_explanation(samples.EXPLANATION)
    assert f"Signed: {samples.EXPLANATION.signed}" in view.lines()
    assert view.snippet.isHidden()

    view.show_explanation(None)
    assert view.lines() == []


def test_a_hash_is_shortened() -> None:
    """Its ends are enough for the eye."""
    assert shortened(f"SHA-256 {HASH}.") == "SHA-256 0123…cdef."

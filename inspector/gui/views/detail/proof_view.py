"""The proof behind a verdict: digests, what was signed in which parts, the recipe, and code that does the same."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from inspector.core.messages import Explanation
from inspector.core.proof import Proof
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.difference import WholeText, pair
from inspector.gui.views.detail.fields import LONGEST_WORD, Fields
from inspector.gui.views.detail.signed_parts import SignedParts
from inspector.gui.views.detail.snippet_box import SnippetBox

SHA256 = re.compile(r"\b([0-9a-f]{4})[0-9a-f]{56}([0-9a-f]{4})\b")


class ProofView(QWidget):
    """Fields, and below them the snippet. `part_wanted` carries a SignedPart that was clicked."""

    copied = Signal(str)
    part_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: list[tuple[str, str]] = []
        self._fields = Fields(self)
        self._fields.copied.connect(self.copied)
        self.parts: SignedParts | None = None
        """The parts of the message that is shown."""
        self.snippet = SnippetBox(self)
        self.snippet.copied.connect(self.copied)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._fields)
        column.addWidget(self.snippet)
        self.snippet.hide()

    def show_explanation(self, told: Explanation | None) -> None:
        """Show another proof, or none yet."""
        self._fields.clear()
        self._said = []
        self.parts = None
        self.snippet.show_snippets((), "")
        if told is None:
            return
        self._add_digests(told)
        proof = told.proof
        if proof is None:
            self._add_wrapped(self.tr("Signed"), told.signed)
            self._add_whole(self.tr("Scheme"), told.scheme)
        else:
            self._add_proof(told, proof)
        self._add(self.tr("Tried"), told.tried)
        if proof is not None:
            self._add_lines(self.tr("Sources"), proof.sources)
            self._add_lines(self.tr("Not confirmed"), proof.doubts)
            self.snippet.show_snippets(proof.snippets, proof.no_snippet)

    def lines(self) -> list[str]:
        """Each value with its name, for the clipboard."""
        return [f"{name}: {value}" for name, value in self._said]

    def _add_digests(self, told: Explanation) -> None:
        if told.expected and told.expected != told.received:
            received, expected = pair(told.received, told.expected)
            self._put(self.tr("Received"), received, told.received)
            self._put(self.tr("Expected"), expected, told.expected)
        else:
            self._add_whole(self.tr("Received"), told.received)
            if told.expected:
                self._said.append((self.tr("Expected"), told.expected))

    def _add_proof(self, told: Explanation, proof: Proof) -> None:
        if proof.parts:
            self.parts = SignedParts()
            self.parts.show_parts(proof.parts)
            self.parts.part_wanted.connect(self.part_wanted)
            self._fields.add_widget(self.tr("Signed"), self.parts)
        if proof.sha256:
            text = words.plural("1 byte", "%Ln bytes", proof.size) + f" · SHA-256 {proof.sha256}"
            self._add_wrapped(self.tr("In all") if proof.parts else self.tr("Signed"), text)
        elif not proof.parts:
            self._add_wrapped(self.tr("Signed"), told.signed)
        self._add_wrapped(self.tr("Recipe"), proof.words)
        self._add_whole(self.tr("Formula"), proof.formula)
        if not proof.formula:
            self._add_whole(self.tr("Scheme"), told.scheme)
        self._add(self.tr("Secret"), proof.secret)
        self._add(self.tr("Signed at"), proof.age)

    def _add(self, name: str, value: str) -> None:
        if value:
            self._said.append((name, value))
            self._fields.add(name, value)

    def _add_lines(self, name: str, lines: Sequence[str]) -> None:
        # Text with a long word breaks anywhere, and shows a mark where a line ends.
        long = any(len(word) > LONGEST_WORD for line in lines for word in line.split())
        self._add(name, ("; " if long else "\n").join(lines))

    def _add_whole(self, name: str, value: str) -> None:
        if value:
            self._put(name, WholeText(value), value)

    def _add_wrapped(self, name: str, value: str) -> None:
        if not value:
            return
        label = PlainLabel(shortened(value), selectable=True)
        label.setWordWrap(True)
        label.setToolTip(plain.tooltip(value))
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._put(name, label, value)

    def _put(self, name: str, widget: QWidget, value: str) -> None:
        self._said.append((name, value))
        self._fields.add_widget(name, widget, copy=value)


def shortened(signed: str) -> str:
    """What was signed with the ends of its hash; the whole of it is in the tool tip and on the clipboard."""
    return SHA256.sub(r"\1…\2", signed)

"""Describes a provider of the user's own, and tries the description on a capture while it is typed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inspector.core.custom_wishes import Trial
from inspector.core.recipe import Recipe
from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.custom.recipe_form import RecipeForm
from inspector.gui.views.custom.trial_view import TrialView
from inspector.gui.views.editing.problem_line import ProblemLine

PAUSE = 200
"""Milliseconds without a key after which the recipe is tried."""
LONGEST = 64 * 1024
MOST = 2**31 - 1


class RecipeDialog(QDialog):
    """`trial_wanted` carries a recipe, a capture's id or None, and a secret."""

    trial_wanted = Signal(object, object, str)
    save_wanted = Signal(object, str, str)
    """Recipe, the name that it replaces, and a secret to keep for it; empty for none."""

    def __init__(
        self, recipe: Recipe, *, replaces: str = "", capture: int | None = None, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit your provider") if replaces else self.tr("A provider of your own"))
        self._replaces = replaces
        self._sound = False
        self._typed_in = False
        self.form = RecipeForm(self)
        self.capture = QLineEdit(self)
        self.capture.setValidator(QIntValidator(1, MOST, self))
        self.capture.setAccessibleName(self.tr("Number of the capture to try it on"))
        self.capture.setPlaceholderText("#")
        self.capture.setFixedWidth(theme.px(80))
        self.capture.setText("" if capture is None else str(capture))
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setMaxLength(LONGEST)
        self.secret.setAccessibleName(self.tr("Secret to try it with"))
        self.secret.setPlaceholderText(self.tr("secret; empty: those kept"))
        self.trial = TrialView(self)
        self.problem = ProblemLine(self)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._try)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        self.save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        theme.set_role(self.save, "primary")
        self._lay_out()
        self.form.show_recipe(recipe)
        self.form.changed.connect(self._typed)
        self.capture.textChanged.connect(self._typed)
        self.secret.textChanged.connect(self._typed)
        self._enable()
        self.form.name.setFocus()
        self.form.name.selectAll()

    def start(self) -> None:
        """Try what stands there at once."""
        self._try()

    def show_trial(self, trial: Trial) -> None:
        """Show what the recipe says of the capture."""
        self._sound = not trial.problem or trial.where == "id"
        # A name that nobody could type yet is no mistake; the sentence says that it is missing.
        untouched = trial.where == "name" and not self._typed_in and not self.form.recipe.name
        self.form.mark("" if self._sound or untouched else trial.where)
        self.trial.show_trial(trial, tried=self._chosen() is not None)
        self._enable()

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be tried or kept."""
        self.problem.say(sentence)
        self._enable()

    def _typed(self) -> None:
        self._typed_in = True
        self.problem.say("")
        self._soon.start()

    def _chosen(self) -> int | None:
        text = self.capture.text()
        return int(text) if text.isdecimal() else None

    def _try(self) -> None:
        self._soon.stop()
        self.trial_wanted.emit(self.form.recipe, self._chosen(), self.secret.text())

    def _save(self) -> None:
        if self.save.isEnabled():
            self.save.setEnabled(False)
            self.save_wanted.emit(self.form.recipe, self._replaces, self.secret.text())

    def _enable(self) -> None:
        self.save.setEnabled(self._sound)

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(theme.px(2), theme.px(2), theme.px(14), theme.px(2))
        inner.addWidget(self.form)
        scroll.setWidget(inside)
        right = QVBoxLayout()
        right.setSpacing(theme.px(10))
        row = QHBoxLayout()
        row.addWidget(PlainLabel(self.tr("Try it on capture"), role="muted"))
        row.addWidget(self.capture)
        row.addWidget(PlainLabel(self.tr("with"), role="muted"))
        row.addWidget(self.secret, 1)
        right.addLayout(row)
        right.addWidget(self.trial, 1)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(18))
        columns.addWidget(scroll, 1)
        columns.addLayout(right, 1)
        hint = PlainLabel(
            self.tr(
                "Places are header:Name, json:path, form:name, query:name; field:t is a pair beside the signature."
            ),
            role="muted",
        )
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self._buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(theme.px(16),) * 4)
        whole.setSpacing(theme.px(12))
        whole.addLayout(columns, 1)
        whole.addWidget(self.problem)
        whole.addLayout(foot)
        self.resize(theme.px(980), theme.px(600))

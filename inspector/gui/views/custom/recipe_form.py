"""The fields of a provider of the user's own: how it is recognised, how it signs, where event and ids stand."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from inspector.core.recipe import Recipe
from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.choice_box import ChoiceBox

LONGEST = 500
A_YEAR = 366 * 86_400
PREFIXED = ("single", "list", "jwt")
ITSELF = ("basic", "jwt")
"""Forms that say by themselves how the signature is made."""
ASYMMETRIC = ("ed25519", "ecdsa-sha256", "rsa-sha256", "rsa-sha1")
NARROW = 9
"""Characters of the choices, so that the form is not as wide as the longest of them."""


class RecipeForm(QWidget):
    """`changed` after every key; `recipe` is what stands there, right or wrong."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self.name = self._line(self.tr("Name"), "acme")
        self.recognise = QPlainTextEdit(self)
        self.recognise.setProperty("field", True)
        self.recognise.setFont(theme.mono_font())
        self.recognise.setTabChangesFocus(True)
        self.recognise.setFixedHeight(theme.px(52))
        self.recognise.setAccessibleName(self.tr("Recognised by, a condition a line"))
        self.recognise.setPlaceholderText("header:X-Acme-Signature\npath=/hooks/acme*")
        self.recognise.textChanged.connect(self.changed)
        self.signature = self._line(self.tr("Where the signature stands"), "header:X-Acme-Signature")
        self.form = self._choice(
            self.tr("How the signature stands there"),
            [
                ("single", self.tr("the value alone")),
                ("pairs", self.tr("name=value pairs")),
                ("list", self.tr("a list")),
                ("basic", self.tr("name and password (Basic)")),
                ("jwt", self.tr("a JSON Web Token")),
            ],
        )
        self.prefix = self._line(self.tr("What stands before it"), "sha256=")
        self.field = self._line(self.tr("Name of the pair that is the signature"), "v1")
        self.separator = self._line(self.tr("Separator"), ",")
        self.message = self._line(self.tr("What is signed"), "{timestamp}.{body}")
        self.digest = self._choice(self.tr("Digest"), _digests(self))
        encodings = [("hex", "hex"), ("upper hex", "HEX"), ("base64", "base64"), ("base64url", "base64url")]
        self.encoding = self._choice(self.tr("How the digest is written"), encodings)
        self.key = self._choice(self.tr("How the secret becomes a key"), _keys(self))
        self.timestamp = self._line(self.tr("Where the time stands"), "header:X-Acme-Time")
        self.unit = self._choice(
            self.tr("Unit of the time"),
            [
                ("s", self.tr("seconds")),
                ("ms", self.tr("ms")),
                ("s or ms", self.tr("s or ms")),
                ("iso8601", "ISO 8601"),
            ],
        )
        self.tolerance = self._line(self.tr("Seconds that it may be away from the arrival"), self.tr("any"))
        self.tolerance.setValidator(QIntValidator(0, A_YEAR, self))
        self.event_place = self._line(self.tr("Where the event stands"), "json:type")
        self.id_place = self._line(self.tr("Where the delivery id stands"), "header:X-Acme-Id")
        self.message.setText("{body}")
        self._lay_out()
        self.changed.connect(self._arrange)
        self._arrange()

    @property
    def recipe(self) -> Recipe:
        """What stands in the fields."""
        conditions = tuple(text.strip() for text in self.recognise.toPlainText().splitlines() if text.strip())
        return Recipe(
            name=self.name.text().strip(),
            recognise=conditions,
            signature=self.signature.text().strip(),
            form=str(self.form.currentData()),
            prefix=self.prefix.text(),
            field=self.field.text().strip(),
            separator=self.separator.text(),
            message=self.message.text(),
            digest=str(self.digest.currentData()),
            encoding=str(self.encoding.currentData()),
            key=str(self.key.currentData()),
            timestamp=self.timestamp.text().strip(),
            unit=str(self.unit.currentData()),
            tolerance=float(self.tolerance.text() or 0),
            event=self.event_place.text().strip(),
            delivery_id=self.id_place.text().strip(),
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Fill the fields."""
        self.blockSignals(True)
        self.recognise.setPlainText("\n".join(recipe.recognise))
        for name in ("name", "signature", "prefix", "field", "separator", "timestamp", "event", "delivery_id"):
            self._lines[name].setText(getattr(recipe, name))
        self.message.setText(recipe.message.replace("\n", "\\n"))
        for name, box in self._choices.items():
            box.setCurrentIndex(max(0, box.findData(getattr(recipe, name).strip().lower())))
        self.tolerance.setText(f"{recipe.tolerance:.0f}" if recipe.tolerance else "")
        self.blockSignals(False)
        self.changed.emit()

    def mark(self, field: str) -> None:
        """Give the field that something is wrong with its red edge; none for an empty name."""
        for name, widget in self._all().items():
            if bool(widget.property("invalid")) != (name == field):
                widget.setProperty("invalid", name == field)
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    @property
    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "name": self.name, "signature": self.signature, "prefix": self.prefix,
            "field": self.field, "separator": self.separator, "message": self.message,
            "timestamp": self.timestamp, "event": self.event_place, "delivery_id": self.id_place,
        }  # fmt: skip

    @property
    def _choices(self) -> dict[str, ChoiceBox]:
        return {
            "form": self.form, "digest": self.digest, "encoding": self.encoding, "key": self.key, "unit": self.unit
        }  # fmt: skip

    def _all(self) -> dict[str, QWidget]:
        return {**self._lines, **self._choices, "recognise": self.recognise, "tolerance": self.tolerance}

    def _line(self, label: str, example: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setMaxLength(LONGEST)
        line.setFont(theme.mono_font())
        line.setMinimumWidth(theme.px(60))
        line.setAccessibleName(label)
        line.setPlaceholderText(example)
        line.textChanged.connect(self.changed)
        return line

    def _choice(self, label: str, choices: Sequence[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setAccessibleName(label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(NARROW)
        for value, text in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _arrange(self) -> None:
        """Only what counts for the chosen form is there."""
        form, digest = str(self.form.currentData()), str(self.digest.currentData())
        itself = form in ITSELF or digest == "token"
        self._show_row("prefix", form in PREFIXED)
        self._show_row("field", form == "pairs")
        self._show_row("separator", form in ("pairs", "list"))
        self._show_row("message", not itself)
        self._show_row("digest", form not in ITSELF)
        self._show_row("key", (form == "jwt" or not itself) and digest not in ASYMMETRIC)
        self.encoding.setVisible(not itself)
        self._in.setVisible(not itself)
        timed = bool(self.timestamp.text().strip())
        self._show_row("tolerance", timed or form == "jwt")

    def _show_row(self, name: str, shown: bool) -> None:
        for part in self._rows[name]:
            part.setVisible(shown)

    def _lay_out(self) -> None:
        self._in = PlainLabel(self.tr("in"), role="muted")
        away = PlainLabel(self.tr("seconds from the arrival"), role="muted")
        rows: tuple[tuple[str, str, tuple[QWidget, ...]], ...] = (
            ("name", self.tr("Name"), (PlainLabel("custom:", role="muted"), self.name)),
            ("recognise", self.tr("Recognised by"), (self.recognise,)),
            ("signature", self.tr("Signature in"), (self.signature,)),
            ("form", self.tr("It stands as"), (self.form,)),
            ("prefix", self.tr("Behind"), (self.prefix,)),
            ("field", self.tr("In the pair"), (self.field,)),
            ("separator", self.tr("Separated by"), (self.separator,)),
            ("message", self.tr("Signed message"), (self.message,)),
            ("digest", self.tr("Digest"), (self.digest, self._in, self.encoding)),
            ("key", self.tr("Key"), (self.key,)),
            ("timestamp", self.tr("Time in"), (self.timestamp, self.unit)),
            ("tolerance", self.tr("Away at most"), (self.tolerance, away)),
            ("event", self.tr("Event in"), (self.event_place,)),
            ("delivery_id", self.tr("Delivery id in"), (self.id_place,)),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(0)
        for number, (name, label, widgets) in enumerate(rows):
            box = QWidget(self)
            line = QHBoxLayout(box)
            line.setContentsMargins(0, theme.px(3), 0, theme.px(4))
            line.setSpacing(theme.px(6))
            for widget in widgets:
                line.addWidget(widget, 0 if isinstance(widget, PlainLabel) else 1)
            title = PlainLabel(label, self, role="muted")
            grid.addWidget(title, number, 0)
            grid.addWidget(box, number, 1)
            self._rows[name] = (title, box)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)


def _digests(form: RecipeForm) -> list[tuple[str, str]]:
    return [
        ("hmac-sha256", "HMAC-SHA256"),
        ("hmac-sha1", "HMAC-SHA1"),
        ("hmac-sha512", "HMAC-SHA512"),
        ("sha256 of secret and message", form.tr("SHA-256 of secret + message")),
        ("sha256 of message and secret", form.tr("SHA-256 of message + secret")),
        ("sha1 of message and secret", form.tr("SHA-1 of message + secret")),
        ("token", form.tr("none: the secret itself")),
        ("ed25519", "Ed25519"),
        ("ecdsa-sha256", "ECDSA, SHA-256"),
        ("rsa-sha256", "RSA, SHA-256"),
        ("rsa-sha1", "RSA, SHA-1"),
    ]


def _keys(form: RecipeForm) -> list[tuple[str, str]]:
    return [
        ("utf-8", form.tr("the secret as it is")),
        ("hex", form.tr("decoded from hexadecimal")),
        ("base64", form.tr("decoded from base64")),
        ("whsec", form.tr("decoded from base64 behind whsec_")),
        ("sha1", form.tr("its SHA-1")),
        ("public", form.tr("a public key")),
    ]

"""A language that does not exist: what is not translated stays in English and is found, what has no room is cut."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from inspector.core.filter.errors import FilterError
from inspector.core.filter.parser import parse
from inspector.core.messages import Explain, Explanation
from inspector.core.response import reason
from inspector.formats.registry import FORMATS
from inspector.gui.views.toolbar import STATUSES
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.registry import SAMPLES
from tests.gui.commands.conftest import RUNS
from tests.gui.whole.conftest import MakeStage
from tests.gui.whole.histories import filled
from tests.gui.whole.texts import Text, menus_texts, texts_of, widgets_of
from tests.gui.whole.tour import is_foreign, report, shown_windows, visit

ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "āƀćďēƒğħīĵķĺɱńōƥɋŕşţūṽŵẋŷźĀƁĆĎĒƑĞĦĪĴĶĹṀŃŌƤɊŔŞŢŪṼŴẊŶŹ"
)
KEPT = re.compile(r"(%(?:L?n|\d))")
"""What is put into a text afterwards."""
LONGER = 0.35
"""German and Finnish need about so much more room than English."""

WORD = re.compile(r"[A-Za-z]{2,}")

NAMES = (
    *(provider.name for provider in PROVIDERS), *(provider.id for provider in PROVIDERS),
    *(provider.monogram for provider in PROVIDERS),
    *(format.label for format in FORMATS), *(format.suffix for format in FORMATS), *(format.name for format in FORMATS),
    "Webhook Inspector", "Qt", "PySide6", "cloudflared", "ngrok", "tailscale", "Stripe CLI", "GitHub CLI", "gh", "curl",
    "PowerShell", "Python", "Bash", "stripe",
)  # fmt: skip
"""Names of products, providers and formats are the same in every language."""

OF_HTTP = (
    *(reason(status) for status in (*STATUSES, 422, 299)), "HTTP", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD",
    "OPTIONS", "Host", "Content-Type", "User-Agent", "X-Text", "X-Capture-Id",
    "application/json", "text/plain", "utf-8",
    "http", "https", "localhost", "URL", "JSON", "XML", "UTF-8", "SHA", "HMAC", "ID", "TLS",
    "https://hooks.example.com", "https://zqplace.zqplace",
)  # fmt: skip
"""What stands so on the wire."""

KEYS = ("Ctrl", "Shift", "Alt", "Meta", "Del", "Esc", "Enter", "Return",
        "Home", "End", "Space", "Tab", "Ins", "Up", "Down",
        "PgUp", "PgDown", "Backspace", "Left", "Right")  # fmt: skip
UNITS = ("KB", "MB", "GB", "ms", "min", "Nov", "Dec", "Jan")
"""Units, and the months of the clock, which is that of logs."""


def not_readable(text: str) -> FilterError:
    """What is wrong with a filter."""
    with pytest.raises(FilterError) as raised:
        parse(text)
    return raised.value


SAID_BY_THE_ENGINE = (
    RUNS.keyring,
    str(not_readable("size>")),
    *(provider.retry_policy for provider in PROVIDERS if provider.retry_policy),
)
"""Sentences that come ready-made from what has no Qt: the engine, and the language of filters."""

OF_SAMPLES = tuple(text for sample in SAMPLES for text in (sample.event, f"/hooks/{sample.provider}"))
"""Events and paths of the samples are those of their providers."""

OF_RECIPES = (
    "custom:", "acme", "header:X-Acme-Signature", "path=/hooks/acme*", "sha256=", "{timestamp}.{body}", "ECDSA", "RSA",
    "Ed25519", "SHA256", "SHA1", "SHA512", "hex", "HEX", "base64", "base64url", "header:X-Acme-Time", "ISO 8601",
    "json:type", "header:X-Acme-Id",
)  # fmt: skip
"""Places and digests stand so in the file of one's own providers."""

CAPTURED = "zqdata"
"""Every captured text in this test; so is each word that begins like it."""

ALLOWED = (*NAMES, *OF_HTTP, *KEYS, *UNITS, *SAID_BY_THE_ENGINE, *OF_SAMPLES, *OF_RECIPES)


class Pseudo(QTranslator):
    """Translates every text of every context."""

    def isEmpty(self) -> bool:
        """There is always something."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The same text with accents, and longer."""
        return pseudo(sourceText)


def pseudo(text: str) -> str:
    """`Close %1` becomes `Ćĺōşē %1 ōōō`."""
    parts = KEPT.split(text)
    accented = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTED) for part in parts)
    return f"{accented} {'ō' * round(LONGER * len(text))}" if text else text


@pytest.fixture
def another_language(qapp: QApplication) -> Iterator[None]:
    """Everything is translated."""
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_text_is_translated_and_none_is_cut(whole: MakeStage, another_language: None) -> None:
    """In every state, at 1280×720: labels, buttons, entries, titles, tips, and what is spoken."""
    stage = whole(filled(CAPTURED))
    said = Explanation(
        received="zqreceived", expected="zqexpected", signed="zqsigned", scheme="zqscheme", tried="zqtried"
    )
    stage.engine.answers[Explain] = said
    found: dict[str, str] = {}
    translated = 0
    paths = stage.desk.paths
    places = (
        paths.store,
        paths.settings,
        paths.custom_providers,
        paths.logs,
        paths.bodies,
        paths.config,
        paths.store.parent,
    )
    known = (*ALLOWED, *map(str, places))
    for state in visit(stage):
        for window in shown_windows():
            if is_foreign(window):
                continue
            texts = [*texts_of(window), *menus_texts(window)]
            translated += sum("ō" in text.text for text in texts)
            english = {str(text): left(text.text, known) for text in texts if not is_code(text)}
            found = {f"{text} holds {words}": state for text, words in english.items() if words} | found
            found = dict.fromkeys(cut(window), state) | found

    assert translated > 3_000
    report(found)


def test_what_stays_in_english_is_found() -> None:
    """Also where it stands behind something that was translated; names, keys and captured text are none."""
    label = QLabel("x")

    def english(text: str) -> list[str]:
        return left(text, ALLOWED)

    assert english(f"{pseudo('Close')} the door") == ["the", "door"]
    assert english(f"{pseudo('Copy as %1').replace('%1', 'HAR 1.2')} (Ctrl+Shift+C) zqdata 2.1 KB") == []
    label.setFixedWidth(3)
    assert list(cut(label))


@cache
def left(text: str, known: tuple[str, ...]) -> list[str]:
    """Words of English in a text that nobody translated; most texts are the same in most states."""
    # What a tip is wrapped into is no word.
    plain = re.sub(r"^<p style='white-space:pre-wrap'>|</p>$", "", text)
    plain = re.sub(r"\b[0-9a-f]{12}…", " ", plain)
    plain = re.sub(r"(?:[a-z.]+:)?\b/?zq\w*|&(?:lt|gt|amp|quot);", " ", plain)
    return WORD.findall(phrases(known).sub(" ", plain))


@cache
def phrases(known: tuple[str, ...]) -> re.Pattern[str]:
    """Finds each of these where it stands by itself, the longest first."""
    either = "|".join(re.escape(one) for one in sorted(set(known), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])")


def is_code(text: Text) -> bool:
    """Commands to copy, bodies and raw bytes, and what somebody wrote into a field."""
    return isinstance(text.widget, QPlainTextEdit | QLineEdit) and text.way in ("text", "field")


def cut(window: QWidget) -> Iterator[str]:
    """Labels and buttons whose words need more room than they have."""
    for widget in widgets_of(window):
        if isinstance(widget, QAbstractButton) and widget.text() and widget.width() + 1 < widget.sizeHint().width():
            yield f"the button “{widget.text()}” has {widget.width()} of {widget.sizeHint().width()} pixels"
        if isinstance(widget, QLabel) and widget.text() and not gives_way(widget):
            wanted = widget.sizeHint()
            if widget.wordWrap():
                short = widget.height() + 1 < widget.heightForWidth(widget.width())
            else:
                short = widget.width() + 1 < wanted.width() or widget.height() + 1 < wanted.height()
            if short:
                has = f"{widget.width()}×{widget.height()}"
                yield f"“{widget.text()[:80]}” has {has} of {wanted.width()}×{wanted.height()} pixels"


def gives_way(label: QLabel) -> bool:
    """Whether a label holds captured text, which is whole elsewhere, and says that it may be cut."""
    return label.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored

"""How numbers, sizes, times and verdicts are written in lists and sentences."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from inspector.core.verdict import Status

UNITS = ("B", "KB", "MB", "GB", "TB")
STEP = 1000

SHORT_CAUSES: dict[str, str] = {
    "secret-whitespace": "secret",
    "secret-encoding": "secret",
    "other-provider-secret": "secret",
    "secret-kind": "secret",
    "body-reserialised": "body",
    "body-trailing-newline": "body",
    "body-line-endings": "body",
    "body-charset": "body",
    "body-decoded": "body",
    "body-truncated": "cut off",
    "url-differs": "URL",
    "algorithm-mismatch": "algorithm",
    "message-layout": "layout",
    "timestamp-stale": "stale",
    "timestamp-future": "future",
    "timestamp-unit": "time unit",
    "header-malformed": "header",
}
"""One word for each cause, for the narrow column of a list."""


def tr(text: str) -> str:
    """A text in the language of the user."""
    return QCoreApplication.translate("words", text)


def plural(one: str, many: str, number: int) -> str:
    """`one` for 1, else `many` with `%Ln` replaced by the number: `plural("1 capture", "%Ln captures", n)`."""
    if number == 1:
        return tr(one)
    if is_plain(QLocale()):
        return tr(many).replace("%Ln", counted(number))
    return QCoreApplication.translate("words", many, None, number)


def counted(number: int) -> str:
    """A whole number with its thousands set apart: `1,204`."""
    locale = QLocale()
    return f"{number:,}" if is_plain(locale) else locale.toString(number)


def is_plain(locale: QLocale) -> bool:
    """Whether a system has no language set, which would leave thousands together."""
    return locale.language() == QLocale.Language.C


def size(count: int) -> str:
    """A size for people, in powers of a thousand: `412 B`, `2.1 KB`, `14 MB`."""
    if count < STEP:
        return f"{count} {UNITS[0]}"
    value, unit = float(count), 0
    while round(value, 1) >= STEP and unit < len(UNITS) - 1:
        value, unit = value / STEP, unit + 1
    digits = 1 if value < 100 else 0
    return f"{value:,.{digits}f} {UNITS[unit]}"


def clock(at: datetime) -> str:
    """The time of day here, with milliseconds, as in logs."""
    here = at.astimezone()
    return f"{here:%H:%M:%S}.{here.microsecond // 1000:03d}"


def day_and_clock(at: datetime) -> str:
    """Day and time here, for the first row of another day."""
    here = at.astimezone()
    return f"{here.day:2d} {here:%b} {here:%H:%M}"


def moment(at: datetime) -> str:
    """The whole of a time, with its date and its distance from UTC."""
    here = at.astimezone()
    return f"{here:%Y-%m-%d %H:%M:%S}.{here.microsecond:06d} {here:%z}"


def duration(milliseconds: float) -> str:
    """A duration for people: `0.4 ms`, `12 ms`, `1.8 s`, `10 s`."""
    if milliseconds < 10:
        return f"{milliseconds:.1f} ms"
    return f"{milliseconds:.0f} ms" if milliseconds < STEP else f"{milliseconds / STEP:.1f}".removesuffix(".0") + " s"


def verdict_word(status: Status, cause: str | None) -> str:
    """The word beside the mark in the list: empty where the mark says it all."""
    match status:
        case "invalid":
            return tr(SHORT_CAUSES.get(cause or "", "invalid"))
        case "no-secret":
            return tr("no secret")
        case "unsigned":
            return tr("unsigned")
        case "valid" | "unknown":
            return ""

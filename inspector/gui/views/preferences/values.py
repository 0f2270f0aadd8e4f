"""From a value of the settings to what stands in its field, and back, with a sentence for what cannot be."""

import re
from ipaddress import ip_address

from inspector.core.errors import UsageError
from inspector.core.filter.values import SIZES, TIMES, read_number
from inspector.core.public_address import read_public_url
from inspector.core.settings import RANGES
from inspector.dispatch.targets import target_url
from inspector.gui import words
from inspector.gui.views.preferences.table import Kind, Preference

UNITS = ("TB", "GB", "MB", "KB")
SECOND = 1_000_000
HOST_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")


def written(kind: Kind, value: object) -> str:
    """A value as it stands in its field: `100 MB`, `15 s`, `127.0.0.1`."""
    if kind == "size" and isinstance(value, int):
        unit = next((unit for unit in UNITS if value and value % SIZES[unit.lower()] == 0), "B")
        return f"{value // SIZES[unit.lower()]} {unit}"
    if kind == "seconds" and isinstance(value, int | float):
        return f"{value:.15g} s"
    return str(value)


def read(preference: Preference, text: str) -> str | int | float:
    """The value that a text means. Raises UsageError, which says in a sentence what was expected."""
    text = text.strip()
    match preference.kind:
        case "port":
            return _within(preference, int(text) if text.isdecimal() and len(text) < 10 else -1)
        case "size":
            return _within(preference, _number(text, SIZES))
        case "seconds":
            return _within(preference, _number(text, TIMES | {"": SECOND}) / SECOND)
        case "host":
            return _host(text)
        case "url":
            return read_public_url(text)
        case "target":
            if text:
                target_url(text, "/")
    return text


def expected(preference: Preference) -> str:
    """What can stand in a field of numbers, in a sentence."""
    least, most = RANGES[preference.setting]
    if preference.kind == "port":
        return words.tr("A port is a whole number from 0 to 65535; 0 is any that is free.")
    if preference.kind == "size":
        sentence = words.tr("Write a size such as 512 KB, 100 MB or 2 GB, from %1 to %2.")
    else:
        sentence = words.tr("Write a time such as 500 ms, 15 s or 5 m, from %1 to %2.")
    number = int if preference.kind == "size" else float
    low, high = (written(preference.kind, number(one)) for one in (least, most))
    return sentence.replace("%1", low).replace("%2", high)


def _number(text: str, units: dict[str, int]) -> int:
    try:
        return read_number(text, units)
    except ValueError:
        return -1


def _within(preference: Preference, value: float) -> int | float:
    least, most = RANGES[preference.setting]
    if not least <= value <= most:
        raise UsageError(expected(preference))
    return value


def _host(text: str) -> str:
    try:
        return str(ip_address(text.strip("[]")))
    except ValueError:
        pass
    if HOST_NAME.fullmatch(text) is None or text.replace(".", "").isdecimal():
        raise UsageError(
            words.tr("Write an address of this machine, without http:// and without a port: 127.0.0.1, 0.0.0.0 or ::1.")
        )
    return text

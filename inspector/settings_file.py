"""`settings.toml`: the person's habits and the names of secrets; replaced whole, under a lock, after reading it."""

import math
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, replace
from pathlib import Path

import tomli_w

from inspector.core.errors import ResourceError, UsageError
from inspector.core.file_lock import locked
from inspector.core.secret import SecretName
from inspector.core.settings import RANGES, Settings
from inspector.core.whole_file import replace_whole

DEFAULTS = Settings()
CHOICES: dict[str, tuple[str, ...]] = {"synchronous": ("normal", "full"), "theme": ("system", "light", "dark")}


def read(path: Path) -> Settings:
    """The settings of a file; the defaults where there is none. Raises UsageError naming what cannot be read in it."""
    return _settings(path, _table(path))


def change(path: Path, edit: Callable[[Settings], Settings]) -> Settings:
    """Read the file again, edit it and replace it whole; other processes wait. Keys that are not ours stay.

    Raises UsageError for a file that cannot be read and ResourceError when it cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(path.with_name(path.name + ".lock")):
            table = _table(path)
            changed = edit(_settings(path, table))
            for field in fields(Settings):
                table.pop(field.name, None)
                value = getattr(changed, field.name)
                if value != getattr(DEFAULTS, field.name):
                    table[field.name] = [asdict(name) for name in value] if field.name == "secrets" else value
            replace_whole(path, tomli_w.dumps(table).encode())
    except OSError as error:
        raise ResourceError(f"The settings {path} cannot be written: {error.strerror}.") from error
    return changed


def changed(settings: Settings, values: Mapping[str, object]) -> Settings:
    """The settings with other values. Raises UsageError, which says what is wrong with the first that cannot be."""
    found = {}
    for name, value in values.items():
        try:
            found[name] = _value(name, list(value) if isinstance(value, tuple) else value)
        except (TypeError, ValueError) as error:
            raise UsageError(f"The setting {name} cannot be {error}.") from error
    return replace(settings, **found)  # type: ignore[arg-type]


def _table(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings {path} cannot be read: {error}. Mend the file or move it away.") from error
    except OSError as error:
        raise ResourceError(f"The settings {path} cannot be read: {error.strerror}.") from error


def _settings(path: Path, table: dict[str, object]) -> Settings:
    found: dict[str, object] = {}
    for field in fields(Settings):
        if field.name in table:
            try:
                found[field.name] = _value(field.name, table[field.name])
            except (TypeError, ValueError) as error:
                raise UsageError(
                    f"In the settings {path}, {field.name} is {error}. Mend or remove that line."
                ) from error
    return Settings(**found)  # type: ignore[arg-type]


def _value(name: str, value: object) -> object:
    """A value of the file in the type of its default. Raises ValueError that says what was expected."""
    if name == "secrets":
        if not isinstance(value, list):
            raise ValueError("no list of names")
        return tuple(SecretName(**{key: str(text) for key, text in entry.items()}) for entry in value)
    if name in CHOICES:
        if value not in CHOICES[name]:
            raise ValueError(f"{value!r}; expected {' or '.join(CHOICES[name])}")
        return value
    default = getattr(DEFAULTS, name)
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValueError("no list of texts")
        return tuple(value)
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not type(default):
        raise ValueError(f"{value!r}; expected for example {default!r}")
    least, most = RANGES.get(name, (0, math.inf))
    if isinstance(value, int | float) and not least <= value <= most:
        raise ValueError(f"{value!r}; expected {least:g} to {most:.15g}")
    return value

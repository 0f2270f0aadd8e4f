"""The colours of the window, read once from `resources/style/tokens.json`."""

import json
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor

from inspector.core.resources import resource

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One scheme's colours, named for what they are for."""

    scheme: Scheme
    bg: QColor
    surface: QColor
    raised: QColor
    border: QColor
    """Hairlines."""
    input: QColor
    """Edges of what takes text; 3 : 1 on its ground."""
    text: QColor
    muted: QColor
    accent: QColor
    onaccent: QColor
    selection: QColor
    hover: QColor
    valid: QColor
    validbg: QColor
    invalid: QColor
    invalidbg: QColor
    warn: QColor
    warnbg: QColor
    neutral: QColor
    neutralbg: QColor
    chip: QColor
    key: QColor
    string: QColor
    number: QColor
    const: QColor
    punct: QColor
    hit: QColor
    """Behind what was found, and behind what differs."""

    def hexes(self) -> dict[str, str]:
        """All colours as `#rrggbb`, by name."""
        return {name: getattr(self, name).name() for name in COLOURS}


COLOURS = tuple(field.name for field in fields(Tokens) if field.name != "scheme")


@cache
def read_tokens(scheme: Scheme) -> Tokens:
    """The colours of a scheme. Raises KeyError where the file lacks one."""
    every = json.loads(resource("style", "tokens.json").read_text("utf-8"))[scheme]
    return Tokens(scheme=scheme, **{name: QColor(every[name]) for name in COLOURS})

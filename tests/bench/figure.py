"""What a figure is, and the table that figures are printed in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One line of the table."""

    what: str
    value: float
    unit: str
    hold: float | None
    """The figure is met only on this side of it."""
    aim: float | None
    more_is_better: bool = False
    note: str = ""
    """What the value is made of: the runs, the CPU of each process."""

    @property
    def met(self) -> str:
        """`aim`, `hold`, or `no`; empty where nothing was promised."""
        for name, bound in (("aim", self.aim), ("hold", self.hold)):
            if bound is not None and (self.value >= bound if self.more_is_better else self.value <= bound):
                return name
        return "no" if self.hold is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long to measure."""

    seconds: float = 5.0
    """Of each run under load."""
    captures: int = 1_000_000
    """Of the large store."""
    kills: int = 20


class NotMeasured(Exception):
    """A figure cannot be had here; the text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing that is measured; `name` chooses it on the command line."""

    name: str
    what: str
    measure: Callable[[Effort], Iterable[Measured]]


def number(value: float | None, unit: str) -> str:
    """A value as it is read best."""
    if value is None:
        return "–"
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{text} {unit}".strip()


def table(lines: Sequence[Measured]) -> str:
    """Lines as Markdown; what they are made of stands below."""
    rows: list[tuple[str, ...]] = [("what", "measured", "hold", "aim", "met")]
    for line in lines:
        sign = "≥ " if line.more_is_better else "≤ "
        bounds = ["–" if bound is None else sign + number(bound, line.unit) for bound in (line.hold, line.aim)]
        rows.append((line.what, number(line.value, line.unit), *bounds, line.met or "–"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    printed = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    printed.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(printed)

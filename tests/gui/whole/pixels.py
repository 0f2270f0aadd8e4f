"""What really stands on the screen: words found in grabbed pixels, and how well each can be read."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

GAP = 5
"""Columns of ground between two words."""
SMALLEST = 6
"""Pixels of a word's height and width below which it is a dot, a dash, a line or a lone bracket."""
SOLID = 0.9
"""Share of two colours from which on a faint shape is one ground beside another: letters have many, at their edges."""
FAINT = 1.8
"""What is weaker is no stroke of a letter that anybody could read, so it does not say how large the letters are."""
WHITE = 0xFFFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Pixels that stand together: where, on which ground, and in which colour they are strongest."""

    place: QRect
    ground: int
    ink: int

    @property
    def contrast(self) -> float:
        """From 1 to 21."""
        return contrast(self.ground, self.ink)

    def __str__(self) -> str:
        where = f"{self.place.x()},{self.place.y()} {self.place.width()}×{self.place.height()}"
        return f"{self.contrast:.2f} #{self.ink:06x} on #{self.ground:06x} at {where}"


class Picture:
    """A grabbed picture, read by its pixels."""

    def __init__(self, image: QImage) -> None:
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)

    def pixel(self, x: int, y: int) -> int:
        """A colour as 0xRRGGBB."""
        return self._image.pixel(x, y) & WHITE

    def words(self, area: QRect) -> Iterator[Word]:
        """What stands in a part of the picture, cut into lines and these into words."""
        area = area.intersected(self._image.rect())
        if area.isEmpty():
            return
        part = self._image.copy(area)
        pixels = bytes(part.constBits())
        key = (area.width(), hashlib.blake2b(pixels).digest())
        if key not in _READ:
            _READ[key] = tuple(words_in(pixels, area.width()))
        for word in _READ[key]:
            yield replace(word, place=word.place.translated(area.topLeft()))


_READ: dict[tuple[int, bytes], tuple[Word, ...]] = {}
"""Words by the pixels they were read from: most of a window looks the same in most of its states."""


def words_in(pixels: bytes, width: int) -> Iterator[Word]:
    """Cut a rectangle of pixels into lines and these into words; colours are 0xRRGGBB behind eight bits of nothing."""
    lines = [pixels[start : start + 4 * width] for start in range(0, len(pixels), 4 * width)]
    plain = most_common(lines).to_bytes(4, "little") * width
    for top, bottom in runs([line != plain for line in lines], 1):
        band = lines[top : bottom + 1]
        for left, right in runs(inked(band, plain), GAP):
            place = QRect(left, top, right - left + 1, bottom - top + 1)
            word = word_of(b"".join(line[4 * left : 4 * right + 4] for line in band), place)
            if word is not None:
                yield word


def inked(band: list[bytes], plain: bytes) -> list[bool]:
    """For each column of a band whether it differs from the ground anywhere; numbers of that length are fast."""
    ground, differs = int.from_bytes(plain, "little"), 0
    for line in band:
        differs |= int.from_bytes(line, "little") ^ ground
    return [one != 0 for one in memoryview(differs.to_bytes(len(plain), "little")).cast("I")]


def word_of(pixels: bytes, place: QRect) -> Word | None:
    """A word, or None where it is a dot, a dash, a line, or one ground beside another."""
    width, height = place.width(), place.height()
    if width < SMALLEST or height < SMALLEST:
        return None
    seen = memoryview(pixels).cast("I")
    counted = Counter(seen)
    ground = counted.most_common(1)[0][0]
    ratios = {colour: contrast(ground & WHITE, colour & WHITE) for colour in counted}
    ink = max(ratios, key=lambda colour: ratios[colour])
    solid = sum(count for _, count in counted.most_common(2)) >= SOLID * width * height
    if solid and ratios[ink] < FAINT:
        return None
    strong = {colour for colour, ratio in ratios.items() if ratio > FAINT}
    rows = extent([seen[start : start + width] for start in range(0, len(seen), width)], strong)
    columns = extent([seen[start::width] for start in range(width)], strong)
    if strong and min(rows, columns) < SMALLEST - 1:
        return None
    return Word(place=place, ground=ground & WHITE, ink=ink & WHITE)


def extent(lines: list[memoryview], strong: set[int]) -> int:
    """From the first line to the last that has one of these colours."""
    with_ink = [place for place, line in enumerate(lines) if not strong.isdisjoint(line)]
    return with_ink[-1] - with_ink[0] if with_ink else 0


def most_common(lines: list[bytes]) -> int:
    """The colour that most pixels have; most lines are like others."""
    counted: Counter[int] = Counter()
    for line, times in Counter(lines).items():
        for colour, count in Counter(memoryview(line).cast("I")).items():
            counted[colour] += count * times
    return counted.most_common(1)[0][0]


def runs(marks: list[bool], gap: int) -> Iterator[tuple[int, int]]:
    """First and last place of each run of marks; fewer than `gap` unmarked places do not part two."""
    start, last = -1, -1
    for place, marked in enumerate(marks):
        if marked:
            if start >= 0 and place - last > gap:
                yield start, last
                start = place
            start = place if start < 0 else start
            last = place
    if start >= 0:
        yield start, last


@cache
def contrast(first: int, second: int) -> float:
    """The ratio of WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: int) -> float:
    """Relative luminance of 0xRRGGBB."""
    red, green, blue = (linear(channel / 255) for channel in QColor(colour).getRgb()[:3])  # type: ignore[index]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """A channel of sRGB without its gamma."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

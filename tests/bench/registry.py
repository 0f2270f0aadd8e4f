"""Every figure, in the order in which they are printed."""

from tests.bench.captured import CAPTURED
from tests.bench.figure import Figure
from tests.bench.judging import JUDGING

FIGURES: tuple[Figure, ...] = (
    CAPTURED,
    JUDGING,
)

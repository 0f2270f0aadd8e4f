"""Collects garbage on the window's thread alone.

Python collects cycles on whichever thread happens to allocate. A widget that is part of a cycle would be destroyed by a
thread that reads rows, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks at how much there is to collect."""


class Collecting(QObject):
    """Takes over from Python's own collecting while it runs."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect_due)

    def start(self) -> None:
        """From now on only this thread collects. What exists by now is there to stay and is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def collect_due() -> None:
    """Collect the oldest generation whose threshold is passed, as Python would."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if limits[generation] and counts[generation] > limits[generation]:
            gc.collect(generation)
            return

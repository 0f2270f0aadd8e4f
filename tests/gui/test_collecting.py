"""Garbage is collected on the window's thread alone."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from inspector.gui.collecting import Collecting, collect_due


class _Cycle(QObject):
    """Refers to itself and notes on which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: gone.append(threading.get_ident()))


def test_a_widget_in_a_cycle_goes_on_this_thread(qapp: QApplication) -> None:
    """A thread that allocates much destroys none of the window's objects; the window does."""
    gone: list[int] = []
    collecting = Collecting()
    collecting.start()
    try:
        _Cycle(gone)
        thread = threading.Thread(target=lambda: [[[]] for _ in range(50_000)])
        thread.start()
        thread.join()
        assert gone == []

        keep: list[list[list[int]]] = [[[]] for _ in range(5_000)]
        collect_due()
        assert gone == [threading.get_ident()]
        assert keep
    finally:
        collecting.stop()

    assert gc.isenabled()

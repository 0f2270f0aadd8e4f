"""What stands in the sidebar."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.gui.models.sidebar_model import Entry, SidebarModel

ENTRIES = [
    Entry(label="All captures", filter="", count=2),
    Entry(label="Providers"),
    Entry(label="Stripe", filter="provider:stripe", provider="stripe", has_monogram=True, count=2, failed=1),
]


def test_new_counts_change_no_row(qtbot: QtBot) -> None:
    """Counting again repaints the rows that differ; the selection stays."""
    model = SidebarModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_entries(ENTRIES)
    changed: list[int] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    model.modelReset.connect(lambda: resets.append(True))

    model.show_entries([Entry(label="All captures", filter="", count=3), *ENTRIES[1:]])
    assert (changed, resets) == ([0], [])

    model.show_entries(ENTRIES[:1])
    assert resets == [True]
    assert tester.model() is model


def test_headings_cannot_be_chosen_and_entries_say_their_counts(qtbot: QtBot) -> None:
    """Those who hear the window hear what those who see it see."""
    model = SidebarModel()
    model.show_entries(ENTRIES)

    assert model.flags(model.index(1, 0)) == Qt.ItemFlag.NoItemFlags
    aloud = model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Stripe, 2 captures, 1 failed"
    assert model.row_of("provider:stripe") == 2
    assert model.row_of("is:pinned") is None

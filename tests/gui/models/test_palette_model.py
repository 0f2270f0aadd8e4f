"""What the palette lists."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from inspector.gui.models.palette_model import OFFER_ROLE, Offer, PaletteModel

RESEND = Offer(name="resend", title="Resend", path="Capture", keys="Ctrl+R", enabled=False)
PIN = Offer(name="pin", title="Pin", path="Capture")
REPORT = Offer(name="report", title="Report", path="Help", keys="F9")


def test_what_cannot_be_done_now_stands_at_the_bottom() -> None:
    """It can be read there, and not be chosen."""
    model = PaletteModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_offers([RESEND, PIN, REPORT])
    assert [model.offer_at(row).name for row in range(model.rowCount())] == ["pin", "report", "resend"]

    model.fit("re")
    assert [model.offer_at(row).name for row in range(model.rowCount())] == ["report", "pin", "resend"]
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert not model.flags(model.index(2, 0)) & Qt.ItemFlag.ItemIsEnabled
    tester.deleteLater()


def test_a_row_is_read_aloud_with_menu_and_keys() -> None:
    """As it is seen."""
    model = PaletteModel()
    model.show_offers([REPORT])
    index = model.index(0, 0)

    assert index.data(Qt.ItemDataRole.DisplayRole) == "Report"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Report, Help, F9"
    assert index.data(OFFER_ROLE) is REPORT

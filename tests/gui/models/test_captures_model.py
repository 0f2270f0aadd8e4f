"""The list of captures."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.core.capture import Summary
from inspector.core.errors import StoreError
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.models.columns import COLUMNS
from tests.gui.stage import Loop, all_rows, model_of, no_rows, reading_model, row


def checked(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Qt's own checks, any of which ends the test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def ids_of(model: CapturesModel) -> list[int]:
    """Every id, from the first row down."""
    return [model.id_at(place) for place in range(model.rowCount())]


def test_bursts_pages_and_changes_keep_the_model_sound(qtbot: QtBot) -> None:
    """Whatever is added, taken away or brought back, Qt's checks hold and the rows are newest first."""
    model = model_of(range(20, 10, -1))
    model.cache.put(row(id) for id in range(30))
    tester = checked(model)

    model.add_newer(array("q", [23, 22, 21]))
    model.add_newer(array("q", [23, 22]))
    model.add_older(array("q", [10, 9, 8]))
    assert ids_of(model) == list(range(23, 7, -1))

    model.turn_into(array("q", [23, 20, 19, 9, 8]))
    assert ids_of(model) == [23, 20, 19, 9, 8]

    model.turn_into(array("q", [24, 23, 22, 20, 9, 8, 1]))
    assert ids_of(model) == [24, 23, 22, 20, 9, 8, 1]

    model.reset(array("q"))
    assert model.rowCount() == 0
    assert tester.model() is model


def test_a_burst_is_one_insertion(qtbot: QtBot) -> None:
    """A thousand arrivals are one signal, so the view lays itself out once."""
    model = model_of([1])
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda parent, first, last: inserted.append((first, last)))

    model.add_newer(array("q", range(1001, 1, -1)))

    assert inserted == [(0, 999)]


def test_a_million_ids_are_ids_and_nothing_else(loop: Loop) -> None:
    """With a million captures only the rows that are looked at are read."""
    asked: list[int] = []

    async def fetch(ids: Sequence[int]) -> list[Summary]:
        asked.extend(ids)
        return [row(id) for id in ids]

    model = reading_model(fetch)
    model.reset(array("q", range(1_000_000, 0, -1)))

    async def look() -> None:
        assert model.summary_at(500_000) is None

    loop.run(look())
    loop.until(lambda: model.summary_at(500_000) is not None)

    assert model.rowCount() == 1_000_000
    assert model.row_of(500_000) == 500_000
    assert model.id_at(500_000) == 500_000
    assert 500_000 in asked
    assert len(asked) < 200


def test_cells_have_texts_alignments_and_names(qtbot: QtBot) -> None:
    """What is painted can be copied and read aloud; numbers stand at the right."""
    model = model_of([7])
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    size = titles.index("Size")

    assert titles[:8] == ["#", "Received", "Signature", "Provider", "Event", "Path", "Size", "Status"]
    assert model.data(model.index(0, size)) == "2.1 KB"
    assert model.data(model.index(0, size), Qt.ItemDataRole.AccessibleTextRole) == "Size: 2.1 KB"
    alignment = model.data(model.index(0, size), Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight


def test_captured_markup_is_escaped_in_tool_tips(qtbot: QtBot) -> None:
    """A sender cannot draw its own valid."""
    model = model_of([7])
    hostile = "<b>valid</b><img src=file:///etc/hostname>"
    model.cache.put([row(7, event=hostile, target="/" + hostile, provider=hostile, gist=hostile)])

    tips = [model.data(model.index(0, place), Qt.ItemDataRole.ToolTipRole) for place in range(len(COLUMNS))]

    assert not [tip for tip in tips if "<b>" in tip or "<img" in tip]
    assert [tip for tip in tips if "&lt;b&gt;" in tip]


def test_rows_that_are_gone_are_asked_for_once(loop: Loop) -> None:
    """A capture that was purged leaves a blank row and no endless reading."""
    calls: list[int] = []

    async def fetch(ids: Sequence[int]) -> list[Summary]:
        calls.append(len(ids))
        return await no_rows(ids)

    model = reading_model(fetch)
    model.reset(array("q", [2, 1]))

    async def look() -> None:
        model.summary_at(0)

    loop.run(look())
    loop.pause(0.05)

    assert len(calls) == 1


def test_a_store_that_cannot_be_read_leaves_rows_blank(loop: Loop) -> None:
    """Reading that fails is tried again when a row is looked at again, and nothing breaks."""
    failing = [True]

    async def fetch(ids: Sequence[int]) -> list[Summary]:
        if failing[0]:
            raise StoreError("There is no store.")
        return await all_rows(ids)

    model = reading_model(fetch)
    model.reset(array("q", [1]))

    async def look() -> None:
        model.summary_at(0)

    loop.run(look())
    loop.settle()
    failing[0] = False
    loop.run(look())
    loop.until(lambda: model.cache.peek(1) is not None)


def test_changed_rows_are_announced_only_where_somebody_looked(qtbot: QtBot) -> None:
    """Changes of rows that are not here cost nothing."""
    model = model_of([3, 2, 1])
    announced: list[int] = []
    model.dataChanged.connect(lambda *parts: announced.append(1))

    model.refresh((99,))
    assert announced == []

    model.refresh((2,))
    assert announced == [1]


def test_rows_above_an_id_are_counted(qtbot: QtBot) -> None:
    """How many are new is found without walking the list."""
    model = model_of([9, 7, 5])

    assert [model.count_newer(id) for id in (9, 8, 7, 1)] == [0, 1, 1, 3]

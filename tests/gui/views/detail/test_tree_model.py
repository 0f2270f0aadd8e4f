"""The tree's model keeps Qt's rules and the body's bytes."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.tree_model import TreeModel

BODY = b'{"a": 1.0, "a": [1, {"k": null}], "token": "s3cret", "o": {}}'


def opened(model: TreeModel, parent: QModelIndex) -> list[QModelIndex]:
    while model.canFetchMore(parent):
        model.fetchMore(parent)
    return [model.index(row, 0, parent) for row in range(model.rowCount(parent))]


def value(model: TreeModel, index: QModelIndex) -> object:
    return model.data(index.siblingAtColumn(1))


def test_is_a_model(qapp: object) -> None:
    """Qt's own tester finds nothing while levels are opened."""
    model = TreeModel(BODY)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    [top] = opened(model, QModelIndex())
    children = opened(model, top)
    opened(model, children[1])

    assert ['"a"', '"a"', '"token"', '"o"'] == [model.data(index) for index in children]
    assert ["1.0", "[ 2 ]", '"s3cret"', "{}"] == [value(model, index) for index in children]


def test_hides_secrets(qapp: object) -> None:
    """The value of a secret key is dots, also when it is copied."""
    model = TreeModel(BODY, ("token",))
    [top] = opened(model, QModelIndex())
    token = opened(model, top)[2]

    assert "••••••••" == value(model, token) == model.value(token)


def test_knows_the_path(qapp: object) -> None:
    """A path leads to the value as the filter language writes it."""
    model = TreeModel(BODY)
    [top] = opened(model, QModelIndex())
    inner = opened(model, opened(model, top)[1])

    assert "a[1].k" == model.path(opened(model, inner[1])[0])


def test_large_levels_come_in_parts(qtbot: QtBot) -> None:
    """A level of a hundred thousand values is not read at once."""
    model = TreeModel(b"[" + b"1," * 100_000 + b"1]")
    model.fetchMore(QModelIndex())
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    top = model.index(0, 0)
    model.fetchMore(top)

    assert 0 < model.rowCount(top) <= 500
    assert model.canFetchMore(top)


def test_colours_by_kind(qapp: object) -> None:
    """Values have the colours of the text view."""
    model = TreeModel(b'["x", 1, true]')
    [top] = opened(model, QModelIndex())
    colours = [
        model.data(index.siblingAtColumn(1), Qt.ItemDataRole.ForegroundRole).name() for index in opened(model, top)
    ]

    assert 3 == len(set(colours))

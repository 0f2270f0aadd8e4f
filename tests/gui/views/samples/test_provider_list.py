"""The providers that have samples."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui.faces import UNKNOWN_FACE
from inspector.gui.views.samples.provider_list import ProviderList, monogram_icon
from inspector.providers.samples.registry import SAMPLES
from tests.gui.stage import FACES


@pytest.fixture
def providers(qtbot: QtBot) -> ProviderList:
    """All of them."""
    widget = ProviderList(FACES, SAMPLES)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def shown(providers: ProviderList) -> list[str]:
    """What the list shows."""
    items = [providers.list.item(row) for row in range(providers.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_search_finds_providers_by_their_events_too(qtbot: QtBot, providers: ProviderList) -> None:
    """The first that matches is chosen; nothing is chosen where nothing matches."""
    providers.choose("stripe")
    assert providers.provider == "stripe"
    chosen: list[str] = []
    providers.chosen.connect(chosen.append)

    qtbot.keyClicks(providers.search, "merge request")
    assert shown(providers) == ["GitLab"]
    assert (providers.provider, chosen[-1]) == ("gitlab", "gitlab")

    providers.search.setText("no such thing")
    assert (shown(providers), providers.provider) == ([], "")
    providers.search.setText("")
    assert len(shown(providers)) == len({sample.provider for sample in SAMPLES})


def test_they_stand_by_name(providers: ProviderList) -> None:
    """Whoever looks for one of a hundred and forty finds it where the alphabet has it."""
    assert shown(providers) == sorted(shown(providers), key=str.casefold)


def test_arrows_in_the_search_move_through_the_list(qtbot: QtBot, providers: ProviderList) -> None:
    """The keyboard stays in the field."""
    providers.choose("")
    first = providers.provider
    qtbot.keyClick(providers.search, Qt.Key.Key_Down)
    assert providers.provider != first
    for _ in range(3):
        qtbot.keyClick(providers.search, Qt.Key.Key_Up)
    assert providers.provider == first


def test_the_chip_is_sharp(qtbot: QtBot) -> None:
    """Its picture has more pixels than the screen."""
    assert monogram_icon(UNKNOWN_FACE).availableSizes()[0].width() > 24

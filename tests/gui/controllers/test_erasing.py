"""What is to be removed behind the window."""

from inspector.core.messages import Erase
from inspector.gui.controllers.erasing import Erasing


def test_nothing_goes_unless_it_was_chosen() -> None:
    """The last choice counts."""
    erasing = Erasing()
    assert erasing.wanted is None

    erasing.choose(Erase(captures=True))
    erasing.choose(Erase(secrets=True))
    assert erasing.wanted == Erase(secrets=True)

"""What is to be removed behind the window: noted here, done by the engine when everything else has ended."""

from inspector.core.messages import Erase


class Erasing:
    """`wanted` is asked for once, at the end."""

    def __init__(self) -> None:
        self.wanted: Erase | None = None

    def choose(self, wanted: Erase) -> None:
        """Remove this when the window is closed, which follows at once."""
        self.wanted = wanted

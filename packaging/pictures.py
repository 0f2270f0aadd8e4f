"""Pictures of the running window with real payloads, sent through a real engine.

`pictures.py` paints those of the README into `resources/pictures`; `pictures.py --all FOLDER` paints every state in
light and dark, at 1280×720 and 1920×1080, at the screen's scale 1 and 2.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtGui import QImage  # noqa: E402

from inspector import settings_file  # noqa: E402
from inspector.core.paths import Paths  # noqa: E402
from inspector.gui import application, life, loop, tasks, theme  # noqa: E402
from inspector.gui.memory import Memory  # noqa: E402
from inspector.gui.opening import open_list  # noqa: E402
from inspector.gui.signals import Signals  # noqa: E402
from inspector.gui.single_window import SingleWindow  # noqa: E402
from picture_stage import Wanted  # noqa: E402 - the checkout must be on the path first
from picture_states import Session  # noqa: E402
from virtual_display import virtual_display  # noqa: E402

README = ("empty-light", "no-secret-light", "valid-light", "not-valid-dark")
THEMES = ("light", "dark")
HISTORY = 1195
"""Captures before those that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the program, in a process of its own: its look, and what it keeps under which name."""

    theme: str
    width: int
    height: int
    scale: int
    folder: Path
    readme: bool

    @property
    def wanted(self) -> Wanted:
        """The README shows four pictures; else every state is kept, in the small size with a short history too."""
        if not self.readme:
            return Wanted(states=None, history=HISTORY)
        states = frozenset(name.removesuffix(f"-{self.theme}") for name in README if name.endswith(self.theme))
        return Wanted(states=states, history=HISTORY)

    def keep(self, state: str, image: QImage) -> None:
        """Write one picture."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{state}-{self.theme}"
        if not self.readme:
            name += f"-{self.width}x{self.height}" + (f"@{self.scale}" if self.scale > 1 else "")
        image.save(str(self.folder / f"{name}.png"))

    def arguments(self) -> list[str]:
        """How the process of this run is called."""
        size = f"{self.width}x{self.height}"
        return ["--one", self.theme, size, str(self.scale), str(self.folder), "readme" if self.readme else "all"]


def take(run: Run) -> int:
    """Run the program once in this process and take its pictures."""
    with tempfile.TemporaryDirectory() as home:
        paths = Paths(store=Path(home) / "captures.db", config=Path(home), logs=Path(home) / "logs")
        settings_file.change(paths.settings, lambda before: replace(before, theme=run.theme))  # type: ignore[arg-type]
        settings = settings_file.read(paths.settings)
        app = application.make_application()
        single = SingleWindow(paths.server_name)
        single.claim()
        window, memory = application.make_window(paths), Memory(paths.config)
        theme.apply(app, settings.theme)
        opened = open_list(window, paths, memory)
        parts = life.build(window, paths, settings, opened, host=None, port=None, single=single, memory=memory)
        session = Session(parts, run.wanted, run.keep)
        session.window.setGeometry(0, 0, run.width, run.height)
        session.window.show()
        signals = Signals()
        taken: list[bool] = []

        async def live() -> int:
            tasks.spawn(taking(session, taken.append), name="taking pictures")
            await life.live(parts, signals)
            return 0 if taken else 1

        return loop.run(app, live)


async def taking(session: Session, done: Callable[[bool], None]) -> None:
    """Take them all, and say that it came to an end."""
    await session.run()
    done(True)


def runs(folder: Path | None) -> list[Run]:
    """The runs for the README's pictures, or for every state."""
    if folder is None:
        pictures = ROOT / "resources" / "pictures"
        return [Run(theme=one, width=1440, height=900, scale=1, folder=pictures, readme=True) for one in THEMES]
    sizes = ((1280, 720, 1), (1920, 1080, 1), (1280, 720, 2))
    return [
        Run(theme=one, width=width, height=height, scale=scale, folder=folder, readme=False)
        for width, height, scale in sizes
        for one in THEMES
    ]


def main() -> int:
    """Take the README's pictures, or all; each look is a process with a display of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--all", metavar="FOLDER", type=Path, help="every state, theme, size and scale, into this folder"
    )
    parser.add_argument("--one", nargs=5, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        look, size, scale, folder, kind = options.one
        width, height = map(int, size.split("x"))
        return take(
            Run(theme=look, width=width, height=height, scale=int(scale), folder=Path(folder), readme=kind == "readme")
        )
    for run in runs(options.all):
        with virtual_display(f"{run.width * run.scale}x{run.height * run.scale}x24") as display:
            environment = dict(display) | {"QT_SCALE_FACTOR": str(run.scale)}
            command = [sys.executable, __file__, *run.arguments()]
            if subprocess.run(command, env=environment, check=False).returncode:
                return 1
        print(f"{run.theme} {run.width}x{run.height} at scale {run.scale}", file=sys.stdout, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

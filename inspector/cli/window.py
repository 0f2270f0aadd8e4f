"""Opens the window; without a display it says so and listens in the terminal."""

import os
import sys
from collections.abc import Sequence

import click

from inspector import settings_file
from inspector.cli.options import Common


def open_window(
    store: str | None,
    config_dir: str | None,
    host: str | None,
    port: int | None,
    files: Sequence[str] = (),
    filter: str = "",
) -> int:
    """Run the window until it is closed and return its exit code; where there is one for this store, that is raised.

    `files` are imported, and `filter` is put in force, in whichever window it is.
    """
    if not has_display():
        click.echo("There is no display here, so there is no window; listening in the terminal instead.", err=True)
        # Imported here: the window never needs it.
        from inspector.cli.listen_command import Listening

        return Listening(
            common=Common(store=store, config_dir=config_dir, quiet=False, verbose=False), host=host, port=port
        ).run()
    # Imported here: no command but this one loads Qt.
    from inspector.gui.application import run
    from inspector.gui.single_window import Asked

    common = Common(store=store, config_dir=config_dir, quiet=False, verbose=False)
    asked = Asked(
        files=tuple(os.path.abspath(file) for file in files),
        filter=filter,
        token=os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    )
    with common.paths() as paths:
        return run(paths, settings_file.read(paths.settings), host=host, port=port, asked=asked)


def has_display() -> bool:
    """Whether a window can be shown; on Linux an X or Wayland display, or a platform that was asked for by name."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))

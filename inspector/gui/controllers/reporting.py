"""What a report of a problem says: versions, system, display, store, settings and the log, and nothing of anybody's."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from inspector.core.messages import Health
from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.core.versions import versions
from inspector.gui import theme
from inspector.gui.reader import store_overview
from inspector.log_file import read_tail

LOG_BYTES = 24_000
SHOWN = (
    "host",
    "port",
    "max_body",
    "head_timeout",
    "body_timeout",
    "keep_alive",
    "synchronous",
    "theme",
    "single_keys",
    "fold_repeats",
    "app_framework",
    "snippet_language",
    "handshakes",
    "fetch_keys",
)
"""Settings whose values say nothing about anybody."""
COUNTED = ("recent_targets", "confirmed_targets", "recent_stores", "keys", "secrets")
"""Settings of which only the number is told."""
NAMED = ("target", "public_url", "expected_provider")
"""Settings of which only is told whether there is one."""
URL = re.compile(r"\b([a-z][a-z0-9+.-]*)://[^\s'\"<>)\]]+(?:\][^\s'\"<>)]*)?", re.IGNORECASE)
HERE = re.compile(
    r"https?://(?:127\.0\.0\.1|localhost|\[::1\]|0\.0\.0\.0)(?::[0-9]+)?(?=[/?#]|[.,;:]*$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the window knows by itself when a report is asked for."""

    paths: Paths
    settings: Settings
    health: Health
    display: Mapping[str, str]


def display() -> dict[str, str]:
    """How things are shown; asked on the window's thread."""
    screens = (
        f"{one.size().width()}×{one.size().height()} at {one.devicePixelRatio():g}" for one in QGuiApplication.screens()
    )
    return {
        "Qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "screens": ", ".join(screens),
        "theme": f"{theme.THEME.choice}, scale {theme.THEME.fonts.scale:g}",
        "language": os.environ.get("LANG", ""),
    }


def report(standing: Standing) -> str:
    """The whole text. Reads files: not on the window's thread."""
    store = overview_lines(standing)
    parts = (
        ("Versions", lines(versions())),
        ("Display", lines(standing.display)),
        ("Engine", lines(engine_facts(standing.health))),
        ("Store", store),
        ("Settings", lines(settings_facts(standing.settings))),
        ("Log", read_tail(standing.paths.logs, LOG_BYTES).strip() or "empty"),
    )
    text = "\n\n".join(f"## {title}\n{scrubbed(content)}" for title, content in parts)
    return f"# Webhook Inspector: report of a problem\n\nWhat I did, and what happened instead:\n\n\n{text}\n"


def engine_facts(health: Health) -> dict[str, object]:
    """How the engine is."""
    return {
        "listening": ", ".join(health.listening) or "no",
        "exposed": health.exposed,
        "refused": health.refused,
        "problem": health.problem or "none",
        "keyring": health.keyring or "not known",
    }


def settings_facts(settings: Settings) -> dict[str, object]:
    """Settings without secrets, targets and addresses of anybody."""
    found: dict[str, object] = {name: getattr(settings, name) for name in SHOWN}
    found |= {name: f"{len(getattr(settings, name))} of them" for name in COUNTED}
    return found | {name: "set" if getattr(settings, name) else "not set" for name in NAMED}


def overview_lines(standing: Standing) -> str:
    """The store in figures."""
    store = store_overview(standing.paths.store)
    facts: dict[str, object] = {
        "captures": "none" if store.captures is None else store.captures,
        "bytes": store.size,
        "schema": store.schema or "none",
        "problem": store.problem or "none",
        "temporary": standing.paths.temporary,
        "file system encoding": sys.getfilesystemencoding(),
    }
    return lines(facts)


def lines(facts: Mapping[str, object]) -> str:
    """One fact a line."""
    return "\n".join(f"{name}: {value}" for name, value in facts.items())


def scrubbed(text: str, homes: Iterable[str] = ()) -> str:
    """Without the name of the user's folder, and without addresses outside this machine."""
    for home in {*homes, str(Path.home())} - {"/", ""}:
        text = text.replace(home, "~")
    return URL.sub(lambda match: match[0] if HERE.match(match[0]) else f"{match[1]}://…", text)

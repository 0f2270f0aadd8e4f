"""Pictures of the running window with real payloads, sent through a real engine.

`pictures.py` paints those of the README into `resources/pictures`; `pictures.py --all FOLDER` paints every state in
light and dark, at 1280×720 and 1920×1080.
"""

import argparse
import asyncio
import base64
import hashlib
import hmac
import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QLabel  # noqa: E402 - the checkout must be on the path first

from inspector.core.messages import AddSecret  # noqa: E402
from inspector.core.paths import Paths  # noqa: E402
from inspector.core.settings import Settings  # noqa: E402
from inspector.gui import application, life, loop, tasks, theme  # noqa: E402
from inspector.gui.memory import Memory  # noqa: E402
from inspector.gui.opening import open_list  # noqa: E402
from inspector.gui.signals import Signals  # noqa: E402
from inspector.gui.single_window import SingleWindow  # noqa: E402

README = ("empty-light", "no-secret-light", "valid-light", "not-valid-dark")
SIZES = ("1280x720", "1920x1080")
THEMES = ("light", "dark")
SECRETS = {"stripe": "whsec_pictures", "github": "pictures", "openai": "whsec_cGljdHVyZXM=", "slack": "pictures"}
PUSH = ROOT / "tests" / "vectors" / "github" / "push.json"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One run of the program: a theme and a size; its pictures are named by `name`, and only `wanted` are kept."""

    theme: str
    size: str
    name: Callable[[str], str]
    wanted: frozenset[str]
    folder: Path


class Session:
    """Drives one window through its states."""

    def __init__(self, parts: life.Parts, shot: Shot) -> None:
        self._parts = parts
        self._shot = shot
        self.window = parts.desktop.desk.window

    async def run(self) -> None:
        """Take every picture, then close the window."""
        url = await self._listening()
        await self._keep("empty")
        await asyncio.to_thread(send_all, url)
        await self._rows(len(EVENTS))
        await self._add("stripe", SECRETS["stripe"])
        await self._add("openai", SECRETS["openai"])
        await self._open(GITHUB_PUSH, "github")
        await self._keep("no-secret")
        await self._add("github", SECRETS["github"] + "\n")
        await self._until(lambda: self._said("line break"))
        await self._keep("not-valid")
        await self._add("github", SECRETS["github"])
        await self._until(lambda: self._said("Valid"))
        await self._keep("valid")
        self.window.close()

    async def _listening(self) -> str:
        health = []
        self._parts.bridge.news.connect(lambda news: health.append(news.health) if news.health else None)
        await self._until(lambda: any(one.listening for one in health))
        return str(next(one.listening[0] for one in health if one.listening))

    async def _add(self, provider: str, value: str) -> None:
        await self._parts.bridge.ask(AddSecret(provider=provider, name="production", value=value))

    async def _rows(self, count: int) -> None:
        await self._until(lambda: self.window.model.rowCount() == count)

    async def _open(self, number: int, provider: str) -> None:
        row = self.window.model.row_of(number)
        assert row is not None
        self.window.table.selectRow(row)
        await self._until(lambda: self._said("signed this"))

    def _said(self, words: str) -> bool:
        return any(words in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    async def _until(self, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("The window did not come to the state that was to be painted.")
            await asyncio.sleep(0.05)

    async def _keep(self, state: str) -> None:
        await asyncio.sleep(1.2)  # notices, counts and the list settle
        if state in self._shot.wanted:
            self._shot.folder.mkdir(parents=True, exist_ok=True)
            self.window.grab().save(str(self._shot.folder / f"{self._shot.name(state)}.png"))


def take(shot: Shot) -> int:
    """Run the program once in this process and take its pictures."""
    with tempfile.TemporaryDirectory() as home:
        paths = Paths(store=Path(home) / "captures.db", config=Path(home), logs=Path(home) / "logs")
        settings = replace(Settings(), theme=shot.theme)  # type: ignore[arg-type]
        app = application.make_application()
        single = SingleWindow(paths.server_name)
        single.claim()
        window, memory = application.make_window(paths), Memory(paths.config)
        theme.apply(app, settings.theme)
        opened = open_list(window, paths, memory)
        parts = life.build(window, paths, settings, opened, host=None, port=None, single=single, memory=memory)
        session = Session(parts, shot)
        width, height = map(int, shot.size.split("x"))
        session.window.resize(width, height)
        session.window.show()
        signals = Signals()

        async def live() -> int:
            tasks.spawn(session.run(), name="taking pictures")
            return await life.live(parts, signals)

        return loop.run(app, live)


def signed_stripe(body: bytes, number: int) -> dict[str, str]:
    """As Stripe signs."""
    now = int(time.time())
    digest = hmac.new(SECRETS["stripe"].encode(), b"%d." % now + body, hashlib.sha256).hexdigest()
    return {"Stripe-Signature": f"t={now},v1={digest}"}


def signed_github(body: bytes, number: int) -> dict[str, str]:
    """As GitHub signs."""
    digest = hmac.new(SECRETS["github"].encode(), body, hashlib.sha256).hexdigest()
    return {
        "X-GitHub-Event": "push" if number == GITHUB_PUSH else "pull_request",
        "X-GitHub-Delivery": f"0b1a9f3e-0000-4000-8000-{number:012d}",
        "X-Hub-Signature-256": f"sha256={digest}",
    }


def signed_openai(body: bytes, number: int) -> dict[str, str]:
    """As Standard Webhooks says."""
    now = int(time.time())
    key = base64.b64decode(SECRETS["openai"].removeprefix("whsec_"))
    digest = hmac.new(key, f"wh_{number}.{now}.".encode() + body, hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": f"wh_{number}", "webhook-timestamp": str(now), "webhook-signature": signature}


def signed_slack(body: bytes, number: int) -> dict[str, str]:
    """As Slack signs."""
    now = int(time.time())
    digest = hmac.new(SECRETS["slack"].encode(), b"v0:%d:" % now + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(now), "X-Slack-Signature": f"v0={digest}"}


def unsigned(body: bytes, number: int) -> dict[str, str]:
    """As somebody else's program."""
    return {}


def stripe(event: str, **of: object) -> bytes:
    """An event of Stripe about one object."""
    return json.dumps(
        {"id": f"evt_{event}", "object": "event", "type": event, "data": {"object": of}}, indent=2
    ).encode()


def events() -> list[tuple[str, bytes, Callable[[bytes, int], dict[str, str]]]]:
    """Path, body and signer of each request, oldest first."""
    push = PUSH.read_bytes()
    pull = (PUSH.parent / "pull_request.json").read_bytes()
    batch = {"id": "evt_1", "object": "event", "type": "batch.completed", "data": {"id": "batch_abc123"}}
    slack = {"type": "event_callback", "event_id": "Ev1", "event": {"type": "app_mention", "channel": "C024BE91L"}}
    refund = stripe(
        "charge.refunded", id="ch_3Nk", object="charge", amount_refunded=1200, currency="eur", customer="cus_9s6"
    )
    paid = stripe(
        "payment_intent.succeeded",
        id="pi_1",
        object="payment_intent",
        amount=4900,
        currency="eur",
        customer="cus_9s6XBn",
    )
    return [
        ("/hooks/stripe", refund, signed_stripe),
        ("/anything/you?like=1", b'{"order": 12, "status": "created"}', unsigned),
        ("/hooks/slack", json.dumps(slack).encode(), signed_slack),
        ("/hooks/openai", json.dumps(batch).encode(), signed_openai),
        ("/hooks/openai", json.dumps(batch).encode(), signed_openai),
        ("/hooks/github", pull, signed_github),
        ("/hooks/stripe", refund, signed_stripe),
        ("/hooks/github", push, signed_github),
        ("/hooks/stripe", paid, signed_stripe),
    ]


GITHUB_PUSH = 8
"""The number of the push among the events, which is the number of its capture."""
EVENTS = events()


def send_all(url: str) -> None:
    """Send the events, one after the other."""
    for number, (path, body, sign) in enumerate(EVENTS, 1):
        fields = {"Content-Type": "application/json"} | sign(body, number)
        with urllib.request.urlopen(
            urllib.request.Request(url + path, data=body, headers=fields), timeout=10
        ) as response:
            response.read()
        time.sleep(0.05)


def main() -> int:
    """Take the README's pictures, or all; each theme and size is a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", metavar="FOLDER", type=Path, help="every state, theme and size, into this folder")
    parser.add_argument("--one", nargs=3, metavar=("THEME", "SIZE", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        theme, size, folder = options.one
        return take(shot_of(theme, size, Path(folder), only_readme=options.all is None))
    runs = (
        [(theme, size) for theme in THEMES for size in SIZES]
        if options.all
        else [(theme, SIZES[0]) for theme in THEMES]
    )
    folder = options.all or ROOT / "resources" / "pictures"
    for theme, size in runs:
        every = ["--all", str(folder)] if options.all else []
        command = [sys.executable, __file__, *every, "--one", theme, size, str(folder)]
        if subprocess.run(command, check=False).returncode:
            return 1
        print(f"{theme} {size}")
    return 0


def shot_of(theme: str, size: str, folder: Path, *, only_readme: bool) -> Shot:
    """Which pictures one run keeps, and how they are named."""
    states = frozenset(("empty", "no-secret", "valid", "not-valid"))
    if not only_readme:
        return Shot(theme=theme, size=size, folder=folder, wanted=states, name=lambda state: f"{state}-{theme}-{size}")
    wanted = frozenset(state for state in states if f"{state}-{theme}" in README)
    return Shot(theme=theme, size=size, folder=folder, wanted=wanted, name=lambda state: f"{state}-{theme}")


if __name__ == "__main__":
    sys.exit(main())

"""A new user, from the start of the program to the first verdict; then the same with the keyboard alone."""

import hashlib
import hmac
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from inspector.gui.tokens import read_tokens
from tests.bench.processes import ROOT
from tests.proof.hands import Hands, program
from virtual_display import virtual_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdotool is a program for X11")

SECRET = "whsec_newUser0123456789"
EVENT = b'{"id":"evt_1","object":"event","type":"invoice.paid","data":{"object":{"id":"in_1","amount_paid":4900}}}'
COLOURS = read_tokens("light")


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    """A screen with nothing on it but the program, just started."""
    with virtual_display("1280x720x24") as variables, program(variables, tmp_path):
        hands = Hands(variables, tmp_path)
        hands.wait_for_window("Webhook Inspector")
        hands.wait_for(lambda: found(hands, COLOURS.accent), "the page for an empty window")
        yield hands


def test_two_actions_from_the_first_webhook_to_its_verdict(hands: Hands, tmp_path: Path) -> None:
    """One click copies the URL; after the webhook came the secret is pasted and Check clicked, and ✓ is seen."""
    hands.click(hands.wait_for(lambda: found(hands, COLOURS.accent), "the button that copies the URL"))
    url = hands.wait_for(lambda: listening(hands), "the URL on the clipboard")
    assert hands.actions == ["click"]

    post(url)
    asked = hands.wait_for(lambda: found(hands, COLOURS.warnbg), "what is asked for the secret")
    with hands.holding(SECRET):
        hands.press("ctrl+v")
        hands.click(
            hands.wait_for(lambda: found(hands, COLOURS.accent, below=asked.top()), "the button that checks it")
        )
        hands.wait_for(lambda: verdict(tmp_path) == "valid", "the verdict in the store")
    hands.wait_for(lambda: found(hands, COLOURS.validbg), "the verdict in green")

    assert hands.actions == ["click", "ctrl+v", "click"]


def test_the_same_with_the_keyboard_alone(hands: Hands, tmp_path: Path) -> None:
    """One key copies the URL; then the secret is pasted, and Enter checks it."""
    hands.press("ctrl+l")
    url = hands.wait_for(lambda: listening(hands), "the URL on the clipboard")

    post(url)
    hands.wait_for(lambda: found(hands, COLOURS.warnbg), "what is asked for the secret")
    with hands.holding(SECRET):
        hands.press("ctrl+v")
        hands.press("Return")
        hands.wait_for(lambda: verdict(tmp_path) == "valid", "the verdict in the store")
    hands.wait_for(lambda: found(hands, COLOURS.validbg), "the verdict in green")

    assert hands.actions == ["ctrl+l", "ctrl+v", "Return"]


def found(hands: Hands, colour: QColor, *, below: int = 0) -> QRect | None:
    """Where something of a colour stands, None while nothing does."""
    place = hands.find(colour, below=below)
    return None if place.isEmpty() else place


def listening(hands: Hands) -> str:
    """The URL that was copied, empty before."""
    copied = hands.copied()
    return copied if copied.startswith("http://127.0.0.1:") else ""


def post(url: str) -> None:
    """Send an event as Stripe signs it, with the real curl."""
    now = int(time.time())
    digest = hmac.new(SECRET.encode(), b"%d." % now + EVENT, hashlib.sha256).hexdigest()
    fields = ("Content-Type: application/json", f"Stripe-Signature: t={now},v1={digest}")
    command = ["curl", "-sS", "--fail", "--max-time", "30", "--data-binary", "@-"]
    for field in fields:
        command += ["-H", field]
    subprocess.run([*command, f"{url}/stripe"], input=EVENT, check=True, stdout=subprocess.DEVNULL)


def verdict(folder: Path) -> str:
    """What the program says of the last capture to a script."""
    command = [sys.executable, "-m", "inspector", "show", "last", "--json", "--store", str(folder / "captures.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
    status: str = json.loads(done.stdout)["signature"]["status"]
    return status

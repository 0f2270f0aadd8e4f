"""Samples of Trello."""

import json
import re

from inspector.providers.samples.trello import TRELLO
from tests.providers.samples.sent import NOW, arrived, check

CARD = "Shop · Show delivery dates in the cart"
GISTS = {
    "updateCard": f"{CARD} · Doing → Review · Amélie Renard",
    "createCard": f"{CARD} · Amélie Renard",
    "commentCard": rf"{CARD} · Amélie Renard: Dates come from the carrier, else from the warehouse\.",
    "addMemberToCard": f"{CARD} · Jonas Lindqvist added",
    "addLabelToCard": f"{CARD} · Ready",
    "addAttachmentToCard": rf"{CARD} · cart\.png",
    "addChecklistToCard": f"{CARD} · Before release",
    "updateCheckItemStateOnCard": f"{CARD} · Ask the warehouse: complete",
    "deleteCard": "Shop · To do · Amélie Renard",
    "createList": "Shop · Next · Amélie Renard",
    "updateList": "Shop · Next · Amélie Renard",
    "addMemberToBoard": "Shop · Jonas Lindqvist added",
}


def test_each_tells_what_happened() -> None:
    """In one line, with the board."""
    gists = check("trello")

    assert gists.keys() == GISTS.keys()
    assert {event: gist for event, gist in gists.items() if not re.fullmatch(GISTS[event], gist or "")} == {}


def test_its_ids_say_when_they_were_made() -> None:
    """Their first eight digits are seconds since 1970, as with those of Trello's database."""
    for sample in TRELLO:
        action = json.loads(arrived(sample).body.read())["action"]
        assert len(action["id"]) == 24
        assert int(action["id"][:8], 16) == int(NOW.timestamp()) - 1
        assert action["display"]["entities"]["memberCreator"]["username"] == action["memberCreator"]["username"]

"""What an app did is asked for by the window, worked out in the worker process, and kept nowhere."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from inspector.core.app_messages import AppAnswer, CheckApp
from inspector.core.errors import NothingError, UsageError
from inspector.core.handing import leave
from inspector.engine.wishes import fulfil
from tests.engine.conftest import EVENT, Running, signed

MADE = json.dumps(json.loads(EVENT)).encode()


async def ask(running: Running, **given: str) -> AppAnswer:
    """The answer about a delivery that arrives now."""
    _, id = await running.post(EVENT, "/", signed())
    answer = await fulfil(running.engine, CheckApp(id=id or 0, framework="flask", **given))
    assert isinstance(answer, AppAnswer)
    return answer


async def test_a_line_a_file_and_a_pasted_body(running: Running, tmp_path: Path) -> None:
    """Each names what the app did; what was pasted is gone from the disk afterwards, the user's file is not."""
    file = tmp_path / "seen.bin"
    file.write_bytes(MADE)
    draft = leave(running.engine.paths.drafts, MADE)

    given = (
        {"given": f"webhook-inspector {len(MADE)} {sha256(MADE).hexdigest()}"},
        {"file": str(file)},
        {"draft": str(draft)},
    )
    for one in given:
        answer = await ask(running, **one)
        assert answer.status == "found"
        assert "json.dumps(request.json)" in answer.title
    assert file.exists()
    assert not draft.exists()


async def test_the_same_digest_as_the_sender(running: Running) -> None:
    """The secrets that are kept here are tried: the sender's own signature leaves the comparison."""
    headers = signed()
    _, id = await running.post(EVENT, "/", headers)
    digest = headers["Stripe-Signature"].partition("v1=")[2]
    answer = await fulfil(running.engine, CheckApp(id=id or 0, given=digest))

    assert isinstance(answer, AppAnswer)
    assert answer.status == "same"
    assert "comparison" in answer.advice


async def test_what_cannot_be_read(running: Running, tmp_path: Path) -> None:
    """A file that is not there, and a capture that is not there, are each a sentence."""
    with pytest.raises(UsageError, match="cannot be read"):
        await ask(running, file=str(tmp_path / "nothing"))
    with pytest.raises(NothingError):
        await fulfil(running.engine, CheckApp(id=999, given="1"))
    with pytest.raises(UsageError, match="left for this store"):
        await ask(running, draft=str(tmp_path / "elsewhere" / "draft"))


def test_nothing_of_it_is_shown_in_a_log() -> None:
    """A digest may be a signature; its repr leaves it out."""
    assert "abc" not in repr(CheckApp(id=1, given="abc", file="abc", draft="abc"))

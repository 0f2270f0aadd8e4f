"""Samples of models."""

import re

from inspector.providers.samples.ai import BATCH_COMPLETED, CALL_INCOMING
from tests.providers.samples.sent import arrived, check

THINGS = {
    "batch": r"batch_[0-9a-f]{32}",
    "response": r"resp_[0-9a-f]{50}",
    "fine_tuning": r"ftjob-\w{24}",
    "eval": r"evalrun_[0-9a-f]{32}",
}


def test_those_of_openai() -> None:
    """Each names the thing that is done, and is not taken for just any Standard Webhook."""
    gists = check("openai")
    call = gists.pop(CALL_INCOMING.event)

    assert list(gists)[:3] == ["batch.completed", "response.completed", "fine_tuning.job.succeeded"]
    assert len(gists) >= 10
    for event, gist in gists.items():
        assert re.fullmatch(THINGS[event.partition(".")[0]], gist or ""), event
    assert re.fullmatch(
        r'From "\+12025550143" <sip:\+12025550143@carrier\.example\.com>.* · rtc_[0-9a-f]{32}', call or ""
    )


def test_it_is_written_as_openai_writes_it() -> None:
    """With a blank behind each colon and comma, and the thing in the order of its documentation."""
    body = arrived(BATCH_COMPLETED).body.read()

    assert re.fullmatch(
        rb'\{"id": "evt_\w+", "object": "event", "created_at": \d{10}, "type": "batch\.completed", '
        rb'"data": \{"id": "batch_\w+"\}\}',
        body,
    )

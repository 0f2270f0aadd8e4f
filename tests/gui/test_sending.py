"""How far a sending is, in words."""

from inspector.core.long_work import Outcome
from inspector.gui.models.results_model import Result
from inspector.gui.sending import Sending


def sending_of(*statuses: int | None, total: int) -> Sending:
    """A sending to a target t that has come so far."""
    sending = Sending(target="http://t", name="t", total=total)
    for id, status in enumerate(statuses, start=1):
        sending.add(Result(outcome=Outcome(capture_id=id, status=status)))
    return sending


def test_the_sentence_says_how_far_it_is_and_how_it_ended() -> None:
    """Counts what failed, and tells an end from a stop."""
    sending = sending_of(200, None, 404, total=4)
    assert sending.sentence() == "3 of 4 sent to t, 2 were not taken…"
    assert sending.failed_ids() == (2, 3)

    sending.ended = True
    assert sending.sentence() == "Stopped: 3 of 4 were sent to t, 2 were not taken."

    whole = sending_of(200, total=1)
    whole.ended = True
    assert whole.sentence() == "1 capture sent to t."

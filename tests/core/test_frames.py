"""What is written to the pipe."""

import pickle

from inspector.core.frames import Call, Done, Quit
from inspector.core.messages import Captured, ChangeSettings, Health, Remove, Removed
from inspector.core.response import Response
from inspector.core.secret import SecretName


def test_frames_cross_a_pipe() -> None:
    """They arrive as they were sent."""
    health = Health(
        listening=("http://127.0.0.1:8765",),
        response=Response(status=500),
        secrets=(SecretName(provider="a", name="b"),),
    )
    for frame in (
        health,
        Captured(last_id=3, count=2),
        Call(number=1, wish=Remove(ids=None, filter="is:retry")),
        Call(number=2, wish=ChangeSettings(values=(("theme", "dark"), ("recent_targets", ("a", "b"))))),
        Done(number=1, answer=Removed(token=5, count=9)),
        Done(number=2, error="The disk is full.", exit_code=5),
        Quit(),
    ):
        assert pickle.loads(pickle.dumps(frame)) == frame

"""What crosses the pipe."""

import pickle
from dataclasses import is_dataclass
from typing import get_args, get_type_hints

import pytest

from inspector.core import messages
from inspector.core.messages import Call, Captured, Done, Fact, Frame, Health, Wish
from inspector.core.response import Response
from inspector.core.secret import Secret, SecretName

KINDS = (*get_args(Fact), *get_args(Wish), *get_args(Frame))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_messages_are_frozen_and_hold_no_secret_value_and_no_body(kind: type) -> None:
    """Facts never carry bytes or a secret; a body stays in the store, where the window reads it."""
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not {bytes, Secret} & set(get_type_hints(kind).values())


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
        Call(number=1, wish=messages.Remove(ids=None, filter="is:retry")),
        Call(number=2, wish=messages.ChangeSettings(values=(("theme", "dark"), ("recent_targets", ("a", "b"))))),
        Done(number=1, answer=messages.Removed(token=5, count=9)),
        Done(number=2, error="The disk is full.", exit_code=5),
        messages.Quit(),
    ):
        assert pickle.loads(pickle.dumps(frame)) == frame


def test_a_secret_on_its_way_is_not_shown() -> None:
    """A log that prints a wish does not print the secret in it."""
    wish = messages.AddSecret(provider="stripe", name="test", value="whsec_verysecret")

    assert "whsec_verysecret" not in repr(wish)
    assert "whsec_verysecret" not in repr(Call(number=1, wish=wish))

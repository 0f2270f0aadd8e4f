"""What crosses the pipe."""

from dataclasses import is_dataclass
from typing import get_args, get_type_hints

import pytest

from inspector.core.frames import Call, Frame
from inspector.core.messages import Fact
from inspector.core.secret import Secret
from inspector.core.secret_wishes import AddSecret
from inspector.core.wishes import Wish

KINDS = (*get_args(Fact), *get_args(Wish), *get_args(Frame))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_messages_are_frozen_and_hold_no_secret_value_and_no_body(kind: type) -> None:
    """Facts never carry bytes or a secret; a body stays in the store, where the window reads it."""
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not {bytes, Secret} & set(get_type_hints(kind).values())


def test_a_secret_on_its_way_is_not_shown() -> None:
    """A log that prints a wish does not print the secret in it."""
    wish = AddSecret(provider="stripe", name="test", value="whsec_verysecret")

    assert "whsec_verysecret" not in repr(wish)
    assert "whsec_verysecret" not in repr(Call(number=1, wish=wish))

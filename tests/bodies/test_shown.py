"""What views give can go to another process."""

import pickle

import pytest

from inspector.bodies.registry import VIEWS, view
from inspector.bodies.shown import View


@pytest.mark.parametrize("one", VIEWS, ids=lambda one: one.name)
def test_views_cross_a_pipe(one: View) -> None:
    """A view and what it shows can be pickled, so that large bodies may be read in the worker."""
    shown = view(b'{"a":1}', "application/json", chosen=one.name)

    assert one == pickle.loads(pickle.dumps(one))
    assert shown == pickle.loads(pickle.dumps(shown))

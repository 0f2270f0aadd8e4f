"""Header fields as lines and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.headers import Pair
from inspector.gui.views.editing.field_lines import lines_of, pairs_of, shown, written

NAMES = st.text(alphabet="aZ-9", min_size=1).map(str.encode)
VALUES = st.binary(max_size=12).map(lambda raw: raw.replace(b"\n", b"").strip(b" \t"))


@given(st.lists(st.tuples(NAMES, VALUES)))
def test_untouched_lines_give_the_same_bytes(pairs: list[Pair]) -> None:
    """Order, case, repeats, and bytes that are no UTF-8."""
    text = lines_of(pairs)

    found, problem = pairs_of(text, pairs)
    assert problem == ""
    assert [(name, shown(value)) for name, value in found] == [(name, shown(value)) for name, value in pairs]
    if len({(name, shown(value)) for name, value in pairs}) == len(set(pairs)):
        assert found == pairs


def test_what_was_latin_1_stays_latin_1() -> None:
    """What was not there before is UTF-8."""
    before = [(b"X-A", b"caf\xe9"), (b"X-B", b"1")]
    found, _ = pairs_of("X-A: cafés\nX-B: é\nX-C:é  ", before)

    assert found == [(b"X-A", b"caf\xe9s"), (b"X-B", "é".encode()), (b"X-C", "é".encode())]
    assert written("€", b"\xe9") == "€".encode()


@pytest.mark.parametrize(
    ("text", "pairs", "said"),
    [
        ("A: 1\n\nB:2", [(b"A", b"1"), (b"B", b"2")], ""),
        ("A: 1\nB 2\nC: 3", [(b"A", b"1"), (b"C", b"3")], "Line 2 is no header field"),
        ("A: b: c", [(b"A", b"b: c")], ""),
        ("A:", [(b"A", b"")], ""),
    ],
)
def test_lines_are_fields(text: str, pairs: list[Pair], said: str) -> None:
    """Empty lines are passed over; the first line without a colon is named."""
    found, problem = pairs_of(text, [])

    assert found == pairs
    assert said in problem
    assert bool(said) == bool(problem)

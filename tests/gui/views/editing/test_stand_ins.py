"""Characters that cannot be seen, and their stand-ins."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.plain import MARKS
from inspector.gui.views.editing.stand_ins import FIRST, can_stand_in, from_stand_ins, is_stand_in, to_stand_ins


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    """As long as before, and the same where it holds no stand-in by itself."""
    if can_stand_in(text):
        assert len(to_stand_ins(text)) == len(text)
        assert from_stand_ins(to_stand_ins(text)) == text


def test_nothing_that_turns_direction_or_hides_is_left() -> None:
    """Tabs and line feeds alone stay what they are."""
    shown = to_stand_ins("".join(map(chr, MARKS)))

    assert {char for char in shown if ord(char) in MARKS} == {"\t", "\n"}
    assert all(map(is_stand_in, shown.replace("\t", "").replace("\n", "")))


def test_a_text_with_stand_ins_of_its_own_is_known() -> None:
    """It could not be turned back."""
    assert not can_stand_in("a" + chr(FIRST))
    assert can_stand_in("ä€😀\u202e")

"""Finding a command by a part of its name."""

from inspector.gui.matching import best_first, fit

NAMES = [("Resend", "Capture"), ("Export: Everything…", "File"), ("Copy as: HAR 1.2", "Edit"), ("Next unread", "View")]


def found(typed: str) -> list[str]:
    """The names that fit, the best first."""
    return best_first(typed, [title for title, _ in NAMES], NAMES)


def test_what_begins_with_the_words_comes_before_what_holds_them() -> None:
    """And a word's beginning before its middle."""
    assert found("re") == ["Resend", "Next unread"]
    assert found("EX") == ["Export: Everything…", "Next unread"]


def test_words_may_be_scattered_and_one_may_be_the_menus() -> None:
    """Each must be there."""
    assert found("har copy") == ["Copy as: HAR 1.2"]
    assert found("file every") == ["Export: Everything…"]
    assert found("har file") == []


def test_letters_in_order_fit_last() -> None:
    """The first of them begins a word."""
    assert found("nur") == ["Next unread"]
    assert found("esnd") == []


def test_nothing_typed_fits_all_in_their_order() -> None:
    """As the menus have them."""
    assert found("") == [title for title, _ in NAMES]
    assert fit("", "Resend") == 0

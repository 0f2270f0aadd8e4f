"""What the list is sorted by."""

import pytest

from inspector.gui.models.sorting import Sort, next_sort, read_sort


@pytest.mark.parametrize(
    ("column", "clicks"),
    [
        ("size", [Sort(column="size", descending=True), Sort(column="size"), None]),
        ("provider", [Sort(column="provider"), Sort(column="provider", descending=True), None]),
        ("id", [Sort(column="id"), None, Sort(column="id")]),
    ],
)
def test_clicks_go_from_the_natural_way_to_the_other_and_back(column: str, clicks: list[Sort | None]) -> None:
    """Numbers begin with the largest, words with the first; by number and falling is newest first anyway."""
    sort: Sort | None = None
    found = []
    for _ in clicks:
        sort = next_sort(sort, column)
        found.append(sort)

    assert found == clicks


def test_another_column_begins_anew() -> None:
    """Whatever the one before was doing."""
    assert next_sort(Sort(column="size", descending=True), "event") == Sort(column="event")


@pytest.mark.parametrize("sort", [Sort(column="size", descending=True), Sort(column="note")])
def test_what_was_written_is_read_again(sort: Sort) -> None:
    """As it is kept between starts."""
    assert read_sort(str(sort)) == sort


@pytest.mark.parametrize("text", ["", "size", "mood rising", "size sideways"])
def test_what_cannot_be_read_is_newest_first(text: str) -> None:
    """A file of another version does no harm."""
    assert read_sort(text) is None

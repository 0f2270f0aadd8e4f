"""The columns of the list."""

from inspector.core.filter.parser import parse
from inspector.core.filter.writing import write_term
from inspector.gui.models.columns import COLUMNS
from tests.gui.stage import row


def test_names_are_unique_and_texts_are_texts() -> None:
    """What is remembered by name is found again, and every cell can be copied."""
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)
    assert all(isinstance(column.text(row()), str) for column in COLUMNS)


def test_rows_without_anything_have_texts_too() -> None:
    """A request of nobody, without response and event, shows blanks and no None."""
    bare = row(provider=None, event=None, gist=None, status=None, duration_ms=None, signature="unknown", method="")

    assert [column.name for column in COLUMNS if "None" in column.text(bare)] == []


def test_every_term_of_a_column_can_be_filtered_for() -> None:
    """Filter for this value writes a filter that can be read."""
    terms = [(column.term, column.value(row())) for column in COLUMNS if column.term]

    assert terms
    for term, value in terms:
        assert value is not None
        parse(write_term(term, value))


def test_the_path_is_filtered_without_its_query() -> None:
    """The path term is compared with the path alone."""
    path = next(column for column in COLUMNS if column.name == "path")

    assert path.text(row()) == "/hooks/stripe?x=1"
    assert path.value(row()) == "/hooks/stripe"

"""What snippets in Python are made of; whether they run is seen in `test_python`."""

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.python_parts import functions, piece, text
from tests.providers.snippets.cases import CASES, planned, sampled


def test_only_functions_that_are_used_are_written() -> None:
    """With what they use themselves, and fitted to the provider."""
    plan = sampled("twilio")[0]

    assert functions(planned(CASES[0]), ["message = body"]) == []
    lines = functions(plan, ["x = in_order()"])
    assert "def in_order():" in lines
    assert any("set(pairs)" in line for line in lines)


def test_a_value_of_the_payload_is_read_where_the_signature_stands_too() -> None:
    """As text and as a part of the message, and a name with quotation marks stays in its literal."""
    one = Piece(kind="form", name='a"b')

    assert '\\"' in text(one)
    assert text(one) in piece(one)

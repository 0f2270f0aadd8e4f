"""Rows of text get their colours."""

from inspector.gui.highlight import formats, spans
from inspector.gui.tokens import read_tokens


def parts(text: str, language: str, *, continues: bool = False) -> list[tuple[str, str]]:
    return [(text[start : start + length], name) for start, length, name in spans(text, language, continues)]


def test_json_by_row() -> None:
    """Keys, strings, numbers, constants and punctuation differ; nothing depends on other rows."""
    found = parts('  "id": 1152921505151679042, "s": "x\\/y", "b": true,', "json")

    assert ('"id"', "key") in found
    assert ("1152921505151679042", "number") in found
    assert ("true", "const") in found
    assert "string" in {name for _, name in found}


def test_a_row_that_continues_a_string_is_string() -> None:
    """The second piece of a long string is not read as JSON."""
    assert [("abc: 1", "string")] == parts("abc: 1", "json", continues=True)


def test_broken_rows_do_no_harm() -> None:
    """What the lexer cannot read has no colour and raises nothing."""
    for text in ('"open', "}{][", "\\", "", "\u202e", '"a":"b\\'):
        spans(text, "json")
        spans(text, "xml")


def test_xml_and_hex() -> None:
    """Tags are keys; of a dump the place is muted and the text is string."""
    assert ("<a", "key") in parts("<a>text</a>", "xml")
    assert [("00000000", "muted"), ("AB", "string")] == parts("00000000  41 42" + " " * 45 + "AB", "hex")


def test_plain_text_has_no_colours() -> None:
    """Text that is nothing else is not coloured."""
    assert () == spans("true 1", "text")


def test_formats_have_the_colours_in_force() -> None:
    """Dark text is coloured for dark."""
    colours = read_tokens("dark")

    [one] = formats(((0, 3, "key"),), colours)

    assert (0, 3, colours.key.name()) == (one.start, one.length, one.format.foreground().color().name())

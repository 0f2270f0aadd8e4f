"""Which bytes are signed."""

from inspector.providers.message import message


def test_parts_before_and_after_the_body() -> None:
    """Literals and values stand where the template has them."""
    read = message("v0:{X-Time}:{body}{t}!", fields=("t",))

    assert read.compose({"X-Time": b"17", "t": b"9"}) == (b"v0:17:", b"9!")
    assert [part.name for part in read.values] == ["X-Time", "t"]
    assert read.covers_body


def test_line_ends_are_shown() -> None:
    """The template is read by people, on one line; what is signed has the line ends themselves."""
    read = message("{X-Time}\n{body}\n")

    assert read.template == r"{X-Time}\n{body}\n"
    assert read.compose({"X-Time": b"17"}) == (b"17\n", b"\n")


def test_messages_without_body_or_values() -> None:
    """The body alone, and values alone."""
    assert message("{body}").compose({}) == (b"", b"")
    assert message("{json:a.b}|{X-Id}").compose({"json:a.b": b"1", "X-Id": b"2"}) == (b"1|2", b"")
    assert not message("{X-Id}").covers_body

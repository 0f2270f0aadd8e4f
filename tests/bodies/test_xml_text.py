"""XML is indented where that is safe."""

import pytest

from inspector.bodies.shown import Unreadable
from inspector.bodies.xml_text import INDENTED, show_xml


def test_indents() -> None:
    """White space between tags is made anew, everything else stays."""
    body = b"""<?xml version="1.0"?><a x='1 > 0' y="&lt;"><b>text &amp; more</b><c/><!-- a
 comment --><d><![CDATA[<raw>]]></d><e></e></a>"""

    assert (
        """<?xml version="1.0"?>
<a x='1 > 0' y="&lt;">
  <b>text &amp; more</b>
  <c/>
  <!-- a
 comment -->
  <d><![CDATA[<raw>]]></d>
  <e></e>
</a>"""
        == show_xml(body, "application/xml").text
    )


def test_mixed_text_is_kept() -> None:
    """Text between elements keeps its words and order."""
    text = show_xml(b"<p>one <b>two</b> three</p>", "text/xml").text

    assert text is not None
    assert ["<p>one", "<b>two</b>", "three", "</p>"] == [line.strip() for line in text.splitlines()]


def test_reads_the_charset_of_the_declaration() -> None:
    """Where the type names none, the declaration's encoding counts."""
    body = '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode("latin-1")

    assert "<a>é</a>" in (show_xml(body, "application/xml").text or "")


@pytest.mark.parametrize("body", [b"<a><b></a>", b"not xml", b"\0\1", b""])
def test_refuses_what_is_no_xml(body: bytes) -> None:
    """Other bytes are left to the next view."""
    with pytest.raises(Unreadable):
        show_xml(body, "application/xml")


def test_large_xml_is_shown_as_it_came() -> None:
    """Above a quarter of a megabyte nothing is indented."""
    body = b"<a>" + b"<b/>" * (INDENTED // 4) + b"</a>"
    shown = show_xml(body, "application/xml")

    assert body.decode() == shown.text
    assert shown.note is not None

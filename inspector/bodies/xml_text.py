"""XML: indented where that is safe, else as it came. Entities are never resolved and nothing outside is ever read."""

import re

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from inspector.bodies.shown import WHOLE, Shown, Unreadable, View
from inspector.bodies.text import is_textual, media_type, text_of

INDENTED = 256 * 1024
"""Most bytes that are indented, about ten milliseconds of work."""

DEEPEST = 64

_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}encoding=["']([A-Za-z0-9._-]{1,40})["']""")
_TOKEN = re.compile(r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*+>|[^<]++""", re.DOTALL)


def show_xml(content: bytes, header: str) -> Shown:
    """XML as text. Raises Unreadable where it is not well formed."""
    encoding = _ENCODING.match(content[:300])
    if encoding is not None and "charset" not in header.lower():
        header = f"{header or 'application/xml'}; charset={encoding.group(1).decode()}"
    text = text_of(content[:WHOLE], header)
    if text is None:
        raise Unreadable("This body is not XML.")
    if len(content) > INDENTED:
        return Shown(kind="xml", text=text, note="Large, so it is shown as it came.", language="xml")
    try:
        fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        note = "Has a document type or entities, which may be harmful; shown as it came, nothing is resolved."
        return Shown(kind="xml", text=text, note=note, language="xml")
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable(f"This body is not XML: {error}.") from error
    return Shown(kind="xml", text=_indented(text), language="xml")


def _indented(text: str) -> str:
    """White space between tags is made anew; text, attributes, comments stay as they are."""
    lines: list[str] = []
    depth, last = 0, ""
    for token in _TOKEN.findall(text.strip()):
        if not token.startswith("<") and not token.strip():
            continue
        kind = _kind(token)
        if kind == "end":
            depth -= 1
        joins = (kind == "text" and last == "start") or (kind == "end" and last in ("start", "text"))
        if joins:
            lines[-1] += token
        else:
            lines.append("  " * min(depth, DEEPEST) + (token.strip() if kind == "text" else token))
        if kind == "start":
            depth += 1
        # Text counts as text of its element only where the element began right before it.
        last = kind if kind != "text" or joins else "other"
    return "\n".join(lines)


def _kind(token: str) -> str:
    if not token.startswith("<") or token.startswith("<![CDATA["):
        return "text"
    if token.startswith(("<!", "<?")) or token.endswith("/>"):
        return "other"
    return "end" if token.startswith("</") else "start"


def suits_xml(sample: bytes, header: str) -> bool:
    """By the media type, or by a declaration where that says nothing."""
    kind = media_type(header)
    if kind.endswith(("/xml", "+xml")):
        return True
    return (not kind or is_textual(kind)) and sample.lstrip()[:5] == b"<?xml"


XML = View(name="xml", label="XML", suits=suits_xml, show=show_xml)

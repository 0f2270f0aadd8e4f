"""Text of strangers made fit for one line: bounded, printable, and encodable as UTF-8."""

EVENT_LIMIT = 200
DELIVERY_ID_LIMIT = 500
GIST_LIMIT = 120
ELLIPSIS = "…"


def one_line(text: str, limit: int) -> str:
    """Runs of white space become one blank, control, format and surrogate characters vanish; cut with an ellipsis."""
    if len(text) <= limit and text.isprintable() and "  " not in text:
        return text.strip()
    text = text[: 4 * limit]
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS

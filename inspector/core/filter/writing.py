"""Writes terms: what the window puts into the filter bar when somebody clicks on a value."""

from inspector.core.filter.wildcard import escaped

_ENDS_A_VALUE = frozenset('()"')


def write_term(name: str, value: str) -> str:
    """The term that matches captures with just this value (ASCII letters in any case): `event:invoice.paid`."""
    return f"{name}:{quoted(escaped(value))}"


def write_word(word: str) -> str:
    """The word as it is written to be searched for: in quotes, so that nothing in it has a meaning."""
    return _in_quotes(word)


def quoted(value: str) -> str:
    """A value as it is written behind an operator: in quotes where it must be."""
    if not value or any(character.isspace() or character in _ENDS_A_VALUE for character in value):
        return _in_quotes(value)
    return value


def _in_quotes(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

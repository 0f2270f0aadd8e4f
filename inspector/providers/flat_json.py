"""A JSON document taken apart once and put together in many styles: much faster than to walk it each time."""

from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

from inspector.providers.lossless import Json, Number

Mark: TypeAlias = Literal["text", "number", "plain", "{", "}", "[", "]", ",", ":"]
Token: TypeAlias = tuple[Mark, str, int]


class FlatJson:
    """The tokens of a document in order, as numbers of different tokens."""

    def __init__(self, document: Json, arrange: Callable[[Iterable[str]], list[str]]) -> None:
        """Raises RecursionError for a document that is nested too deep."""
        self._arrange = arrange
        self._known: dict[Token, int] = {}
        self._order: list[int] = []
        self._walk(document, 0)

    def write(
        self,
        escape: Callable[[str], str],
        number: Callable[[str], str],
        *,
        comma: str,
        colon: str,
        indent: str | None,
    ) -> str:
        """The text in one style. Raises ValueError or OverflowError for a number that the style cannot write."""
        texts: list[str] = []
        for mark, text, level in self._known:
            line = "" if indent is None else "\n" + indent * level
            match mark:
                case "text":
                    texts.append(escape(text))
                case "number":
                    texts.append(number(text))
                case "plain":
                    texts.append(text)
                case "{" | "[":
                    texts.append(mark + line)
                case "}" | "]":
                    texts.append(line + mark)
                case ",":
                    texts.append(comma + line)
                case ":":
                    texts.append(colon)
        return "".join(map(texts.__getitem__, self._order))

    def _put(self, mark: Mark, text: str = "", level: int = 0) -> None:
        known = self._known
        self._order.append(known.setdefault((mark, text, level), len(known)))

    def _walk(self, value: Json, level: int) -> None:
        if isinstance(value, Number):
            self._put("number", value)
        elif isinstance(value, str):
            self._put("text", value)
        elif value is None:
            self._put("plain", "null")
        elif isinstance(value, bool):
            self._put("plain", "true" if value else "false")
        elif isinstance(value, int):
            self._put("number", str(value))
        elif isinstance(value, dict):
            self._put_all(value, level)
        else:
            self._put_list(value, level)

    def _put_all(self, value: dict[str, Json], level: int) -> None:
        if not value:
            self._put("plain", "{}")
            return
        self._put("{", level=level + 1)
        for place, name in enumerate(self._arrange(value)):
            if place:
                self._put(",", level=level + 1)
            self._put("text", name)
            self._put(":")
            self._walk(value[name], level + 1)
        self._put("}", level=level)

    def _put_list(self, value: list[Json], level: int) -> None:
        if not value:
            self._put("plain", "[]")
            return
        self._put("[", level=level + 1)
        for place, entry in enumerate(value):
            if place:
                self._put(",", level=level + 1)
            self._walk(entry, level + 1)
        self._put("]", level=level)

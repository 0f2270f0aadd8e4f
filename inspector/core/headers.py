"""Header fields exactly as they came: raw bytes, order, case and repeats kept (RFC 9110, section 5)."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

Pair: TypeAlias = tuple[bytes, bytes]


def to_text(raw: bytes) -> str:
    """Read bytes of a head as UTF-8, or as Latin-1 where they are not UTF-8."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


class Headers:
    """An immutable list of (name, value) pairs with look-up by name in any case."""

    __slots__ = ("_first", "pairs")

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.pairs: tuple[Pair, ...] = tuple(pairs)
        self._first: dict[bytes, bytes] | None = None

    @classmethod
    def of(cls, *pairs: tuple[str, str]) -> "Headers":
        """Make headers from text, which is encoded as UTF-8."""
        return cls((name.encode(), value.encode()) for name, value in pairs)

    @property
    def first(self) -> dict[bytes, bytes]:
        """The first value of each name, by lower-case name. Do not change it."""
        if self._first is None:
            self._first = {name.lower(): value for name, value in reversed(self.pairs)}
        return self._first

    def get(self, name: str) -> str | None:
        """The first value of a name as text, or None."""
        value = self.first.get(name.lower().encode())
        return None if value is None else to_text(value)

    def raw(self, name: str) -> bytes | None:
        """The first value of a name as it came, or None."""
        return self.first.get(name.lower().encode())

    def all(self, name: str) -> list[str]:
        """Every value of a name as text, in order."""
        wanted = name.lower().encode()
        return [to_text(value) for key, value in self.pairs if key.lower() == wanted]

    def texts(self) -> list[tuple[str, str]]:
        """All pairs as text, in order."""
        return [(to_text(name), to_text(value)) for name, value in self.pairs]

    def __contains__(self, name: str) -> bool:
        return name.lower().encode() in self.first

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Headers) and self.pairs == other.pairs

    def __hash__(self) -> int:
        return hash(self.pairs)

    def __repr__(self) -> str:
        return f"Headers({list(self.pairs)!r})"

    def __reduce__(self) -> tuple[type["Headers"], tuple[tuple[Pair, ...]]]:
        return Headers, (self.pairs,)


NO_HEADERS = Headers()

"""The places that hold a sender's secret (`header:X-Gitlab-Token`, `json:event.token`), as they are named to people."""

from collections.abc import Iterable, Iterator

from inspector.core.capture import Capture
from inspector.core.verdict import Judgement


def place_words(place: str) -> str:
    """A place in words: `header:X-Gitlab-Token` is `X-Gitlab-Token`."""
    return place.partition(":")[2] or place


def in_header(place: str) -> bool:
    """Whether a place is a header field."""
    return place.startswith("header:")


def names_of(judgement: Judgement) -> tuple[str, ...]:
    """All places of a capture in words."""
    return tuple(map(place_words, judgement.sensitive))


def header_names(judgement: Judgement) -> tuple[str, ...]:
    """The header fields that hold a secret."""
    return tuple(place_words(place) for place in judgement.sensitive if in_header(place))


def body_names(judgement: Judgement) -> tuple[str, ...]:
    """The places in the body that hold a secret, in words."""
    return tuple(place_words(place) for place in judgement.sensitive if not place.startswith(("header:", "query:")))


def query_names(judgement: Judgement) -> frozenset[str]:
    """The parameters of the query that hold a secret, in lower case."""
    return frozenset(place_words(place).lower() for place in judgement.sensitive if place.startswith("query:"))


def noting(captures: Iterable[Capture], found: dict[str, None]) -> Iterator[Capture]:
    """The same captures; the places in them, in words, are added to `found` as they go by."""
    for capture in captures:
        found.update(dict.fromkeys(names_of(capture.judgement)))
        yield capture

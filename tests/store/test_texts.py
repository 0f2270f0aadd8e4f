"""Headers and verdicts as text."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.verdict import UNKNOWN, Verdict
from inspector.store.texts import read_headers, read_names, read_verdict, write_headers, write_names, write_verdict
from tests.captures import AT


@given(st.lists(st.tuples(st.binary(max_size=9), st.binary(max_size=9)), max_size=4))
def test_headers_keep_every_byte(pairs: list[tuple[bytes, bytes]]) -> None:
    """In their order, repeats and all."""
    assert read_headers(write_headers(Headers(pairs))) == Headers(pairs)


def test_nothing_is_read_from_nothing() -> None:
    """NULL stands for none."""
    assert read_headers(None) is NO_HEADERS
    assert write_names(()) is None
    assert read_names(None) == ()
    assert read_names(write_names(("header:A", "ü"))) == ("header:A", "ü")
    assert write_verdict(UNKNOWN) is None
    assert read_verdict(None) is UNKNOWN


def test_a_verdict_keeps_all_of_its_fields() -> None:
    """Each differs here from what it is by default, so none can be forgotten."""
    verdict = Verdict(
        status="invalid",
        scheme="stripe-v1",
        secret="staging",
        matches=True,
        signed_at=AT,
        fresh=False,
        url="http://a",
        covers_body=True,
        cause="timestamp-stale",
        causes=("timestamp-stale", "body-charset"),
        tried=7,
        explanation="é\ud800",
        final=False,
    )

    assert all(getattr(verdict, field.name) != field.default for field in fields(Verdict))
    assert read_verdict(write_verdict(verdict)) == verdict

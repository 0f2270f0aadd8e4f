"""Options of the commands that send."""

from pathlib import Path

import pytest

from inspector.cli.sending_options import alteration_of, manner_of, read_body
from inspector.core.alteration import NO_ALTERATION
from inspector.core.errors import UsageError


def test_what_needs_a_signature_implies_one() -> None:
    """To be told not to sign contradicts it."""
    assert not manner_of(None, "", None, NO_ALTERATION).signed
    assert not manner_of("received", "", None, NO_ALTERATION).signed
    assert manner_of("signed", "", None, NO_ALTERATION).signed
    assert manner_of(None, "staging", None, NO_ALTERATION).signed
    assert manner_of(None, "", "stale", NO_ALTERATION).broken == "stale"
    with pytest.raises(UsageError, match="--break needs"):
        manner_of("received", "", "stale", NO_ALTERATION)
    with pytest.raises(UsageError, match="--sign-with needs"):
        manner_of("received", "staging", None, NO_ALTERATION)


def test_what_is_to_be_other_than_it_came(tmp_path: Path) -> None:
    """Places, fields and the bytes of a file."""
    file = tmp_path / "body"
    file.write_bytes(b"\x00\xff")
    alteration = alteration_of(("a=1",), ("X-A: b", "X-B:"), str(file))

    assert [one.path for one in alteration.sets] == ["a"]
    assert alteration.fields == ((b"X-A", b"b"), (b"X-B", None))
    assert alteration.body is not None
    assert alteration.body.read() == b"\x00\xff"
    assert not alteration_of((), (), None)


def test_a_body_that_is_not_there() -> None:
    """The error names the file."""
    with pytest.raises(UsageError, match="nowhere"):
        read_body("/nowhere/at/all")

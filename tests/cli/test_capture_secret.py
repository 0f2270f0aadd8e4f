"""A secret that came in a handshake is stored without being printed."""

import pytest

from inspector.cli.capture_secret import read_captured
from inspector.cli.options import Common, make_paths
from inspector.core.errors import NothingError, UsageError
from tests.captures import head_of, request_of
from tests.cli.conftest import Command, keep

TOKEN = "secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"
HEAD = head_of(b"POST / HTTP/1.1", b"Host: x", b"Content-Type: application/json")
NOTION = request_of(HEAD, b'{"verification_token": "%b"}' % TOKEN.encode())


def test_the_value_of_a_handshake() -> None:
    """It is taken from the place where its provider puts it; of anything else a sentence says that none came."""
    common, paths = Common(store=None, config_dir=None, quiet=True, verbose=False), make_paths(None, None)
    id, other = keep(NOTION, request_of(HEAD, b"{}"))

    assert read_captured(common, paths, "notion", f"capture:{id}") == TOKEN.encode()
    with pytest.raises(NothingError, match="No secret came"):
        read_captured(common, paths, "notion", f"capture:{other}")
    with pytest.raises(UsageError, match="one of notion"):
        read_captured(common, paths, "asana", f"capture:{id}")


def test_show_says_how_to_store_it(command: Command) -> None:
    """With the command that does it, and why the handshake was told what it was."""
    (id,) = keep(NOTION)
    shown = command("show", str(id), "--part", "summary").out

    assert "Handshake  verification_token" in shown
    assert f"secrets add notion capture:{id}" in shown
    assert TOKEN not in shown

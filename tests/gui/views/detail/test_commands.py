"""The commands are right for the shell."""

import shlex

from inspector.gui.views.detail.commands import Line, installed_first, try_it, tunnels


def test_the_shell_reads_the_command() -> None:
    """Split as a shell does, curl gets the body, one header and the URL."""
    [line] = try_it("http://127.0.0.1:8765")

    assert [
        "curl", "-d", '{"hello": "webhook"}', "-H", "Content-Type: application/json", "http://127.0.0.1:8765/test",
    ] == shlex.split(line.text)  # fmt: skip


def test_installed_tools_come_first_in_their_order() -> None:
    """Those on the PATH keep their order, so do the others."""
    lines = tuple(Line(tool=tool, text=tool) for tool in "abcd")

    assert ["b", "d", "a", "c"] == [line.tool for line in installed_first(lines, lambda tool: tool in "bd")]


def test_a_port_of_its_own_scheme() -> None:
    """A URL without a port means that of http."""
    assert "ngrok http 80" in [line.text for line in tunnels("http://localhost", lambda _: False)]

"""The commands are right for the shell."""

import re
import shlex
import socket
import subprocess
import sys

import pytest

from inspector.gui.views.detail.commands import Line, installed_first, provider_tools, try_it, tunnels


def test_the_shell_reads_the_command() -> None:
    """Split as a shell does, curl gets the body, one header and the URL."""
    curl = try_it("http://127.0.0.1:8765")[0]

    assert [
        "curl", "-d", '{"hello": "webhook"}', "-H", "Content-Type: application/json", "http://127.0.0.1:8765/test",
    ] == shlex.split(curl.text)  # fmt: skip


def test_the_python_line_sends_what_curl_does() -> None:
    """Run as it stands, it posts the JSON with its content type."""
    heads: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        python = next(line for line in try_it(f"http://127.0.0.1:{port}") if line.tool == "Python")
        arguments = shlex.split(python.text)
        assert arguments[0] == "python3"
        with subprocess.Popen([sys.executable, *arguments[1:]], stdout=subprocess.PIPE) as process:
            connection, _ = server.accept()
            with connection:
                while b"webhook" not in b"".join(heads):
                    heads.append(connection.recv(4096))
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            assert process.communicate()[0].strip() == b"b'ok'"
    request = b"".join(heads)
    assert request.startswith(b"POST /test ")
    assert b"Content-Type: application/json" in request
    assert request.endswith(b'{"hello": "webhook"}')


@pytest.mark.parametrize(
    ("url", "address", "ngrok"),
    [
        ("http://127.0.0.1:9001", "http://127.0.0.1:9001", "ngrok http 9001"),
        ("http://0.0.0.0:8765", "http://127.0.0.1:8765", "ngrok http 8765"),
        ("http://[::1]:8765", "http://[::1]:8765", "ngrok http 'http://[::1]:8765'"),
        ("http://[::]:8765", "http://[::1]:8765", "ngrok http 'http://[::1]:8765'"),
    ],
)
def test_every_command_names_an_address_that_can_be_reached(url: str, address: str, ngrok: str) -> None:
    """A listener on every address is found on loopback; brackets are quoted from the shell."""
    for line in (*try_it(url), *provider_tools(url, nowhere), *tunnels(url, nowhere)):
        if line.tool not in ("stripe", "ngrok", "tailscale"):
            assert address in line.text
        assert "[" not in re.sub(r"'[^']*'|\"[^\"]*\"", "", line.text)
    assert ngrok in [line.text for line in tunnels(url, nowhere)]
    assert shlex.split(provider_tools(url, nowhere)[0].text)[-1] == address.removeprefix("http://") + "/stripe"


def nowhere(tool: str) -> bool:
    """Nothing is installed."""
    return False


def test_installed_tools_come_first_in_their_order() -> None:
    """Those on the PATH keep their order, so do the others."""
    lines = tuple(Line(tool=tool, text=tool) for tool in "abcd")

    assert ["b", "d", "a", "c"] == [line.tool for line in installed_first(lines, lambda tool: tool in "bd")]


def test_a_port_of_its_own_scheme() -> None:
    """A URL without a port means that of http."""
    assert "ngrok http 80" in [line.text for line in tunnels("http://localhost", lambda _: False)]

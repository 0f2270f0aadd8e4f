"""Commands that bring a first webhook: try it, the providers’ own tools, tunnels; all with the port that is open."""

import json
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

BODY = {"hello": "webhook"}
ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}
"""A listener on every address, and where this machine finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One command; `tool` is what has to be installed for it."""

    tool: str
    text: str


def try_it(url: str) -> tuple[Line, ...]:
    """What every machine has."""
    test, body = f"{reachable(url)}/test", json.dumps(BODY)
    script = (
        f"import json, urllib.request as r; print(r.urlopen(r.Request('{test}', json.dumps({BODY}).encode(), "
        "{'Content-Type': 'application/json'})).read())"
    )
    return (
        Line(tool="curl", text=f"curl -d '{body}' -H 'Content-Type: application/json' {shlex.quote(test)}"),
        Line(
            tool="PowerShell",
            text=f"Invoke-RestMethod '{test}' -Method Post -ContentType 'application/json' -Body '{body}'",
        ),
        Line(tool="Python", text=f'{"python" if sys.platform == "win32" else "python3"} -c "{script}"'),
    )


def provider_tools(url: str, found: Callable[[str], bool]) -> tuple[Line, ...]:
    """The tools of providers that pass events on to this machine; those that are installed come first."""
    here = reachable(url)
    lines = (
        Line(tool="stripe", text=f"stripe listen --forward-to {shlex.quote(here.partition('://')[2] + '/stripe')}"),
        Line(
            tool="gh", text=f"gh webhook forward --repo=OWNER/REPO --events=push {shlex.quote(f'--url={here}/github')}"
        ),
    )
    return installed_first(lines, found)


def tunnels(url: str, found: Callable[[str], bool]) -> tuple[Line, ...]:
    """Programs that make this address reachable from the internet; those that are installed come first."""
    here = reachable(url)
    parts = urlsplit(here)
    port = parts.port or 80
    usual = parts.hostname in ("127.0.0.1", "localhost")
    lines = (
        Line(tool="cloudflared", text=f"cloudflared tunnel --url {shlex.quote(here)}"),
        Line(tool="ngrok", text=f"ngrok http {port if usual else shlex.quote(here)}"),
        Line(tool="tailscale", text=f"tailscale funnel {port}"),
    )
    return installed_first(lines, found)


def installed_first(lines: tuple[Line, ...], found: Callable[[str], bool]) -> tuple[Line, ...]:
    """The same lines, those whose tool is there before the others."""
    return tuple(sorted(lines, key=lambda line: not found(line.tool)))


def reachable(url: str) -> str:
    """The address under which this machine finds a listener that is open on every address."""
    scheme, _, rest = url.partition("://")
    host, colon, port = rest.rpartition(":")
    return f"{scheme}://{ANY_ADDRESS[host]}{colon}{port}" if host in ANY_ADDRESS else url

"""Commands that bring a first webhook: try it, the providers’ own tools, tunnels; all with the port that is open."""

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One command; `tool` is what has to be installed for it."""

    tool: str
    text: str


def try_it(url: str) -> tuple[Line, ...]:
    """What every machine has."""
    body = """'{"hello": "webhook"}'"""
    return (Line(tool="curl", text=f"curl -d {body} -H 'Content-Type: application/json' {shlex.quote(url + '/test')}"),)


def provider_tools(url: str, found: Callable[[str], bool]) -> tuple[Line, ...]:
    """The tools of providers that pass events on to this machine; those that are installed come first."""
    lines = (
        Line(tool="stripe", text=f"stripe listen --forward-to {_address(url)}/stripe"),
        Line(tool="gh", text=f"gh webhook forward --repo=OWNER/REPO --events=push --url={url}/github"),
    )
    return installed_first(lines, found)


def tunnels(url: str, found: Callable[[str], bool]) -> tuple[Line, ...]:
    """Programs that make this address reachable from the internet; those that are installed come first."""
    port = urlsplit(url).port or 80
    lines = (
        Line(tool="cloudflared", text=f"cloudflared tunnel --url {url}"),
        Line(tool="ngrok", text=f"ngrok http {port}"),
        Line(tool="tailscale", text=f"tailscale funnel {port}"),
    )
    return installed_first(lines, found)


def installed_first(lines: tuple[Line, ...], found: Callable[[str], bool]) -> tuple[Line, ...]:
    """The same lines, those whose tool is there before the others."""
    return tuple(sorted(lines, key=lambda line: not found(line.tool)))


def _address(url: str) -> str:
    return url.partition("://")[2]

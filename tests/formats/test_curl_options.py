"""The tables of curl's options, against the real curl."""

import re
import shutil
import subprocess

from inspector.formats.curl_options import FLAGS, IDLE_FLAGS, IDLE_VALUES, REFUSED, SHORT, VALUES

CURL = shutil.which("curl") or "curl"
NO_VALUE = {"next", "digest", "ntlm", "negotiate"}
"""Options that are refused before a value would matter."""


def _help() -> list[tuple[str | None, str, bool]]:
    """Letter, name, and whether a value follows, as curl's help tells."""
    text = subprocess.run([CURL, "--help", "all"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"^ *(?:-(.), +)?--([a-z0-9.-]+)( [<[])?", text, re.MULTILINE)
    return [(letter or None, name, bool(value)) for letter, name, value in found]


def test_every_known_option_takes_a_value_as_curl_says() -> None:
    """Else the word behind it would be taken for a URL, or a URL for a value."""
    takes = {name: value for _, name, value in _help()}
    wrong = {name for name in VALUES | IDLE_VALUES if takes.get(name) is False}
    wrong |= {name for name in FLAGS | IDLE_FLAGS if takes.get(name) is True}
    wrong |= {name for name in REFUSED if takes.get(name) is False and name not in NO_VALUE}

    assert wrong == set()


def test_every_letter_is_the_option_that_curl_says() -> None:
    """A cluster like -sSLX is read as curl reads it."""
    wrong = {letter: name for letter, name, _ in _help() if letter and SHORT.get(letter, name) != name}

    assert wrong == {}


def test_the_tables_do_not_overlap() -> None:
    """An option is taken, left out or refused, never two of them."""
    tables = [VALUES, FLAGS, frozenset(REFUSED), IDLE_VALUES, IDLE_FLAGS]

    assert sum(map(len, tables)) == len(frozenset().union(*tables))
    assert set(SHORT.values()) <= frozenset().union(*tables) | {"help", "version", "manual", "sslv2", "sslv3"}

"""cURL lines read into the request that curl would send: lines of ours, and those that browsers and manuals give."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from inspector.core.capture import Arrival, Origin
from inspector.formats.curl_options import FLAGS, IDLE_FLAGS, IDLE_VALUES, REFUSED, SHORT, VALUES
from inspector.formats.curl_request import CurlRequest
from inspector.formats.format import Item, Refused, Strange, time_of
from inspector.formats.mapped import Mapped, mapped
from inspector.formats.shell_words import Command, Script, Word


def read(path: Path) -> Iterator[Item]:
    """A request for each URL of each curl command; a command that cannot be taken does not spoil the others."""
    written = time_of(path)
    with mapped(path) as content:
        yield from read_script(content, file=path.name, received_at=written)


def read_script(content: Mapped, *, file: str, received_at: datetime) -> Iterator[Item]:
    """The same for a script in memory."""
    script = Script(content)
    more = True
    while more:
        line = script.line
        try:
            for command in script.commands():
                line = command.line
                yield from _taken(command, file, received_at)
                line = script.line
            more = False
        except Strange as strange:
            yield Refused(file=file, place=f"line {line}", why=str(strange))
            more = script.resume()


def _taken(command: Command, file: str, received_at: datetime) -> Iterator[Item]:
    try:
        asked = asked_of(command)
        for url in asked.urls:
            request = asked.request(url, received_at)
            yield Arrival(request=request, origin=Origin(kind="import", file=file))
    except Strange as strange:
        yield Refused(file=file, place=f"line {command.line}", why=str(strange))


def asked_of(command: Command) -> CurlRequest:
    """What the options of a command ask for. Raises Strange."""
    name = command.words[0].text
    if name.rpartition(b"/")[2] not in (b"curl", b"curl.exe"):
        raise Strange(f"this is no curl command: it begins with {name[:40].decode('utf-8', 'replace')}")
    asked = CurlRequest(stdin=command.stdin)
    words = iter(command.words[1:])
    for word in words:
        if len(word.text) > 1 and word.text.startswith(b"-"):
            for option in options_of(word, words):
                _apply(asked, *option)
        else:
            asked.urls.append(word.text)
    if not asked.urls:
        raise Strange("the curl command names no URL")
    return asked


def options_of(word: Word, words: Iterator[Word]) -> Iterator[tuple[str, Word | None]]:
    """The options of one word by their long names, each with its value. Raises Strange."""
    text = word.text.decode("latin-1")
    if text.startswith("--"):
        name = text[2:]
        yield name, _next(name, words) if takes_value(name) else None
        return
    for number, letter in enumerate(text[1:], start=1):
        name = SHORT.get(letter, "")
        if not name:
            raise Strange(f"the option -{letter} of curl is not known here")
        if takes_value(name):
            rest = word.text[number + 1 :]
            yield name, Word(text=rest, file=word.file) if rest else _next(name, words)
            return
        yield name, None


def takes_value(name: str) -> bool:
    """Whether an option is followed by a value."""
    return name in VALUES or name in IDLE_VALUES or name in REFUSED


def _next(name: str, words: Iterator[Word]) -> Word | None:
    word = next(words, None)
    if word is None and name not in REFUSED:
        raise Strange(f"the value of --{name} is missing")
    return word


def _apply(asked: CurlRequest, name: str, value: Word | None) -> None:
    if name in REFUSED:
        raise Strange(f"--{name} asks for {REFUSED[name]}, which cannot be imported")
    if name in FLAGS:
        asked.flags.add(name)
    elif name in VALUES and value is not None:
        asked.take(name, value)
    elif name not in IDLE_FLAGS and name not in IDLE_VALUES:
        raise Strange(f"the option --{name} of curl is not known here")

"""Words of bash: quoted for it, and read as it reads them, as far as cURL lines need that; nothing is ever run.

See "Quoting" and "Here Documents" in the manual of bash.
"""

import binascii
import re
import shlex
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from inspector.formats.format import Strange
from inspector.formats.mapped import Mapped

ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
ANSI = {b"a": 7, b"b": 8, b"e": 27, b"E": 27, b"f": 12, b"n": 10, b"r": 13, b"t": 9, b"v": 11}


def quoted(raw: bytes) -> str:
    """A word of bash that is these bytes (without NUL), printable, on one line, and safe to paste."""
    text = raw.decode("utf-8", "surrogateescape")
    if text.isprintable() and "'" not in text:
        return shlex.quote(text)
    return "$'" + "".join(map(_escaped, text)) + "'"


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    # An interactive bash would take ! for its history.
    if character.isprintable() and character != "!":
        return character
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as the command gets it; `file` is the content of a process substitution that it ends with."""

    text: bytes
    file: bytes | None = None


@dataclass(slots=True, kw_only=True)
class Command:
    """A command with its words and what it reads from standard input."""

    line: int
    """The line it begins on."""
    words: list[Word] = field(default_factory=list)
    stdin: bytes | None = None


BLANK = re.compile(rb"(?:[ \t]|\\\r?\n)+")
PLAIN = re.compile(rb"[^\s\\'\"$`|&;<>()#]+")
COMMENT = re.compile(rb"#[^\n]*")
END = re.compile(rb"\r?\n|;|&&|&")
SINGLE = re.compile(rb"'([^']*)'")
DOLLAR_SINGLE = re.compile(rb"\$'((?:[^'\\]|\\.)*)'", re.DOTALL)
DOUBLE = re.compile(rb'\$?"((?:[^"\\]|\\.)*)"', re.DOTALL)
HERE_DOCUMENT = re.compile(rb"<<(-?)[ \t]*(?:'([^'\n]+)'|\"([^\"\n]+)\"|\\?([A-Za-z0-9_]+))")
ANSI_ESCAPE = re.compile(
    rb"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c(.)|(.))", re.DOTALL
)
EXPANSION = re.compile(rb"\$[A-Za-z_{(0-9@*#?!$-]|`")


class Script:
    """Reads the commands of a script one after the other."""

    def __init__(self, content: Mapped, place: int = 0, *, inner: bool = False) -> None:
        self._content = content
        self.place = place
        self._inner = inner
        """It ends at the parenthesis that closes a process substitution."""
        self._line, self._counted = 1, place
        self._documents: list[tuple[Command, bytes, bool, bool]] = []

    def commands(self) -> Iterator[Command]:
        """Every pipeline's last command, with what comes to it. Raises Strange; `resume` goes on behind the trouble."""
        while True:
            command = self._pipeline()
            if command.words:
                yield command
            if self._ended():
                return

    def resume(self) -> bool:
        """Go to the next line that begins a curl command; false where there is none."""
        found = re.compile(rb"\n(?=[ \t]*curl[ \t])").search(self._content, self.place)
        self._documents.clear()
        self.place = found.end() if found else len(self._content)
        return found is not None

    @property
    def line(self) -> int:
        """The line of the present place, from 1."""
        place = self.place
        while self._counted < place and (end := self._content.find(b"\n", self._counted, place)) >= 0:
            self._line, self._counted = self._line + 1, end + 1
        return self._line

    def _ended(self) -> bool:
        return self.place >= len(self._content) or (self._inner and self._at(b")"))

    def _pipeline(self) -> Command:
        command = Command(line=self.line)
        commands = [command]
        while not self._ended():
            if self._skip(BLANK) or self._skip(COMMENT):
                if not command.words and command is commands[0]:
                    command.line = self.line
            elif (end := END.match(self._content, self.place)) is not None:
                self.place = end.end()
                if end[0].endswith(b"\n"):
                    self._read_documents()
                if command.words:
                    break
                command.line = self.line
            elif self._at(b"|") and not self._at(b"||"):
                self.place += 1
                command = Command(line=command.line)
                commands.append(command)
            elif self._at(b"<") and not self._at(b"<("):
                self._redirect(command)
            elif self._at(b">") or self._at(b"||"):
                raise Strange("a redirection or an “or” follows, which cannot be imported")
            else:
                command.words.append(self._word())
        self._read_documents()
        return piped(commands)

    def _redirect(self, command: Command) -> None:
        document = HERE_DOCUMENT.match(self._content, self.place)
        if self._at(b"<<<"):
            self.place += 3
            self._skip(BLANK)
            command.stdin = self._word().text + b"\n"
        elif document is not None:
            self.place = document.end()
            delimiter = document[2] or document[3] or document[4]
            literal = document[4] is None or b"\\" in document[0]
            self._documents.append((command, delimiter, bool(document[1]), literal))
        else:
            raise Strange("it reads a file, which cannot be imported")

    def _read_documents(self) -> None:
        """The here documents that were announced on the line that just ended."""
        for command, delimiter, tabs, literal in self._documents:
            lead = rb"\t*" if tabs else b""
            close = re.compile(rb"^" + lead + re.escape(delimiter) + rb"\r?(?:\n|\Z)", re.MULTILINE)
            end = close.search(self._content, self.place)
            if end is None:
                raise Strange(f"its here document has no closing {delimiter.decode('utf-8', 'replace')}")
            content = bytes(self._content[self.place : end.start()])
            if not literal and (EXPANSION.search(content) or b"\\" in content):
                raise Strange("its here document would be expanded by the shell; quote its first word")
            command.stdin = re.sub(rb"(?m)^\t+", b"", content) if tabs else content
            self.place = end.end()
        self._documents.clear()

    def _word(self) -> Word:
        text, file = bytearray(), None
        content = self._content
        while not self._ended():
            if (match := PLAIN.match(content, self.place)) is not None or (text and self._at(b"#")):
                text += match[0] if match else b"#"
                self.place = match.end() if match else self.place + 1
            elif self._at(b"\\"):
                line_end = re.compile(rb"\\\r?\n").match(content, self.place)
                text += b"" if line_end else content[self.place + 1 : self.place + 2]
                self.place = line_end.end() if line_end else self.place + 2
            elif (match := SINGLE.match(content, self.place)) is not None:
                text += match[1]
                self.place = match.end()
            elif (match := DOLLAR_SINGLE.match(content, self.place)) is not None:
                text += ansi_unescaped(match[1])
                self.place = match.end()
            elif (match := DOUBLE.match(content, self.place)) is not None:
                text += unescaped(match[1])
                self.place = match.end()
            elif self._at(b"<("):
                file = self._substitution()
            elif self._at(b"'") or self._at(b'"'):
                raise Strange("a quotation mark is not closed")
            elif EXPANSION.match(content, self.place):
                raise Strange("it uses a variable or a command of the shell; put the value there instead")
            elif self._at(b"$"):
                text += b"$"
                self.place += 1
            elif self._at(b"(") or self._at(b")"):
                raise Strange("a parenthesis stands where a word should")
            else:
                break
        return Word(text=bytes(text), file=file)

    def _substitution(self) -> bytes:
        self.place += 2
        inner = Script(self._content, self.place, inner=True)
        made = [output(command) for command in inner.commands()]
        self.place = inner.place + 1
        return b"".join(made)

    def _at(self, text: bytes) -> bool:
        return self._content[self.place : self.place + len(text)] == text

    def _skip(self, pattern: re.Pattern[bytes]) -> bool:
        match = pattern.match(self._content, self.place)
        if match is None:
            return False
        self.place = match.end()
        return True


def piped(commands: list[Command]) -> Command:
    """The last command of a pipeline with what the ones before it give. Raises Strange."""
    for before, after in pairwise(commands):
        after.stdin = output(before)
    return commands[-1]


def output(command: Command) -> bytes:
    """What one of the few commands whose output needs no running would print. Raises Strange."""
    words = [word.text for word in command.words]
    if words[:1] == [b"base64"] and words[1:] in ([b"-d"], [b"-D"], [b"--decode"]):
        try:
            return b64decode(command.stdin or b"")
        except binascii.Error:
            raise Strange("what base64 should decode is no base64") from None
    if words == [b"cat"]:
        return command.stdin or b""
    if words[:1] == [b"printf"] and len(words) == 3 and words[1] == b"%s":
        return words[2]
    name = words[0].decode("utf-8", "replace") if words else "nothing"
    raise Strange(f"the output of {name} is needed, and a command is never run by an import")


def unescaped(raw: bytes) -> bytes:
    """What stands between double quotes. Raises Strange where the shell would fill something in."""
    if EXPANSION.search(re.sub(rb"\\.", b"", raw, flags=re.DOTALL)):
        raise Strange("it uses a variable or a command of the shell; put the value there instead")
    return re.sub(rb'\\(?:\r?\n|([$`"\\]))', lambda match: match[1] or b"", raw)


def ansi_unescaped(raw: bytes) -> bytes:
    """What stands between $' and '."""
    return ANSI_ESCAPE.sub(_ansi_unescaped, raw).partition(b"\0")[0]


def _ansi_unescaped(match: re.Match[bytes]) -> bytes:
    hexadecimal, short, long, octal, control, other = match.groups()
    if hexadecimal or octal:
        return bytes([int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 0xFF])
    if short or long:
        code = int(short or long, 16)
        return chr(code).encode("utf-8", "surrogatepass") if code < 0x110000 else match[0]
    if control:
        return bytes([control[0] & 0x1F])
    if other in ANSI:
        return bytes([ANSI[other]])
    return other if other in b"\\'\"?" else match[0]

"""Words of bash, quoted and read; bash itself is the judge."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.formats.format import Strange
from inspector.formats.shell_words import Command, Script, quoted

BASH = shutil.which("bash") or "bash"


def _commands(text: str | bytes) -> list[Command]:
    return list(Script(text.encode() if isinstance(text, str) else text).commands())


def _words(text: str | bytes) -> list[bytes]:
    (command,) = _commands(text)
    return [word.text for word in command.words]


def _bash_says(words: str) -> list[bytes]:
    script = f"printf '%s\\0' {words}".encode()
    return subprocess.run([BASH, "-c", script], capture_output=True, check=True).stdout.split(b"\0")[:-1]


def test_a_quoted_word_is_safe_to_paste() -> None:
    """An interactive bash keeps its hands off an exclamation mark in single quotes, but not in the other kind."""
    assert quoted(b"hi!") == "'hi!'"
    assert quoted(b"it's!") == "$'it\\'s\\x21'"
    assert quoted("\u202e✓".encode()) == "$'\\xe2\\x80\\xae✓'"


words = st.one_of(st.binary(max_size=30), st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace"))).map(
    lambda raw: raw.replace(b"\0", b"")
)


@settings(max_examples=15)
@given(st.lists(words, min_size=20, max_size=20))
def test_quoted_words_are_what_bash_takes(raw: list[bytes]) -> None:
    """A quoted word is one printable word on one line, for bash and for us."""
    line = " ".join(map(quoted, raw))

    assert line.isprintable()
    assert _bash_says(line) == raw
    assert _words(line) == raw


@pytest.mark.parametrize(
    "line",
    [
        "a 'b c' \"d e\" f\\ g",
        "a''b'c'\"d\"$'e'\\f",
        "$'\\x41\\101\\u00e9\\n\\t\\'\\\"\\\\\\cA\\e\\q\\x4g\\?\\U0001F600'",
        '"a\\"b\\\\c\\d\\\ne"',
        "a\\\nb \\\n c",
        "a#b 'c' # comment",
        "a'\n'b",
        "'it'\\''s' 'it'\"'\"'s'",
        "caf\u00e9 $ a$ \"$\" '!'",
        "-H 'X: \"y\"' --data-raw $'{\\n}'",
    ],
)
def test_words_are_read_as_bash_reads_them(line: str) -> None:
    """Every kind of quoting that tools use for cURL lines."""
    assert _words(line) == _bash_says(line)


def test_commands_end_as_in_a_shell() -> None:
    """At line ends, ; && and &; comments and empty lines are none, and each knows its line."""
    commands = _commands("# first\n\ncurl a; curl b &&\ncurl c &\ncurl \\\n  d # last\r\n\r\n# end")

    assert [[word.text for word in command.words] for command in commands] == [
        [b"curl", b"a"], [b"curl", b"b"], [b"curl", b"c"], [b"curl", b"d"]
    ]  # fmt: skip
    assert [command.line for command in commands] == [3, 3, 4, 5]


@pytest.mark.parametrize(
    ("script", "stdin"),
    [
        ("base64 -d <<'EOF' | cat\nYQBi\nYw==\nEOF\n", b"a\0bc"),
        ("cat <<'E O F'\n$HOME `id`\\\nE O F", b"$HOME `id`\\\n"),
        ("cat <<-EOF\n\ta\n\t\tb\n\tEOF\n", b"a\nb\n"),
        ("cat <<EOF\nplain\nEOF\n", b"plain\n"),
        ("cat <<< 'a b'", b"a b\n"),
        ("printf %s 'a\nb' | cat", b"a\nb"),
    ],
)
def test_standard_input_is_known_without_running_anything(script: str, stdin: bytes) -> None:
    """Here documents, here strings and the few commands that tools put before curl."""
    (command,) = _commands(script)

    assert command.stdin == stdin
    said = subprocess.run([BASH, "-c", script.rstrip("\n").encode() + b"\n"], capture_output=True, check=True).stdout
    assert said == stdin


def test_a_process_substitution_is_a_file() -> None:
    """As fields too large for an argument are given."""
    (command,) = _commands("curl -H @<(base64 -d <<<'WDogeQo=') next")

    assert [(word.text, word.file) for word in command.words[2:]] == [(b"@", b"X: y\n"), (b"next", None)]


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("curl 'x", "quotation mark is not closed"),
        ('curl "x', "quotation mark is not closed"),
        ("curl $URL", "variable"),
        ('curl "${URL}"', "variable"),
        ("curl `cat x`", "variable"),
        ("curl $(cat x)", "variable"),
        ("curl x > out", "redirection"),
        ("curl x || true", "redirection"),
        ("curl x < in", "reads a file"),
        ("curl (x)", "parenthesis"),
        ("cat <<EOF\n$HOME\nEOF", "expanded by the shell"),
        ("cat <<'EOF'\nx\n", "no closing EOF"),
        ("cat x | curl y", "the output of cat is needed"),
        ("rm -rf / | curl y", "the output of rm is needed"),
        ("base64 -d <<<'x' | curl y", "no base64"),
    ],
)
def test_what_a_shell_would_have_to_do_is_refused(script: str, why: str) -> None:
    """Nothing is run, read or filled in; the sentence says what stands in the way."""
    with pytest.raises(Strange, match=why):
        _commands(script)


def test_reading_goes_on_at_the_next_command() -> None:
    """One line that cannot be read does not spoil the rest."""
    script = Script(b"curl $X\nmore 'of it\ncurl b\n")
    with pytest.raises(Strange):
        list(script.commands())

    assert script.resume()
    assert [word.text for command in script.commands() for word in command.words] == [b"curl", b"b"]
    assert not script.resume()


def test_a_long_here_document_is_read_whole() -> None:
    """As a body of megabytes is written."""
    script = b"cat <<'EOF'\n" + b"QUJD" * 2_000_000 + b"\nEOF\n"

    assert len(_commands(script)[0].stdin or b"") == 8_000_001

"""The README tells the truth: its commands exist, and it knows every command that exists."""

import re
import shlex

from click.testing import CliRunner

import dev
from inspector.cli.main import program
from inspector.providers.description import evidence_of
from inspector.providers.registry import PROVIDERS
from tests.conventions.source import ROOT

README = ROOT / "README.md"


def test_every_developers_command_exists() -> None:
    """What the README has typed after `packaging/dev.py` is a command of it."""
    named = set(re.findall(r"packaging/dev\.py (\w+)", README.read_text(encoding="utf-8")))

    assert {"start", "test"} <= named
    assert named <= {command.name for command in dev.COMMANDS}


def test_readme_and_help_name_the_same_commands() -> None:
    """A command is in `--help` and in the README, or in neither."""
    text = README.read_text(encoding="utf-8")
    named = {line[0] for line in _lines() if line and not line[0].startswith("-")}
    offered = set(re.findall(r"^  ([a-z-]+)(?:  |$)", _help().partition("Commands:")[2], re.MULTILINE))

    assert offered
    assert named <= offered
    assert {
        command for command in offered if not re.search(rf"`{command}\b|webhook-inspector {command}\b", text)
    } == set()


def test_every_option_of_an_example_exists() -> None:
    """The examples of the README can be typed as they stand."""
    unknown = {
        f"{line[0]} {word}"
        for line in _lines()
        if line and not line[0].startswith("-")
        for text in [_help(line[0])]
        for word in line[1 : line.index("--") if "--" in line else None]
        if re.fullmatch(r"--?[a-z][a-z-]*", word) and not re.search(rf"(?<![\w-]){word}(?![\w-])", text)
    }

    assert unknown == set()


def test_every_file_that_is_linked_exists() -> None:
    """A picture or page that the README points to is there."""
    links = set(re.findall(r"\]\(([^)#:]+)\)|<img[^>]+src=\"([^\":]+)\"", README.read_text(encoding="utf-8")))
    files = {link or picture for link, picture in links}

    assert files
    assert {file for file in files if not (ROOT / file).exists()} == set()


def test_evidence_is_counted() -> None:
    """How many providers were compared with what is the sentence of `providers`, made from the registry."""
    told = README.read_text(encoding="utf-8").partition("<!-- evidence -->")[2].partition("<!-- /evidence -->")[0]

    assert " ".join(told.split()) == evidence_of(PROVIDERS)


def _lines() -> list[list[str]]:
    """The words behind `webhook-inspector` of every example in a block of code."""
    blocks = re.findall(r"```(?:\w+)?\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    found = [re.match(r"\s*(?:\$ )?(?:[A-Z_]+=\S+ )*webhook-inspector ?(.*)", line) for line in lines]
    return [shlex.split(match.group(1), comments=True) for match in found if match]


def _help(*command: str) -> str:
    shown = CliRunner().invoke(program, [*command, "--help"], prog_name="webhook-inspector")
    assert shown.exit_code == 0, shown.output
    return shown.output

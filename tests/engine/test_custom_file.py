"""`providers.toml`."""

from dataclasses import replace
from pathlib import Path

import pytest

from inspector.core.errors import InspectorError, NothingError, UsageError
from inspector.core.recipe import Recipe, RecipeError
from inspector.engine import custom_file
from tests.providers.described import ACME

OTHER = Recipe(name="other", recognise=("path=/other*",))


def test_what_is_saved_is_read(tmp_path: Path) -> None:
    """One after the other, changed and renamed in its place, taken out; only the user can read the file."""
    path = tmp_path / "config" / "providers.toml"
    custom_file.save(path, ACME)
    custom_file.save(path, OTHER)
    assert custom_file.read(path).recipes == (ACME, OTHER)
    assert path.stat().st_mode & 0o777 == 0o600

    renamed = replace(ACME, name="acme-2", tolerance=60.0)
    custom_file.save(path, renamed, "acme")
    custom_file.save(path, replace(OTHER, event="json:e"))
    assert custom_file.read(path).recipes == (renamed, replace(OTHER, event="json:e"))

    custom_file.remove(path, "acme-2")
    assert [one.id for one in custom_file.read(path).providers] == ["custom:other"]


def test_a_name_is_given_once(tmp_path: Path) -> None:
    """Renaming onto another one takes nothing away."""
    path = tmp_path / "providers.toml"
    custom_file.save(path, ACME)
    custom_file.save(path, OTHER)

    with pytest.raises(RecipeError, match="already"):
        custom_file.save(path, replace(OTHER, name="acme"), "other")
    with pytest.raises(RecipeError, match="already"):
        custom_file.save(path, replace(ACME, event=""), "")
    with pytest.raises(NothingError, match="custom:nobody"):
        custom_file.remove(path, "nobody")
    assert custom_file.read(path).recipes == (ACME, OTHER)


def test_a_bad_entry_is_told_and_the_rest_works(tmp_path: Path) -> None:
    """Of a file that was edited by hand; saving another keeps the bad one, so that it can be mended."""
    path = tmp_path / "providers.toml"
    path.write_text('[[provider]]\nname = "bad"\nfrom = "x"\n\n' + custom_file.write(ACME), encoding="utf-8")

    described = custom_file.read(path)
    assert described.recipes == (ACME,)
    [problem] = described.problems
    assert "Entry 1 (“bad”)" in problem
    assert "no “from”" in problem
    custom_file.save(path, OTHER)
    assert custom_file.read(path).recipes == (ACME, OTHER)
    assert 'from = "x"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[[provider]\n", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"provider = 5\n", r"written as \[\[provider\]\]"),
        (b"#" * (1024 * 1024 + 1), "larger than a megabyte"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, content: bytes, words: str) -> None:
    """It is told and read as empty; nothing is written over it."""
    path = tmp_path / "providers.toml"
    path.write_bytes(content)

    with pytest.raises(InspectorError, match=words):
        custom_file.save(path, ACME)
    [problem] = custom_file.read(path).problems
    assert path.read_bytes() == content
    assert str(path) in problem


def test_no_file_is_no_provider(tmp_path: Path) -> None:
    """Which is nothing to complain about."""
    assert custom_file.read(tmp_path / "none.toml").problems == ()


@pytest.mark.parametrize("text", ["", "[[provider]]\nname = 'a b'\nsignature='header:X'", "nonsense", "[[provider]]"])
def test_what_cannot_be_added(text: str) -> None:
    """A text of which one entry cannot be used is refused whole."""
    with pytest.raises(UsageError):
        custom_file.parse(text, "standard input")


def test_what_is_written_can_be_added() -> None:
    """Line ends in messages and all."""
    recipe = replace(ACME, message="{timestamp}\n{body}")

    assert custom_file.parse(custom_file.write(recipe), "x") == (recipe,)


def test_how_a_condition_is_written_in_the_file() -> None:
    """The example of what is missing can be put into the file as it stands, and is used then."""
    with pytest.raises(UsageError) as refused:
        custom_file.parse("[[provider]]\nname = 'acme'", "x")
    example = str(refused.value).partition("is written ")[2].removesuffix(".")

    [recipe] = custom_file.parse(f"[[provider]]\nname = 'acme'\n{example}", "x")
    assert recipe.recognise == ("path=/hooks/acme*",)

"""`import`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize("suffix", ["har", "jsonl", "json"])
@pytest.mark.usefixtures("three")
def test_what_goes_out_comes_in(command: Command, tmp_path: Path, suffix: str) -> None:
    """An export that is imported gives captures with the same bytes, marked as imported from that file."""
    file = tmp_path / f"out.{suffix}"
    command("export", "-o", str(file))

    done = command("import", str(file), "--json")

    assert done.code == 0
    assert done.objects[0]["taken"] == 3
    for old in (1, 2, 3):
        assert command("show", str(old + 3), "--part", "raw").raw == command("show", str(old), "--part", "raw").raw
    assert command("show", "4", "--json").objects[0]["origin"] == {"kind": "import", "of": None, "file": file.name}


def test_what_cannot_be_read_is_refused_with_a_sentence(command: Command, tmp_path: Path) -> None:
    """The good lines are taken, the bad ones named; exit code 1."""
    file = tmp_path / "broken.jsonl"
    file.write_text("{not json\n")

    done = command("import", str(file))

    assert done.code == 1
    assert "took 0, refused 1" in done.out
    assert command("import", str(tmp_path / "missing.har")).code == 2

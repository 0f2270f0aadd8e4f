"""Taking captures from files."""

from pathlib import Path

from inspector.core.messages import Captured, Import, Imported
from inspector.engine.wishes import fulfil
from inspector.formats.registry import FORMATS
from tests.engine.conftest import EVENT, Running, signed


async def test_an_export_comes_back_judged(running: Running, tmp_path: Path) -> None:
    """Captures from a file have the same bytes, are judged with our secrets, and are announced."""
    for _ in range(3):
        await running.post(EVENT, "/hooks", signed())
    captures = [await running.capture(id) for id in (1, 2, 3)]
    jsonl = next(format for format in FORMATS if format.name == "jsonl")
    assert jsonl.write is not None
    file = tmp_path / "three.jsonl"
    file.write_bytes(b"".join(jsonl.write(captures)))
    running.facts.clear()

    answer = await fulfil(running.engine, Import(paths=(str(file),)))

    assert answer == Imported(taken=3, refused=())
    imported = await running.capture(4)
    assert imported.request.head == captures[0].request.head
    assert imported.judgement.verdict.status == "valid"
    assert (imported.origin.kind, imported.origin.file) == ("import", "three.jsonl")
    assert Captured(last_id=6, count=3) in running.facts


async def test_what_cannot_be_read(running: Running, tmp_path: Path) -> None:
    """A file that is not there, and one of an unknown kind, are refused with a sentence each."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    answer = await fulfil(running.engine, Import(paths=(str(tmp_path / "missing.har"), str(picture))))

    assert isinstance(answer, Imported)
    assert answer.taken == 0
    assert len(answer.refused) == 2

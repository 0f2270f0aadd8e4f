"""Taking captures from files."""

import asyncio
from pathlib import Path

from inspector.core.long_work import StopImport, Taken
from inspector.core.messages import Captured, Fact, Import, Imported
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


async def test_an_import_counts_along_and_can_be_stopped(running: Running, tmp_path: Path) -> None:
    """What was taken before the stop stays, and the files behind it are not opened."""
    files = [tmp_path / name for name in ("first.http", "second.http")]
    for file in files:
        file.write_bytes(b"".join(b"GET /%d HTTP/1.1\r\nHost: a\r\n\r\n" % number for number in range(150)))
    counts: list[int] = []

    def hear(fact: Fact) -> None:
        if isinstance(fact, Taken):
            counts.append(fact.count)
            if len(counts) == 3:
                running.engine.importing.stop()

    running.engine.facts.subscribe(hear)
    answer = await fulfil(running.engine, Import(paths=tuple(str(file) for file in files)))

    assert counts == [100, 150, 250]
    assert answer == Imported(taken=250, refused=())

    counts.clear()
    task = asyncio.ensure_future(fulfil(running.engine, Import(paths=(str(files[0]), str(files[1])))))
    while not counts:
        await asyncio.sleep(0.001)
    await fulfil(running.engine, StopImport())
    stopped = await task
    assert isinstance(stopped, Imported)
    assert stopped.taken < 300

"""A lock file."""

import subprocess
import sys
from pathlib import Path

from inspector.core.file_lock import locked


def test_another_process_waits(tmp_path: Path) -> None:
    """It goes on as soon as the lock is free, and the file stays for the next."""
    file = tmp_path / "a.lock"
    code = (
        "import sys, pathlib\n"
        "from inspector.core.file_lock import locked\n"
        "print('there', flush=True)\n"
        "with locked(pathlib.Path(sys.argv[1])):\n"
        "    print('mine', flush=True)\n"
    )
    with locked(file):
        other = subprocess.Popen([sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert other.stdout.readline() == "there\n"
        (tmp_path / "done").write_text("")
    assert other.communicate(timeout=20)[0] == "mine\n"
    assert file.exists()

"""The pictures can be taken."""

import subprocess
import sys
from pathlib import Path

import environment

SCRIPT = """
import sys
from pathlib import Path
import pictures
from picture_stage import Wanted

class Short(pictures.Run):
    wanted = Wanted(states=frozenset(("empty", "not-valid", "valid")), history=2)

if __name__ == "__main__":
    run = Short(theme="dark", width=1280, height=720, scale=1, folder=Path(sys.argv[1]), readme=True)
    sys.exit(pictures.take(run))
"""


def test_the_window_is_brought_to_its_states_and_painted(tmp_path: Path) -> None:
    """A real window with a real engine; what is kept are pictures of its size."""
    script = tmp_path / "short.py"
    script.write_text(
        f"import sys\nsys.path[:0] = {[str(environment.ROOT / 'packaging'), str(environment.ROOT)]}\n{SCRIPT}"
    )

    done = subprocess.run([sys.executable, str(script), str(tmp_path)], capture_output=True, timeout=90, check=False)

    assert 0 == done.returncode, done.stderr.decode()
    sizes = {file.name: png_size(file) for file in tmp_path.glob("*.png")}
    assert sizes == dict.fromkeys(("empty-dark.png", "not-valid-dark.png", "valid-dark.png"), (1280, 720))


def png_size(file: Path) -> tuple[int, int]:
    """Width and height in pixels (PNG specification, IHDR)."""
    head = file.read_bytes()[16:24]
    return int.from_bytes(head[:4]), int.from_bytes(head[4:])

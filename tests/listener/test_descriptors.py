"""The limit of open files."""

import subprocess
import sys

import pytest

from inspector.listener.descriptors import RESERVE, raise_limit

PROGRAM = """
import resource
from inspector.listener.descriptors import raise_limit
resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))
print(raise_limit(), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit there")
@pytest.mark.parametrize(
    ("soft", "hard", "allowed", "raised"),
    [(256, 4096, 4096 - RESERVE, 4096), (1024, 1024, 1024 - RESERVE, 1024), (100, 100, 50, 100)],
)
def test_the_soft_limit_is_raised_as_far_as_allowed(soft: int, hard: int, allowed: int, raised: int) -> None:
    """What remains for connections is the limit without the reserve, and never less than half."""
    program = PROGRAM.format(soft=soft, hard=hard)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [str(allowed), str(raised)]


def test_it_is_never_lowered() -> None:
    """A second call gives the same."""
    assert raise_limit() == raise_limit() >= 50

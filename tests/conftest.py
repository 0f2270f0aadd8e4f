"""What every test gets: folders of its own, no keyring, no settings of a person, no log record unannounced."""

import gc
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

settings.register_profile("suite", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("suite")

FOREIGN = (
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "NO_COLOR", "FORCE_COLOR", "DBUS_SESSION_BUS_ADDRESS"),
    "PYTHONDONTWRITEBYTECODE",
)
"""Variables of the person's shell that would change what a test sees, or make each program that it starts compile all
modules anew.
"""

PROOF = "tests/proof/"
WHOLE = "tests/gui/whole/"


def pytest_configure() -> None:
    """Before any library is imported: forget the person's shell, and let Qt paint without a display where none is."""
    for name in list(os.environ):
        if name.upper() in FOREIGN or name.startswith("WEBHOOK_INSPECTOR_"):
            del os.environ[name]
    # One of several workers of pytest-xdist: windows that share a display take the focus from each other.
    own_display = os.environ.get(f"DISPLAY_{os.environ.get('PYTEST_XDIST_WORKER', '')}")
    if own_display:
        os.environ["DISPLAY"] = own_display
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if sys.platform == "linux" and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The proofs at full load come first, then the tours through the whole window: they take longest."""
    items.sort(key=lambda item: 0 if item.nodeid.startswith(PROOF) else 1 if item.nodeid.startswith(WHOLE) else 2)


def pytest_collection_finish() -> None:
    """What thousands of collected tests consist of stays: no collection of garbage looks at it again."""
    gc.collect()
    gc.freeze()


class _Scheduling(LoadFileScheduling):
    """The tests of a file stay on one worker, and so do all proofs at full load: two at once starve each other."""

    def _split_scope(self, nodeid: str) -> str:
        return PROOF if nodeid.startswith(PROOF) else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Scheduling:
    """Asked for by pytest-xdist, where there are several workers."""
    return _Scheduling(config, log)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes that nobody can read are named by their argument, so that a test has one readable name in every run."""
    if isinstance(val, bytes) and not (val.isascii() and val.decode().isprintable() and len(val) < 40):
        return argname
    return None


@pytest.fixture(scope="session")
def homes() -> Iterator[Path]:
    """The folder in which every test finds an empty home."""
    with tempfile.TemporaryDirectory(prefix="inspector-home-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, with the platform's folders and the store inside, for this test and all that it starts."""
    folder = Path(tempfile.mkdtemp(dir=homes))
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    # Sockets of windows and what other programs build: whoever is killed leaves them there, not in the person's folder.
    monkeypatch.setenv("TMPDIR", str(homes))
    monkeypatch.setenv("WEBHOOK_INSPECTOR_STORE", str(folder / "data" / "captures.db"))
    return folder


class _Unannounced(logging.Handler):
    """Keeps the records at WARNING and above that the test neither announced nor marked."""

    def __init__(self, caplog: pytest.LogCaptureFixture, levels: tuple[int, ...]) -> None:
        super().__init__(logging.WARNING)
        self._caplog = caplog
        self._levels = levels
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Called in the thread that logs."""
        if record.levelno not in (*self._levels, self._caplog.handler.level):
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def log_records_are_announced(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test for a record from WARNING up, unless in `caplog.at_level` of that very level or marked `logs`."""
    marker = request.node.get_closest_marker("logs")
    handler = _Unannounced(caplog, marker.args if marker else ())
    root = logging.getLogger()
    root.addHandler(handler)
    yield
    root.removeHandler(handler)
    if handler.lines:
        pytest.fail("logged, but not announced:\n" + "\n".join(handler.lines), pytrace=False)

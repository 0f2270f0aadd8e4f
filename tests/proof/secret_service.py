"""A real Secret Service: gnome-keyring on a D-Bus session of its own, with nobody to ask for a password."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NEEDED = {"dbus-daemon": "dbus-daemon", "gnome-keyring": "gnome-keyring-daemon"}
"""Debian's package to the program."""

LOCK = """
import secretstorage
secretstorage.Collection(secretstorage.dbus_init()).lock()
"""
UNLOCK = """
import secretstorage
from secretstorage.util import DBusAddressWrapper, format_secret, open_session

bus = secretstorage.dbus_init()
service = DBusAddressWrapper(
    "/org/freedesktop/secrets", "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", bus
)
secret = format_secret(open_session(bus), b"password", "text/plain")
login = "/org/freedesktop/secrets/collection/login"
service.call("UnlockWithMasterPassword", "o(oayays)", login, secret)
"""
ALL = """
import secretstorage
for item in secretstorage.Collection(secretstorage.dbus_init()).get_all_items():
    print(item.get_label(), item.get_secret().decode())
"""


def missing() -> list[str]:
    """The packages that are not here."""
    return [package for package, program in NEEDED.items() if shutil.which(program) is None]


@contextmanager
def secret_service() -> Iterator[Mapping[str, str]]:
    """Variables of a session whose keyring is open; service and bus end behind the block."""
    with tempfile.TemporaryDirectory(prefix="inspector-keyring-") as folder:
        home = Path(folder)
        own = os.environ | {
            "HOME": folder, "XDG_DATA_HOME": folder, "XDG_RUNTIME_DIR": folder, "XDG_CONFIG_HOME": folder,
        }  # fmt: skip
        own.pop("DISPLAY", None)
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--print-address=1", "--nofork", "--nosyslog"],
            env=own,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            own["DBUS_SESSION_BUS_ADDRESS"] = address
            with _daemon(own, home):
                yield {
                    "DBUS_SESSION_BUS_ADDRESS": address,
                    "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
                }
        finally:
            bus.terminate()
            bus.communicate()


@contextmanager
def _daemon(variables: Mapping[str, str], home: Path) -> Iterator[None]:
    (home / "keyrings").mkdir()
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"],
        env=variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert daemon.stdin is not None
        assert daemon.stdout is not None
        daemon.stdin.write(b"password")
        daemon.stdin.close()
        daemon.stdout.readline()  # it says where it is once it can be spoken to
        yield
    finally:
        daemon.terminate()
        daemon.wait()
        if daemon.stdout is not None:
            daemon.stdout.close()


def within(code: str, variables: Mapping[str, str]) -> str:
    """Run a few lines of Python in that session; gives what they print."""
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=os.environ | variables, capture_output=True, text=True, check=True, timeout=30
    ).stdout

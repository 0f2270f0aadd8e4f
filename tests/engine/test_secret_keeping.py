"""The secrets that captures are judged with."""

from pathlib import Path

import pytest

from inspector.core.errors import NothingError
from inspector.core.secret import Secret
from inspector.engine.secret_keeping import PASSPHRASE_VARIABLE, SecretKeeping, open_samples, open_vault
from tests.engine.conftest import paths_in

OWN = Secret(provider="stripe", name="option", value=b"own")


async def test_those_of_the_session_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets given to this run are tried before those that are kept, which another run finds again."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "passphrase")
    keeping = SecretKeeping(open_vault(paths_in(tmp_path)), [OWN])
    await keeping.add("stripe", "kept", b"other")

    again = SecretKeeping(open_vault(paths_in(tmp_path)), [OWN])
    await again.load()

    assert [secret.name for secret in again.current["stripe"]] == ["option", "kept"]
    assert [name.name for name in again.names()] == ["kept", "option"]
    assert await again.reveal("stripe", "kept") == "other"
    await again.remove("stripe", "kept")
    assert [secret.name for secret in again.current["stripe"]] == ["option"]
    with pytest.raises(NothingError):
        await again.reveal("stripe", "kept")


def test_the_samples_secrets_are_of_this_machine(tmp_path: Path) -> None:
    """The same at every start, in no list, and not where their key cannot be kept."""
    first, again = open_samples(paths_in(tmp_path)), open_samples(paths_in(tmp_path))
    other = open_samples(paths_in(tmp_path / "other"))
    (tmp_path / "file").write_text("")
    keeping = SecretKeeping(open_vault(paths_in(tmp_path)), [OWN], first)

    assert first == again
    assert first["stripe"] != other["stripe"]
    assert open_samples(paths_in(tmp_path / "file")) == {}
    assert keeping.current == {"stripe": (OWN,)}
    assert keeping.signing("stripe", "") == first["stripe"].value
    assert keeping.signing("stripe", "option") == b"own"
    with pytest.raises(NothingError):
        keeping.signing("github", "option")

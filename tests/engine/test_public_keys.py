"""Public keys of the samples' key pairs."""

from pathlib import Path

import pytest

from inspector.core.errors import UsageError
from inspector.engine.public_keys import public_key
from inspector.providers.samples.secret import pair_kinds
from tests.engine.conftest import paths_in


def test_every_provider_with_a_public_key_shows_one(tmp_path: Path) -> None:
    """In PEM first; the private half is never shown."""
    paths = paths_in(tmp_path)
    for provider in pair_kinds():
        text = public_key(paths, provider)
        assert text.startswith("Public key (PEM):\n-----BEGIN PUBLIC KEY-----")
        assert "PRIVATE" not in text
        assert text == public_key(paths, provider)


@pytest.mark.parametrize(("provider", "said"), [("github", "shared secret"), ("nobody", "no provider")])
def test_who_has_none(tmp_path: Path, provider: str, said: str) -> None:
    """Nothing is made for them."""
    with pytest.raises(UsageError, match=said):
        public_key(paths_in(tmp_path), provider)
    assert list(tmp_path.iterdir()) == []

"""The secrets of samples, with key pairs."""

import pickle
from pathlib import Path

from inspector.core.secret import Secret
from inspector.engine.sample_secrets import SampleSecrets

SHARED = {"stripe": Secret(provider="stripe", name="sample", value=b"whsec_1")}


def test_a_shared_secret_is_there_at_once(tmp_path: Path) -> None:
    """Nothing is written for it, and an unknown provider has none."""
    secrets = SampleSecrets(SHARED, tmp_path)

    assert secrets["stripe"] == secrets.make("stripe") == SHARED["stripe"]
    assert secrets.make("nobody") is None
    assert (list(secrets), len(secrets), list(tmp_path.iterdir())) == (["stripe"], 1, [])


def test_a_key_pair_is_made_when_it_is_needed(tmp_path: Path) -> None:
    """Whoever was there before learns of it without being told, in another process too."""
    before = SampleSecrets(SHARED, tmp_path, {"elliptic": "p256"})
    assert before.get("elliptic") is None
    made = SampleSecrets(SHARED, tmp_path, {"elliptic": "p256"}).make("elliptic")

    assert made is not None
    assert made.value.startswith(b"-----BEGIN PRIVATE KEY-----")
    assert before["elliptic"] == made
    assert pickle.loads(pickle.dumps(before))["elliptic"] == made
    assert list(before) == ["stripe", "elliptic"]

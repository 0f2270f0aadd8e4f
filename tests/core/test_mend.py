"""What would mend a failure crosses processes, and holds no secret."""

import pickle
from dataclasses import fields

from inspector.core.mend import Mend


def test_it_crosses_the_pipe() -> None:
    """As it is; no field could hold a value of a secret."""
    mend = Mend(kind="secret", words="without its last character", provider="stripe", secret="live", replaces=True)

    assert pickle.loads(pickle.dumps(mend)) == mend
    assert {field.name for field in fields(Mend)} == {"kind", "words", "provider", "secret", "replaces", "url"}

"""Other text of the same form."""

import re

from inspector.providers.alike import alike


def test_the_form_stays() -> None:
    """What a reader checks about it still holds; what it says is another thing."""
    uuid = "3f6b0e0e-9d7a-4c65-8f0a-0123456789ab"

    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", alike(uuid))
    assert alike(uuid) != uuid
    assert re.fullmatch(r"[0-9]{20}/[a-z]{3}[A-Z]{3}=é", alike("12345678901234567890/xyzXYZ=é"))

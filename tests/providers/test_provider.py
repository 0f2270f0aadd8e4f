"""What a provider's entry says of itself."""

from inspector.providers.registry import BY_ID


def test_a_provider_knows_whether_public_keys_check_it() -> None:
    """One whose schemes all take a shared secret has none."""
    assert BY_ID["paypal"].has_public_keys
    assert not BY_ID["stripe"].has_public_keys

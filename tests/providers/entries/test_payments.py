"""Entries of payments."""

from inspector.providers.entries.payments import STRIPE


def test_stripes_secret_is_never_decoded() -> None:
    """The whole string is the key, prefix included: the opposite of Standard Webhooks."""
    assert [scheme.keys for scheme in STRIPE.schemes] == [("utf-8",)]
    assert all("minor:data.object.currency" in template for _, template in STRIPE.gists if "amount" in template)

"""Samples as they are offered."""

from inspector.core.own_samples import OwnSample
from inspector.gui.views.samples.offered import OwnOffer, own_offers


def test_own_ones_are_sent_by_their_title() -> None:
    """Beside it stands the event, where one is known."""
    own = (
        OwnSample(provider="stripe", event="invoice.paid", title="Big"),
        OwnSample(provider="x", event="", title="a"),
    )

    assert own_offers(own) == (
        OwnOffer(provider="stripe", event="Big", title="yours: invoice.paid"),
        OwnOffer(provider="x", event="a", title="yours"),
    )

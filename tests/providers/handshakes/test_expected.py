"""Whom an endpoint may be for."""

from inspector.core.recipe import Recipe
from inspector.providers.custom import provider_of
from inspector.providers.handshakes.expected import check_expected, names_of_all


def test_everybody_who_is_known() -> None:
    """By signature or by handshake."""
    assert {"stripe", "zoom", "okta"} <= names_of_all().keys()
    assert check_expected("stripe") == check_expected("") == ""


def test_an_unknown_one_is_told_who_there_is() -> None:
    """By id."""
    assert "strava, stripe" in check_expected("strip")


def test_one_that_the_user_described_may_be_expected() -> None:
    """By its id; where it is not described, those that are come first."""
    own = provider_of(Recipe(name="acme", signature="header:X-Acme-Signature"))

    assert check_expected("custom:acme", (own,)) == ""
    assert "known are custom:acme, " in check_expected("custom:acm", (own,))

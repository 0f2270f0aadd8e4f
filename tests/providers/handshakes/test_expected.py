"""Whom an endpoint may be for."""

from inspector.providers.handshakes.expected import check_expected, names_of_all


def test_everybody_who_is_known() -> None:
    """By signature or by handshake."""
    assert {"stripe", "zoom", "okta"} <= names_of_all().keys()
    assert check_expected("stripe") == check_expected("") == ""


def test_an_unknown_one_is_told_who_there_is() -> None:
    """By id."""
    assert "strava, stripe" in check_expected("strip")

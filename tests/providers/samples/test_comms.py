"""Samples of messages."""

from urllib.parse import parse_qs

from inspector.providers.samples.comms import SLASH_COMMAND
from tests.providers.samples.sent import arrived, check


def test_those_of_slack() -> None:
    """A mention comes first; each tells the channel and who it was."""
    gists = check("slack")

    assert list(gists) == ["app_mention", "message", "reaction_added", "/deploy"]
    assert gists["app_mention"] == "C07RELEASES · U07MIRAOKFR · <@U08DEPLOYBT> what is running in production?"
    assert (gists["/deploy"] or "").endswith("to production · releases · mira.okafor")


def test_a_slash_command_is_a_form() -> None:
    """As Slack sends it, with the address for a later response."""
    request = arrived(SLASH_COMMAND)
    fields = parse_qs(request.body.read().decode())

    assert request.content_type == "application/x-www-form-urlencoded"
    assert fields["command"] == ["/deploy"]
    assert fields["response_url"][0].startswith("https://hooks.slack.com/commands/")

"""Samples of messages."""

import json
import re
from urllib.parse import parse_qs

from inspector.providers.samples.comms import SLACK
from tests.providers.samples.sent import arrived, check

GISTS = {
    "app_mention": r"C07RELEASES · U07MIRAOKFR · <@U08DEPLOYBT> what is running in production\?",
    "message": r"C07RELEASES · U07JONASLQV · Checkout 2\.\d+\.\d has been out for \d+ minutes, no errors 🎉",
    "reaction_added": r"C07RELEASES · U07MIRAOKFR · :\w+:",
    "/deploy": r"/deploy checkout 2\.\d+\.\d to production · releases · mira\.okafor",
    "block_actions": r"approve_deploy · releases · mira\.okafor",
    "view_submission": r"roll_back · mira\.okafor",
    "message_action": r"open_incident · releases · mira\.okafor",
    "app_home_opened": "home · D08DEPLOYDM · U07MIRAOKFR",
    "member_joined_channel": "C07RELEASES · U07JONASLQV",
    "channel_created": r"incident-checkout-\d+ · U07MIRAOKFR",
    "team_join": r"Noor Haddad · U0\w{9}",
    "file_shared": r"C07RELEASES · F0\w{9} · U07MIRAOKFR",
    "link_shared": r"C07RELEASES · https://status\.tidewater\.example/incidents/\d+ · U07JONASLQV",
}


def test_those_of_slack() -> None:
    """A mention comes first; each tells where it was and who."""
    gists = check("slack")

    assert list(gists) == list(GISTS)
    assert {event: gist for event, gist in gists.items() if not re.fullmatch(GISTS[event], gist or "")} == {}


def test_commands_and_clicks_are_forms() -> None:
    """A command as fields, the rest as one document in `payload`; each with the address for a later response."""
    forms = {sample.event: sample for sample in SLACK if sample.written == "form"}
    requests = {event: arrived(sample) for event, sample in forms.items()}
    fields = {event: parse_qs(request.body.read().decode()) for event, request in requests.items()}

    assert {request.content_type for request in requests.values()} == {"application/x-www-form-urlencoded"}
    assert fields["/deploy"]["command"] == ["/deploy"]
    assert fields["/deploy"]["response_url"][0].startswith("https://hooks.slack.com/commands/")
    assert json.loads(fields["block_actions"]["payload"][0])["actions"][0]["action_id"] == "approve_deploy"
    assert {event for event, names in fields.items() if list(names) == ["payload"]} == forms.keys() - {"/deploy"}


def test_events_come_in_an_envelope() -> None:
    """With an id, and whom it is for."""
    for sample in (sample for sample in SLACK if sample.written != "form"):
        body = json.loads(arrived(sample).body.read())
        assert (body["type"], body["event"]["type"]) == ("event_callback", sample.event)
        assert body["event"]["event_ts"].startswith(str(body["event_time"]))
        assert body["authorizations"][0]["user_id"] == "U08DEPLOYBT"

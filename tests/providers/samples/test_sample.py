"""What one sample event is."""

import pytest

from inspector.providers.samples.registry import named
from inspector.providers.samples.sample import file_and_event


@pytest.mark.parametrize(
    ("name", "file", "recognised"),
    [("form_response", "form_response", ""), ("form_response:quiz", "quiz", "form_response")],
)
def test_a_kind_stands_behind_a_colon(name: str, file: str, recognised: str) -> None:
    """It names the file, and what stands before it is the event."""
    assert file_and_event(name) == (file, recognised)


@pytest.mark.parametrize(
    ("provider", "name", "event"),
    [("typeform", "form_response:quiz", "form_response"), ("jira", "jira:issue_updated", "jira:issue_updated")],
)
def test_the_event_of_a_sample(provider: str, name: str, event: str) -> None:
    """That of its kind where it has one; a colon of the provider's own is part of the event."""
    assert named(provider, name).recognised_event == event

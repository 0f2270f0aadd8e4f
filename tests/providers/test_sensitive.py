"""Places that hold a secret."""

from dataclasses import replace

from inspector.providers.payload import FORM, Payload
from inspector.providers.registry import BY_ID
from inspector.providers.sensitive import sensitive_places
from tests.providers.made import request


def test_headers_of_anybody() -> None:
    """Credentials are marked whoever sends them, in whatever case."""
    made = request({"AUTHORIZATION": "Basic x", "cookie": "a=b", "X-Other": "c"})

    assert sensitive_places(Payload(made, None), None) == ("header:Authorization", "header:Cookie")

    asked = replace(made, target="/hooks?hub.verify_token=x&token=&hub.challenge=1")
    assert "query:hub.verify_token" in sensitive_places(Payload(asked, None), None)
    assert "query:token" not in sensitive_places(Payload(asked, None), None)


def test_places_of_a_provider() -> None:
    """GitLab's token and Slack's, only where they are."""
    gitlab, slack = BY_ID["gitlab"], BY_ID["slack"]
    form = b"token=x&command=%2Fa"

    assert sensitive_places(Payload(request({"X-Gitlab-Token": "t"}), None), gitlab) == ("header:X-Gitlab-Token",)
    assert sensitive_places(Payload(request({}), None), gitlab) == ()
    assert sensitive_places(Payload(request({}, form, content_type=FORM), form), slack) == ("form:token",)

"""Forges sign one payload under many names, and of a form what is inside."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from inspector.core.request import Request
from inspector.core.secret import Secret
from tests.providers.made import judged, request, with_header

KEY = b"between us"
PAYLOAD = '{"ref": "refs/heads/main", "repository": {"full_name": "tidewater/storefront"}, "text": "Zoë & 100 %"}'
FORM = urlencode({"payload": PAYLOAD}).encode()
CONTENT_TYPE = "application/x-www-form-urlencoded"
ALL: Mapping[str, Mapping[str, str]] = {
    "gitea": {"X-Gitea-Event": "push", "X-Gogs-Event": "push", "X-GitHub-Event": "push"},
    "forgejo": {"X-Forgejo-Event": "push", "X-Gitea-Event": "push", "X-Gogs-Event": "push", "X-GitHub-Event": "push"},
}


def signature(message: bytes, algorithm: str = "sha256") -> str:
    """As the forge computes it."""
    return hmac.new(KEY, message, algorithm).hexdigest()


def sent(provider: str, headers: Mapping[str, str], body: bytes, content_type: str = "application/json") -> Request:
    """A push with all the names of the event that the forge sends."""
    return request({**ALL[provider], **headers}, body, content_type=content_type)


def secret(provider: str) -> Secret:
    """The key, as it was stored."""
    return Secret(provider=provider, name="mine", value=KEY)


@pytest.mark.parametrize("provider", ["gitea", "forgejo"])
def test_of_a_form_the_json_inside_is_signed(provider: str) -> None:
    """Not the form that holds it; another payload under the same signature is invalid."""
    name = f"X-{provider.title()}-Signature"
    made = sent(provider, {name: signature(PAYLOAD.encode())}, FORM, CONTENT_TYPE)
    other = sent(provider, {name: signature(PAYLOAD.encode())}, FORM.replace(b"main", b"mail"), CONTENT_TYPE)
    judgement = judged(made, secret(provider))

    assert (judgement.provider, judgement.verdict.status) == (provider, "valid")
    assert (judgement.verdict.scheme, judgement.verdict.covers_body) == (f"{provider}-sha256-form", True)
    assert judgement.gist == "tidewater/storefront · main"
    assert judged(other, secret(provider)).verdict.status == "invalid"


@pytest.mark.parametrize("provider", ["gitea", "forgejo"])
def test_of_a_get_the_parameter_is_signed(provider: str) -> None:
    """The payload stands in the URL."""
    made = sent(provider, {f"X-{provider.title()}-Signature": signature(PAYLOAD.encode())}, b"")
    made = replace(made, method="GET", target="/hooks?" + FORM.decode())

    assert judged(made, secret(provider)).verdict.scheme == f"{provider}-sha256-query"
    assert judged(replace(made, target=made.target + "x"), secret(provider)).verdict.status == "invalid"


def test_without_a_secret_gitea_sends_empty_signatures() -> None:
    """That is unsigned, not badly signed."""
    empty = {
        "X-Gitea-Signature": "",
        "X-Gogs-Signature": "",
        "X-Hub-Signature": "sha1=",
        "X-Hub-Signature-256": "sha256=",
    }

    assert judged(sent("gitea", empty, PAYLOAD.encode()), secret("gitea")).verdict.status == "unsigned"


@pytest.mark.parametrize(
    ("name", "prefix", "scheme"),
    [
        ("X-Gitea-Signature", "", "gitea-sha256"),
        ("X-Gogs-Signature", "", "gitea-gogs-sha256"),
        ("X-Hub-Signature-256", "sha256=", "gitea-hub-sha256"),
        ("X-Hub-Signature", "sha1=", "gitea-hub-sha1"),
    ],
)
def test_any_of_its_signatures_is_enough(name: str, prefix: str, scheme: str) -> None:
    """Each by its own digest, where a proxy let only that one through."""
    value = prefix + signature(PAYLOAD.encode(), "sha1" if prefix == "sha1=" else "sha256")
    verdict = judged(sent("gitea", {name: value}, PAYLOAD.encode()), secret("gitea")).verdict

    assert (verdict.status, verdict.scheme) == ("valid", scheme)


def test_whose_header_field_it_is() -> None:
    """GitHub, Gitea, Forgejo, Bitbucket and Jira share fields; what only one of them sends tells them apart."""
    digest = hashlib.sha256(b"x").hexdigest()
    hub = {"X-Hub-Signature": f"sha256={digest}"}
    cases = {
        "github": {"X-GitHub-Event": "push", "X-Hub-Signature-256": f"sha256={digest}"},
        "gitea": {**ALL["gitea"], "X-Hub-Signature-256": f"sha256={digest}"},
        "forgejo": {**ALL["forgejo"], "X-Hub-Signature-256": f"sha256={digest}"},
        "bitbucket": {**hub, "X-Event-Key": "repo:push"},
    }

    assert {judged(request(headers)).provider for headers in cases.values()} == set(cases)
    assert judged(request(hub, b'{"webhookEvent":"jira:issue_created"}')).provider == "jira"
    assert judged(request(hub, b'{"webhookEvent":"something:else"}')).provider != "jira"


def test_the_hooks_own_id_is_no_delivery_id() -> None:
    """Bitbucket's X-Hook-UUID is the same each time."""
    made = request({"X-Event-Key": "repo:push", "X-Hook-UUID": "h"})

    assert judged(made).delivery_id is None
    assert judged(with_header(made, "X-Request-UUID", "r")).delivery_id == "r"

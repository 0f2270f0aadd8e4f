"""The order of the search, and its bounds."""

import time
from base64 import b64encode

from inspector.providers.asymmetric import sign
from inspector.providers.body_variants import Bodies
from inspector.providers.digests import digest_of
from inspector.providers.lenient import Signature
from inspector.providers.message_variants import message_variants, plain_message
from inspector.providers.registry import SCHEMES
from inspector.providers.search import Axes, Budget, search
from inspector.providers.secret_variants import key_variants, plain_keys
from tests.providers.made import request, secret

GITHUB = SCHEMES["github-sha256"]


def axes(raw: bytes, body: bytes = b'{"a": 1}', value: bytes = b"hush") -> Axes:
    """What can be changed of a signature of GitHub."""
    own = [secret("github", value)]
    return Axes(
        scheme=GITHUB,
        body=body,
        plain_keys=plain_keys(own, GITHUB),
        keys=key_variants(own, [], GITHUB),
        bodies=Bodies(request({}, body), body, None),
        plain_message=plain_message(GITHUB, {}),
        messages=(),
        strict=[Signature(raw, (), ())],
        lenient=(),
    )


def plenty() -> Budget:
    """Time and tries enough."""
    return Budget(until=time.monotonic() + 60, left=100_000)


def test_one_change_comes_before_two() -> None:
    """A body with a line break behind it is one change, although written anew with one is two."""
    one = search(axes(digest_of("hmac-sha256", b"hush", b"", b'{"a": 1}\n', b"")), plenty())
    two = search(axes(digest_of("hmac-sha256", b"hush", b"", b'{"a":1}\n', b"")), plenty())
    both = search(axes(digest_of("hmac-sha256", b"hush", b"", b'{"a":1}', b""), value=b"hush "), plenty())

    assert one is not None
    assert two is not None
    assert both is not None
    assert one.causes == ("body-trailing-newline",)
    assert two.causes == ("body-reserialised", "body-trailing-newline")
    assert both.causes == ("secret-whitespace", "body-reserialised")


def test_nothing_is_found_for_noise() -> None:
    """Everything is tried, and nothing matches; the budget was not spent."""
    budget = plenty()

    assert search(axes(b"\0" * 32), budget) is None
    assert budget.tried > 50
    assert not budget.is_spent


def test_a_budget_ends() -> None:
    """By number and by time."""
    few = Budget(until=time.monotonic() + 60, left=2)
    late = Budget(until=time.monotonic() - 1, left=2)

    assert [few.spend(), few.spend(), few.spend(), late.spend()] == [True, True, False, False]
    assert (few.tried, few.is_spent, late.tried, late.is_spent) == (2, True, 0, True)
    assert search(axes(b"\0" * 32), Budget(until=time.monotonic() + 60, left=40)) is None


def test_a_changed_key_with_a_changed_header() -> None:
    """Digests that were computed already are compared with what a lenient reader found."""
    raw = digest_of("hmac-sha256", b"hush", b"", b'{"a": 1}', b"")
    spelled = Signature(raw, ("algorithm-mismatch",), ("the digest is written in capitals",))
    found = search(axes(b"\0" * 32, value=b"hush\n")._replace(strict=(), lenient=(spelled,)), plenty())

    assert found is not None
    assert found.causes == ("secret-whitespace", "algorithm-mismatch")


def test_two_changes_of_every_pair() -> None:
    """Secret and digest, message and digest, body and message."""
    slack = SCHEMES["slack-v0"]
    own = [secret("slack", b"hush")]
    values = {"X-Slack-Request-Timestamp": b"17"}
    base = axes(b"")._replace(
        scheme=slack,
        plain_keys=plain_keys(own, slack),
        keys=key_variants(own, [], slack),
        plain_message=plain_message(slack, values),
        messages=message_variants(slack, values),
    )
    for raw, causes in (
        (digest_of("hmac-sha1", b"hush\n", b"v0:17:", b'{"a": 1}', b""), ("secret-whitespace", "algorithm-mismatch")),
        (digest_of("hmac-sha1", b"hush", b"", b'{"a": 1}', b""), ("message-layout", "algorithm-mismatch")),
        (digest_of("hmac-sha1", b"hush", b"v0:17:", b'{"a":1}', b""), ("body-reserialised", "algorithm-mismatch")),
        (digest_of("hmac-sha256", b"hush\n", b"", b'{"a": 1}', b""), ("secret-whitespace", "message-layout")),
        (digest_of("hmac-sha256", b"hush", b"", b'{"a":1}', b""), ("body-reserialised", "message-layout")),
    ):
        found = search(base._replace(strict=[Signature(raw, (), ())]), plenty())
        assert found is not None
        assert found.causes == causes


def test_public_keys_are_searched_too() -> None:
    """A body with a line break lost, signed with a private key; noise matches nothing."""
    scheme = SCHEMES["standard-webhooks-v1a"]
    own = [secret("standard-webhooks", b"whsk_" + b64encode(b"k" * 32))]
    raw = sign("ed25519", b"whsk_" + b"k" * 32, b"m.17.{}\n")
    base = axes(raw, body=b"{}")._replace(
        scheme=scheme,
        plain_keys=plain_keys(own, scheme),
        keys=(),
        plain_message=plain_message(scheme, {"webhook-id": b"m", "webhook-timestamp": b"17"}),
    )
    found = search(base, plenty())

    assert found is not None
    assert found.causes == ("body-trailing-newline",)
    assert search(base._replace(strict=[Signature(b"x" * 64, (), ())]), plenty()) is None

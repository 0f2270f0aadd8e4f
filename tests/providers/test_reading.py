"""What a request shows of a signature."""

from datetime import timedelta

import pytest

from inspector.core.request import Request
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.reading import Reading, age_of, raw_value, read, readings_of
from inspector.providers.registry import BY_ID, SCHEMES
from tests.providers.made import NOW, request, signed, with_header


def payload(made: Request) -> Payload:
    """A request, read."""
    return Payload(made, made.body.content)


def slack(time: str) -> Reading:
    """A signature of Slack with that time."""
    made = request({"X-Slack-Signature": "v0=ab", "X-Slack-Request-Timestamp": time})
    reading = read(SCHEMES["slack-v0"], payload(made))
    assert reading is not None
    return reading


def test_a_signature_is_read_with_its_values() -> None:
    """Signatures, signed values and what is missing."""
    reading = slack("17")

    assert list(reading.found.signatures) == ["ab"]
    assert (reading.values, reading.missing) == ({"X-Slack-Request-Timestamp": b"17"}, ())
    assert slack("").missing == ("X-Slack-Request-Timestamp",)


def test_empty_headers_hold_no_signature() -> None:
    """A header that is absent, empty or blank."""
    for headers in ({}, {"X-Slack-Signature": ""}, {"X-Slack-Signature": " \t"}):
        assert read(SCHEMES["slack-v0"], payload(request(headers))) is None


def test_which_readings_decide() -> None:
    """GitHub's SHA-256 alone; with Standard Webhooks all versions that the header holds, else the first."""
    both = with_header(signed("github"), "X-Hub-Signature", "sha1=ab")
    versions = request({"webhook-signature": "v1a,aa v1,bb", "webhook-id": "m", "webhook-timestamp": "1"})
    only = with_header(versions, "webhook-signature", "v1a,aa")
    neither = with_header(versions, "webhook-signature", "v9,aa")

    def ids(provider: str, made: Request) -> list[str]:
        return [reading.scheme.id for reading in readings_of(BY_ID[provider], payload(made))]

    assert ids("github", both) == ["github-sha256"]
    assert ids("standard-webhooks", versions) == ["standard-webhooks-v1", "standard-webhooks-v1a"]
    assert ids("standard-webhooks", only) == ["standard-webhooks-v1a"]
    assert ids("standard-webhooks", neither) == ["standard-webhooks-v1"]
    assert ids("github", request({})) == []


def test_header_values_stay_bytes() -> None:
    """What is signed are the bytes of a header, not its text; values of a document are its text."""
    made = with_header(request({}, b'{"a":1.0}'), "X-Id", "\xff")

    assert raw_value(payload(made), place("header:X-Id")) == b"\xff"
    assert raw_value(payload(made), place("json:a")) == b"1.0"
    assert raw_value(payload(made), place("json:b")) is None


@pytest.mark.parametrize(
    ("time", "fresh", "causes"),
    [
        ("1700000000", True, ()),
        ("1699999700", True, ()),
        ("1699999699", False, ("timestamp-stale",)),
        ("1700000300", True, ()),
        ("1700000301", False, ("timestamp-future",)),
        ("1700000000000", False, ("timestamp-unit",)),
        ("1600000000000", False, ("timestamp-unit", "timestamp-stale")),
        ("1700000000000000", False, ("timestamp-unit",)),
        ("1600000000000000000", False, ("timestamp-unit", "timestamp-stale")),
        ("soon", False, ("header-malformed",)),
        ("9" * 30, False, ("header-malformed",)),
        ("-5", False, ("timestamp-stale",)),
        ("", None, ()),
    ],
)
def test_ages(time: str, fresh: bool | None, causes: tuple[str, ...]) -> None:
    """Too old, too early, in finer units, unreadable, and absent."""
    age = age_of(slack(time), NOW)

    assert (age.fresh, age.causes) == (fresh, causes)


def test_ages_of_other_schemes() -> None:
    """GitHub signs no time; Stripe's library does not mind the future, nor milliseconds, which lie there."""
    github = read(SCHEMES["github-sha256"], payload(signed("github")))
    early = read(SCHEMES["stripe-v1"], payload(signed("stripe")))
    millis = read(SCHEMES["stripe-v1"], payload(request({"Stripe-Signature": "t=1700000000000,v1=ab"})))
    assert github is not None
    assert early is not None
    assert millis is not None

    assert age_of(github, NOW).fresh is None
    assert age_of(early, NOW - timedelta(days=9)).fresh is True
    assert (age_of(millis, NOW).fresh, age_of(millis, NOW).signed_at) == (True, NOW)


def test_a_scheme_that_says_when_it_was_used() -> None:
    """Of several that write into one place only that counts whose condition holds, wildcards included."""
    for version, ids in (("v1", ["hubspot-v1"]), ("v2", ["hubspot-v2"]), ("v3", []), ("", ["hubspot-v1-unnamed"])):
        made = request({"X-HubSpot-Signature": "ab", "X-HubSpot-Signature-Version": version})
        assert [reading.scheme.id for reading in readings_of(BY_ID["hubspot"], payload(made))] == ids


def test_the_ways_in_which_a_library_takes_a_url() -> None:
    """One reading for each, all by what told the URL."""
    made = request({"X-Twilio-Signature": "a" * 28, "X-Forwarded-Proto": "https", "X-Forwarded-Host": "x.example"})
    urls = [reading.url for reading in readings_of(BY_ID["twilio"], payload(made))]

    assert [url and url.text for url in urls] == ["https://x.example/hooks", "https://x.example:443/hooks"]
    assert len({url and url.taken_from for url in urls}) == 1


def test_what_says_that_nothing_was_signed_is_no_signature() -> None:
    """Cal.com writes a word in its place."""
    made = request({"X-Cal-Signature-256": "no-secret-provided"})

    assert read(SCHEMES["calcom"], payload(made)) is None
    assert read(SCHEMES["calcom"], payload(request({"X-Cal-Signature-256": "no-secret-providea"}))) is not None


def test_signatures_in_numbered_fields_are_read_together() -> None:
    """DocuSign has one for each of up to a hundred keys; the first of them need not be there."""
    made = request(
        {"X-DocuSign-Signature-2": "two", "X-DocuSign-Signature-100": "last", "X-DocuSign-Signature-101": "x"}
    )
    reading = read(SCHEMES["docusign"], payload(made))

    assert reading is not None
    assert list(reading.found.signatures) == ["two", "last"]

"""Which addresses count as a provider's own."""

import pytest

from inspector.core.request import Request
from inspector.providers.key_sources import LONGEST, KeyWay, fits, host_of, key_way
from inspector.providers.registry import BY_ID, PROVIDERS
from tests.providers.entries.sending import payload
from tests.providers.made import request

SNS = "https://sns.*.amazonaws.com/*.pem"
GOOD = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0a1b2c.pem"
HOST = "sns.eu-central-1.amazonaws.com"


@pytest.mark.parametrize(
    "address",
    [
        GOOD,
        "https://sns.us-gov-west-1.amazonaws.com/SimpleNotificationService-1.pem",
        "https://sns.ap-southeast-2.amazonaws.com/SimpleNotificationService-1.pem",
    ],
)
def test_a_region_and_a_name_may_differ(address: str) -> None:
    """A wildcard stands for a region, or for some of a step."""
    assert fits(address, SNS)
    assert host_of(address).startswith("sns.")


@pytest.mark.parametrize(
    "address",
    [
        "",
        GOOD.replace("https", "http"),
        GOOD.replace("https", "HTTPS"),
        f" {GOOD}",
        f"{GOOD}\n",
        f"{GOOD}?x=1",
        f"{GOOD}#x",
        f"https://user@{HOST}/a.pem",
        f"https://user:password@{HOST}/a.pem",
        f"https://{HOST}@127.0.0.1/a.pem",
        f"https://{HOST}:443/a.pem",
        f"https://{HOST}:8443/a.pem",
        f"https://{HOST}.evil.example/a.pem",
        f"https://evil.example/{HOST}/a.pem",
        f"https://{HOST}./a.pem",
        f"https://{HOST}\\@evil.example/a.pem",
        f"https:\\\\{HOST}/a.pem",
        f"https:/{HOST}/a.pem",
        f"https:///{HOST}/a.pem",
        f"//{HOST}/a.pem",
        f"https://{HOST}/../a.pem",
        f"https://{HOST}/..",
        f"https://{HOST}/./a.pem",
        f"https://{HOST}/x/../../a.pem",
        f"https://{HOST}/%2e%2e/a.pem",
        f"https://{HOST}//a.pem",
        f"https://{HOST}/x/a.pem",
        f"https://{HOST}/a.pem/",
        f"https://{HOST}/a.pem%00",
        f"https://{HOST}/a.pem;x",
        f"https://{HOST}/a.exe",
        f"https://{HOST.upper()}/a.pem",
        "https://sns.amazonaws.com/a.pem",
        "https://sns..amazonaws.com/a.pem",
        "https://sns.s3.amazonaws.com/a.pem",
        "https://sns.s3-us-west-2.amazonaws.com/a.pem",
        "https://sns.bucket.s3.amazonaws.com/a.pem",
        "https://sns.eu-central-1.elb.amazonaws.com/a.pem",
        "https://snsx.eu-central-1.amazonaws.com/a.pem",
        "https://sns.eu-central-1.amazonaws.com.cn/a.pem",
        "https://sns.eu-central-1.amazonaws.co/a.pem",
        "https://sns.eu-central-1.amazonawsxcom/a.pem",
        "https://sns.eu-сentral-1.amazonaws.com/a.pem",  # a Cyrillic letter
        "https://sns.eu-central-1.amazonaws。com/a.pem",
        "https://xn--sns.eu-central-1.amazonaws.com/a.pem",
        "https://127.0.0.1/a.pem",
        "https://2130706433/a.pem",
        "https://0x7f000001/a.pem",
        "https://[::1]/a.pem",
        "https://localhost/a.pem",
        "file:///etc/passwd",
        "javascript:alert(1)//.pem",
        f"https://{HOST}/{'a' * LONGEST}.pem",
    ],
)
def test_nothing_else_counts(address: str) -> None:
    """Tricks that readers of URLs disagree about, other places, other forms."""
    assert not fits(address, SNS)


def test_every_source_is_a_plain_address() -> None:
    """With its wildcards filled in, each source of the registry fits itself, and is HTTPS."""
    sources = [(source, one.id) for one in PROVIDERS for source in one.key_sources]

    assert len(sources) >= 8
    for source, id in sources:
        host, _, path = source.removeprefix("https://").partition("/")
        address = f"https://{host.replace('*', 'us-east-1')}/{path.replace('*', 'a-1')}"
        assert fits(address, source), id
        assert "*" not in source or BY_ID[id].key_place, id


def sns(address: object) -> Request:
    """A message that names an address."""
    text = "null" if address is None else f'"{address}"'
    return request({"x-amz-sns-message-type": "Notification"}, b'{"SigningCertURL":%s}' % text.encode())


def test_what_a_request_names() -> None:
    """One of the provider's own, one of somebody else's, or none."""
    provider = BY_ID["aws-sns"]

    assert key_way(provider, payload(sns(GOOD))) == KeyWay((GOOD,))
    assert key_way(provider, payload(sns("https://evil.example/a.pem"))) == KeyWay(foreign=True)
    assert key_way(provider, payload(sns(None))) == KeyWay()


def test_what_no_request_names() -> None:
    """Fixed addresses count whatever comes; where there are none, nothing does."""
    assert key_way(BY_ID["gemini"], payload(sns(GOOD))).addresses == BY_ID["gemini"].key_sources
    assert key_way(BY_ID["plaid"], payload(sns(GOOD))) == KeyWay()
    assert host_of("https://user@x.y/a") == ""

"""Keys are fetched once, from one place, and not more often than is decent."""

import json
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from inspector.core.errors import InspectorError, NothingError, ResourceError
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.engine.key_fetching import MINUTE, MOST, KeyFetching, fetch_key
from tests.engine.provider_site import SNS_HOST, SNS_KEY, answer, certificate, site
from tests.providers.made import request
from tests.providers.samples.sent import PAIRS

FAL_HOST, FAL_OTHER = "rest.alpha.fal.ai", "rest.fal.ai"
GOOGLE = "www.googleapis.com"
X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"


def sns(number: int = 0) -> tuple[Request, Judgement]:
    """A message that names a certificate, and what is said of it."""
    address = SNS_KEY.replace("0a1b2c", f"{number}")
    body = {"Type": "Notification", "Signature": "c2ln", "SignatureVersion": "1", "SigningCertURL": address}
    return request({"x-amz-sns-message-type": "Notification"}, json.dumps(body).encode()), Judgement(provider="aws-sns")


def google(kid: str) -> tuple[Request, Judgement]:
    """A push with a token that names its key."""
    parts = (json.dumps({"alg": "RS256", "kid": kid}).encode(), b'{"iat":1700000000}', b"signature")
    token = b".".join(urlsafe_b64encode(part).rstrip(b"=") for part in parts).decode()
    fields = {"Authorization": f"Bearer {token}", "User-Agent": "CloudPubSub-Google"}
    return request(fields, b'{"message":{"data":"","messageId":"1"},"subscription":"s"}'), Judgement(
        provider="google-oidc"
    )


def keys(*kids: str) -> bytes:
    """A set of keys with these ids."""
    return answer(json.dumps({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": X, "kid": kid} for kid in kids]}).encode())


class Table:
    """The keys of a program, and of whom it told that there are new ones."""

    def __init__(self, folder: Path) -> None:
        self.told: list[str] = []
        self.fetching = KeyFetching(folder / "keys.json", self._tell)

    async def _tell(self, provider: str) -> None:
        self.told.append(provider)

    async def why(self, asked: tuple[Request, Judgement]) -> str:
        """Why a key cannot be had."""
        with pytest.raises(InspectorError) as error:
            await self.fetching.fetch(*asked)
        return str(error.value)

    def wait(self) -> None:
        """A minute goes by."""
        self.fetching._asked = {one: at - MINUTE for one, at in self.fetching._asked.items()}


async def test_what_is_known_is_not_fetched_again(tmp_path: Path) -> None:
    """Neither now nor after a restart."""
    with site(SNS_HOST) as (there, outside):
        there.answers["/SimpleNotificationService-0.pem"] = answer(certificate(PAIRS["rsa"], "sns.amazonaws.com"))
        first = Table(tmp_path)
        first.fetching.outside = outside
        key = await first.fetching.fetch(*sns())
        assert await first.fetching.fetch(*sns()) is key
        assert await Table(tmp_path).fetching.fetch(*sns()) == key

        assert len(there.asked) == 1
        assert key.address == SNS_KEY.replace("0a1b2c", "0")
        assert first.fetching.secrets["aws-sns"][0].value == key.content


async def test_an_id_that_is_not_known_is_asked_for_once_a_minute(tmp_path: Path) -> None:
    """A set of keys may have been renewed; whoever sends cannot have it asked for all the time."""
    with site(GOOGLE) as (there, outside):
        table = Table(tmp_path)
        table.fetching.outside = outside
        there.answers["/oauth2/v3/certs"] = keys("a")
        await table.fetching.fetch(*google("a"))
        assert "less than a minute ago" in await table.why(google("b"))
        table.wait()
        assert "publishes no key with the id “b”" in await table.why(google("b"))
        there.answers["/oauth2/v3/certs"] = keys("a", "b")
        table.wait()
        await table.fetching.fetch(*google("b"))

        assert len(there.asked) == 3
        assert table.told == ["google-oidc"] * 3


async def test_the_second_of_two_places(tmp_path: Path) -> None:
    """Where it is not sure which of a provider's hosts has the keys, one after the other is asked."""
    made = request({"X-Fal-Webhook-Signature": "00"}, b"{}"), Judgement(provider="fal")
    with site(FAL_HOST, FAL_OTHER) as (there, outside):
        table = Table(tmp_path)
        table.fetching.outside = outside
        there.answers["/.well-known/jwks.json"] = answer(b"<html></html>")
        assert "it holds no public key" in await table.why(made)
        assert [host for host, _ in there.asked] == [FAL_HOST, FAL_OTHER]
        assert table.told == []


async def test_many_addresses_are_not_asked_at_once(tmp_path: Path) -> None:
    """A sender that names another one in each message."""
    with site(SNS_HOST) as (there, outside):
        table = Table(tmp_path)
        table.fetching.outside = outside
        for number in range(MOST + 3):
            await table.why(sns(number))

        assert len(there.asked) == MOST
        assert f"More than {MOST} addresses of AWS SNS" in await table.why(sns(99))


async def test_a_certificate_for_somebody_else(tmp_path: Path) -> None:
    """It is not kept, and why is said."""
    with site(SNS_HOST) as (there, outside):
        table = Table(tmp_path)
        table.fetching.outside = outside
        there.answers["/SimpleNotificationService-0.pem"] = answer(certificate(PAIRS["rsa"], "example.org"))

        assert "is for example.org, not for sns.amazonaws.com" in await table.why(sns())
        assert (table.fetching.secrets, table.told) == ({}, [])
        assert not (tmp_path / "keys.json").exists()
        assert "not for sns.amazonaws.com. sns.eu-central-1.amazonaws.com was asked" in (await table.why(sns()))[-200:]
        assert len(there.asked) == 1


@pytest.mark.parametrize(
    ("provider", "why"),
    [
        ("plaid", "No address is known to fetch it from"),
        ("ebay", "getPublicKey with the kid"),
        ("paypal", "The request does not name where it is published"),
        (None, "No provider was recognised"),
    ],
)
async def test_where_there_is_nowhere_to_ask(tmp_path: Path, provider: str | None, why: str) -> None:
    """It is said what to do instead; no way outside is made."""
    table = Table(tmp_path)

    assert why in await table.why((request({}, b"{}"), Judgement(provider=provider)))
    assert table.fetching.outside is None


async def test_for_a_command(tmp_path: Path) -> None:
    """The same, without anybody who is told."""
    with pytest.raises(NothingError):
        await fetch_key(tmp_path / "keys.json", request({}, b"{}"), Judgement(provider="plaid"))


async def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """The key is not used: what cannot be kept would be asked for again and again."""
    (tmp_path / "config").write_bytes(b"")
    with site(SNS_HOST) as (there, outside):
        table = Table(tmp_path / "config")
        table.fetching.outside = outside
        there.answers["/SimpleNotificationService-0.pem"] = answer(certificate(PAIRS["rsa"], "sns.amazonaws.com"))
        with pytest.raises(ResourceError, match="cannot be written"):
            await table.fetching.fetch(*sns())
        assert table.fetching.secrets == {}

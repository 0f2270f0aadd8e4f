"""A request without its signature."""

import pytest

from inspector.core.errors import UsageError
from inspector.core.secret import Secret
from inspector.providers.breaking import Signer, is_refused, sign_now
from inspector.providers.registry import BY_ID
from inspector.providers.samples.making import make
from inspector.providers.samples.registry import events_of
from inspector.providers.samples.secret import sample_secrets
from inspector.providers.unsigned import without_signature
from inspector.providers.verdicts import SAMPLE_SETTING
from tests.providers.made import NOW, VALUES, request, signed

BASE = "http://localhost:3000"
SECRETS = sample_secrets(b"k" * 32)


def signer(provider: str) -> Signer:
    """Signs with the sample secret of a provider."""
    return Signer(provider=BY_ID[provider], secret=SECRETS[provider], setting=SAMPLE_SETTING)


@pytest.mark.parametrize("provider", SECRETS)
def test_no_library_takes_it(provider: str) -> None:
    """Whatever the place of the signature: it is gone, and the event is refused."""
    own = signer(provider)
    made = make(provider, events_of(provider)[0].event, now=NOW)
    url = f"{BASE}{made.target}"
    good = sign_now(own, made, NOW, url)

    assert not is_refused(own, good, NOW, url)
    assert is_refused(own, without_signature(own, good), NOW, url)


@pytest.mark.parametrize("provider", VALUES)
def test_the_rest_stays(provider: str) -> None:
    """Every field but the signature's, and the body byte for byte."""
    good = signed(provider)
    places = {place.key for scheme in BY_ID[provider].schemes for place in (scheme.place, *scheme.also)}
    own = Signer(provider=BY_ID[provider], secret=Secret(provider=provider, name="mine", value=VALUES[provider]))
    bare = without_signature(own, good)

    assert bare.body == good.body
    assert list(bare.headers) == [pair for pair in good.headers if pair[0].lower() not in places]


def test_where_there_is_none() -> None:
    """That is said."""
    with pytest.raises(UsageError, match="GitHub puts no signature"):
        without_signature(signer("github"), request({}))

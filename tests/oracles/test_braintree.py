"""Braintree's own library, which also makes notifications of every kind."""

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode

import pytest
from braintree import BraintreeGateway, Configuration, Environment, WebhookNotification
from braintree.exceptions.invalid_signature_error import InvalidSignatureError

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.providers.entries.braintree import PUBLIC_KEY
from inspector.providers.handshakes.computed import BRAINTREE
from inspector.providers.handshakes.handshake import Answered
from tests.oracles.comparing import Comparison
from tests.providers.handshakes.asking import Asking, asked

KINDS = sorted({value for name, value in vars(WebhookNotification.Kind).items() if name[0].isupper()})


def gateway(secret: bytes) -> BraintreeGateway:
    """The library with such a pair of keys; it sends nothing."""
    return BraintreeGateway(Configuration(Environment.Sandbox, "merchant", PUBLIC_KEY, secret.decode()))


class TestBraintree(Comparison):
    """`webhook_notification.parse`, and `webhook_testing` for what it signs."""

    provider = "braintree"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        form = {name: values[0] for name, values in parse_qs(request.body.read().decode()).items()}
        try:
            gateway(secret).webhook_notification.parse(form.get("bt_signature"), form.get("bt_payload"))
        except InvalidSignatureError:
            return False
        return True

    def places(self, request: Request) -> range:
        """The payload; the name of the public key is nothing that its private half protects."""
        body = request.body.read()
        start = body.index(b"bt_payload=") + len(b"bt_payload=")
        return range(start, body.find(b"&", start) if b"&" in body[start:] else len(body))

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.filterwarnings("ignore::DeprecationWarning")  # it asks for the time of day in an old way
    def test_we_accept_what_it_signs(self, kind: str) -> None:
        """Notifications of every kind, recognised as what they are."""
        made = gateway(self.secret()).webhook_testing.sample_notification(kind, "id_1")
        bare = self.samples(datetime.now(UTC))[0]
        request = replace(bare, body=Body.of(urlencode(made).encode()))

        assert self.both(request, self.secret()) == (True, True)
        assert self.both(request, self.other_secret()) == (False, False)


@pytest.mark.parametrize("challenge", ["0123456789abcdef0123", "20f9f8ed05f77439fe955c977e4c8a53"])
def test_a_challenge_is_answered_as_it_would(challenge: str) -> None:
    """By which Braintree tests an endpoint: the shortest and the longest."""
    asking = Asking(provider="braintree", secrets=(("private", "a-private-key"), ("public", PUBLIC_KEY)))
    answer = BRAINTREE.answer(asked(asking, challenge))

    assert isinstance(answer, Answered)
    assert answer.response.body.decode() == gateway(b"a-private-key").webhook_notification.verify(challenge)

"""What is sent of a capture."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from inspector.core import clock
from inspector.core.alteration import Alteration
from inspector.core.assignments import parse_assignment
from inspector.core.capture import Capture
from inspector.core.errors import NothingError, UsageError
from inspector.core.secret import Secret
from inspector.dispatch.outgoing import outgoing
from inspector.dispatch.targets import parse
from inspector.engine.preparing import Manner, Preparing, address
from inspector.engine.preparing import signed as signed_now
from inspector.engine.secret_keeping import SecretKeeping, open_samples, open_vault
from inspector.providers.basis import Basis
from inspector.providers.breaking import Signer
from inspector.providers.custom import provider_of
from inspector.providers.judging import judge
from inspector.providers.provider import Provider
from inspector.providers.registry import BY_ID
from tests.engine.conftest import paths_in
from tests.providers.described import ACME
from tests.providers.made import NOW, request, signed

STAGING = Secret(provider="stripe", name="staging", value=b"whsec_test_secret")
LIVE = Secret(provider="stripe", name="live", value=b"whsec_live_secret")
SIGNED = Manner(signed=True)

Make = Callable[..., Preparing]


@pytest.fixture
def preparing(tmp_path: Path) -> Make:
    """Prepares with these secrets of the session."""

    def make(*secrets: Secret) -> Preparing:
        keeping = SecretKeeping(open_vault(paths_in(tmp_path)), secrets, open_samples(paths_in(tmp_path)))
        return Preparing(lambda: keeping)

    return make


def capture(*secrets: Secret, provider: str = "stripe") -> Capture:
    """A capture that was judged with these secrets when it came."""
    came = signed(provider)
    return Capture(id=7, request=came, judgement=judge(came, Basis(secrets={provider: secrets})))


def test_by_itself_it_goes_as_it_came(preparing: Make) -> None:
    """Nothing is said to be changed, and no secret is looked for."""
    ready = preparing().prepare(capture(), "3000", Manner())

    assert (ready.request, ready.as_, ready.changed) == (capture().request, "received", ())
    assert ready.url == "http://localhost:3000/hooks"


def test_a_webhook_id_signs_nothing(preparing: Make) -> None:
    """It is no secret that cannot be read: the sentence names what signs."""
    given = Secret(provider="paypal", name="command line", value=b"WH-1234")

    with pytest.raises(NothingError, match=r"“command line” is a webhook id of PayPal.*trigger paypal"):
        preparing(given).signer_of("paypal", "command line")


def test_the_secret_that_verified_it_signs(preparing: Make) -> None:
    """The signature alone is new."""
    ready = preparing(LIVE, STAGING).prepare(capture(STAGING), "3000", SIGNED)
    verdict = judge(ready.request, Basis(secrets={"stripe": (LIVE, STAGING)})).verdict

    assert (ready.as_, ready.changed) == ("signed", ("Stripe-Signature",))
    assert (verdict.status, verdict.secret) == ("valid", "staging")
    assert verdict.signed_at is not None
    assert verdict.signed_at > NOW


def test_without_one_the_only_secret_signs(preparing: Make) -> None:
    """Of several one has to be named; they are listed."""
    ready = preparing(LIVE).prepare(capture(), "3000", SIGNED)
    assert judge(ready.request, Basis(secrets={"stripe": (LIVE,)})).verdict.secret == "live"

    with pytest.raises(NothingError, match="“live”, “staging”"):
        preparing(LIVE, STAGING).prepare(capture(), "3000", SIGNED)
    named = preparing(LIVE, STAGING).prepare(capture(), "3000", Manner(signed=True, sign_with="staging"))
    assert judge(named.request, Basis(secrets={"stripe": (STAGING,)})).verdict.status == "valid"


def test_a_sample_is_signed_with_the_sample_secret(preparing: Make) -> None:
    """Which also signs anything else where it is named."""
    here = preparing(LIVE)
    signer = here.signer_of("stripe")
    came = capture()
    judged = judge(came.request, Basis(secrets={"stripe": (signer.secret,)}))

    assert here.signer_for(came, "sample").secret == signer.secret
    assert here.signer_for(Capture(id=1, request=came.request, judgement=judged)).secret.name == "live"
    with pytest.raises(UsageError, match="nobody"):
        here.signer_of("nobody")


@pytest.mark.parametrize(
    ("name", "said"), [("", "no secret of Stripe to sign with"), ("other", "no secret of Stripe to sign with")]
)
def test_no_secret_is_said(preparing: Make, name: str, said: str) -> None:
    """With the way to add one."""
    with pytest.raises(NothingError, match=said):
        preparing().prepare(capture(), "3000", Manner(signed=True, sign_with=name))


def test_an_unknown_sender_cannot_be_signed(preparing: Make) -> None:
    """There is no recipe for it."""
    unknown = request({"X-Who": "nobody"})

    with pytest.raises(UsageError, match="Capture 7"):
        preparing().prepare(Capture(id=7, request=unknown, judgement=judge(unknown, Basis())), "3000", SIGNED)


def test_changes_are_made_before_it_is_signed(preparing: Make) -> None:
    """So what goes out verifies; without a signature it is merely edited."""
    alteration = Alteration(sets=(parse_assignment("data.n:=2"),), fields=((b"X-New", b"1"),))
    edited = preparing(LIVE).prepare(capture(), "3000", Manner(alteration=alteration))
    both = preparing(LIVE).prepare(capture(), "3000", Manner(signed=True, alteration=alteration))

    assert (edited.as_, edited.changed) == ("edited", ("X-New", "body"))
    assert (both.as_, set(both.changed)) == ("signed", {"X-New", "body", "Stripe-Signature"})
    assert judge(both.request, Basis(secrets={"stripe": (LIVE,)})).verdict.status == "valid"


def test_a_broken_one_says_so(preparing: Make) -> None:
    """Whoever looks at the dispatch later knows why it was refused."""
    ready = preparing(LIVE).prepare(capture(), "3000", Manner(broken="stale"))

    assert ready.as_ == "signed"
    assert ready.changed == ("Stripe-Signature", "broken on purpose: stale")


def test_a_sample_of_a_provider_that_signs_nothing_goes_as_it_is(preparing: Make) -> None:
    """There is nothing to break either."""
    nobody = Signer(provider=replace(BY_ID["stripe"], schemes=()), secret=STAGING)
    came = request({"X-Who": "nobody"})

    assert signed_now(nobody, came, "http://localhost:3000/").headers == came.headers
    with pytest.raises(UsageError, match="signs nothing"):
        signed_now(nobody, came, "http://localhost:3000/", "stale")


def test_a_described_provider_is_signed_with_its_only_secret(tmp_path: Path) -> None:
    """Without one with its sample secret; where there is none of that either it says what to add."""
    own = provider_of(ACME)
    paths = paths_in(tmp_path)
    kept = Secret(provider="custom:acme", name="live", value=b"value")

    def preparing_with(*secrets: Secret, custom: tuple[Provider, ...] = ()) -> Preparing:
        keeping = SecretKeeping(open_vault(paths), secrets, open_samples(paths, custom))
        return Preparing(lambda: keeping, custom=lambda: (own,))

    assert preparing_with(kept, custom=(own,)).signer_of("custom:acme").secret == kept
    assert preparing_with(custom=(own,)).signer_of("custom:acme").secret.name == "sample"
    with pytest.raises(NothingError, match="no secret of acme"):
        preparing_with().signer_of("custom:acme")


@pytest.mark.parametrize(
    ("provider", "fields", "body"),
    [
        ("twilio", {"X-Twilio-Signature": "x", "Content-Type": "application/json"}, b'{"a":1}'),
        ("contentful", {"X-Contentful-Topic": "ContentManagement.Entry.publish"}, b"{}"),
    ],
)
def test_what_is_signed_is_what_goes_out(provider: str, fields: dict[str, str], body: bytes) -> None:
    """Path and query are those of the target, escaped as they go out; what signing adds to the query goes out, too."""
    url = "http://localhost:3000/in/x y?tok=1&bodySHA256=0"
    secret = Secret(provider=provider, name="mine", value=b"s" * 64)
    ready = signed_now(Signer(provider=BY_ID[provider], secret=secret), request(fields, body), url)
    sent = outgoing(ready, parse(address(ready, url))).head.split(b" ")[1].decode()
    basis = Basis(secrets={provider: (secret,)}, public_url="http://localhost:3000")

    assert sent == ready.target
    assert sent.startswith("/in/x%20y?tok=1&bodySHA256=")
    assert (sha256(body).hexdigest() in sent) is (provider == "twilio")
    assert judge(replace(ready, received_at=clock.now()), basis).verdict.status == "valid"

"""The secrets of samples, and what they may say of a request."""

from dataclasses import replace

import pytest

from inspector.core.body import Body
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.registry import SAMPLES, events_of
from inspector.providers.samples.secret import pair_kinds, sample_secrets
from inspector.providers.secret_forms import remark
from tests.providers.made import NOW, VALUES, secret, signed
from tests.providers.samples.sent import SECRETS, SHARED, arrived

OTHERS = [secret(provider, name="mine") for provider in VALUES]
MINE = {one.provider: (one,) for one in OTHERS}


def test_each_provider_has_one_in_its_own_form() -> None:
    """Nothing is odd about any of them, no two are the same, and another key gives others."""
    values = {provider: secret.value.decode() for provider, secret in SHARED.items()}
    others = {one.value.decode() for one in sample_secrets(b"o" * 32).values()}

    assert values.keys() | pair_kinds().keys() == {provider.id for provider in PROVIDERS if provider.schemes}
    assert not values.keys() & pair_kinds().keys()
    assert {provider: remark(provider, value) for provider, value in values.items()} == dict.fromkeys(values)
    assert len({*values.values(), *others}) == 2 * len(values)
    assert sample_secrets(b"k" * 32) == SHARED


@pytest.mark.parametrize("own", [{}, MINE], ids=["no secret", "another secret"])
def test_a_sample_is_valid_and_says_by_what(own: dict[str, tuple[object, ...]]) -> None:
    """Also where a secret of the user does not match, which was tried before."""
    for sample in (events_of(provider.id)[0] for provider in PROVIDERS if provider.schemes):
        verdict = judge(arrived(sample), Basis(secrets=own, samples=SECRETS)).verdict  # type: ignore[arg-type]

        assert (verdict.status, verdict.secret, verdict.cause, verdict.final) == ("valid", "sample", None, True)
        assert "sample secret of this program" in verdict.explanation


@pytest.mark.parametrize("remote", ["127.0.0.1:1", "127.3.0.1:1", "[::1]:1", "[::ffff:127.0.0.1]:1"])
def test_this_machine_may_send_samples(remote: str) -> None:
    """Over any address of the loopback."""
    assert judge(arrived(SAMPLES[0], remote=remote), Basis(samples=SECRETS)).verdict.status == "valid"


@pytest.mark.parametrize("remote", ["192.168.1.7:1", "[::2]:1", "127-0-0-1.example:1", "1127.0.0.1:1", ""])
def test_nobody_else_may(remote: str) -> None:
    """From elsewhere the sample secret is as unknown as any."""
    request = arrived(SAMPLES[0], remote=remote)

    assert judge(request, Basis(samples=SECRETS)).verdict == judge(request, Basis()).verdict
    assert judge(request, Basis(samples=SECRETS)).verdict.status == "no-secret"


@pytest.mark.parametrize("provider", sorted(VALUES))
def test_what_it_does_not_match_stays_as_it_was(provider: str) -> None:
    """No secret stays no secret, a failure fails with the same words and count, as if there were no samples."""
    request = signed(provider, at=NOW)
    foreign = {provider: (secret(provider, b"whsec_b3RoZXItc2VjcmV0LW9mLXRoZS11c2Vy"),)}

    assert judge(request, Basis(samples=SECRETS)) == judge(request, Basis())
    assert judge(request, Basis(samples=SECRETS)).verdict.status == "no-secret"
    assert judge(request, Basis(secrets=foreign, samples=SECRETS)) == judge(request, Basis(secrets=foreign))
    assert judge(request, Basis(secrets=MINE, samples=SECRETS)) == judge(request, Basis(secrets=MINE))


def test_an_old_sample_is_no_failure() -> None:
    """Sent again a day later it is merely unchecked: the sample secret makes nothing invalid."""
    request = arrived(events_of("stripe")[0])
    late = replace(request, received_at=request.received_at.replace(day=24))

    assert judge(late, Basis(samples=SECRETS)) == judge(late, Basis())
    assert judge(late, Basis(samples=SECRETS)).verdict.status == "no-secret"


def test_no_diagnosis_tries_it() -> None:
    """A sample whose body was changed on its way is unexplained, in the very words as without a sample secret."""
    request = arrived(events_of("stripe")[0])
    changed = replace(request, body=Body.of(request.body.read().replace(b"  ", b" ")))
    own = {"stripe": MINE["stripe"]}
    arrival = judge(changed, Basis(secrets=own, samples=SECRETS))
    found = diagnose(changed, arrival, Basis(secrets=own, samples=SECRETS), seconds=20, variants=500)

    assert found == diagnose(changed, judge(changed, Basis(secrets=own)), Basis(secrets=own), seconds=20, variants=500)
    assert (found.verdict.status, found.verdict.cause) == ("invalid", "unexplained")


def test_a_large_sample_is_checked_behind_its_arrival() -> None:
    """As every large body is."""
    sample = events_of("slack")[0]
    request = arrived(sample)
    grown = replace(request, body=Body.of(request.body.read()))
    unread = replace(grown, body=replace(grown.body, size=2 * 1024 * 1024))
    arrival = judge(unread, Basis(samples=SECRETS))

    assert (arrival.verdict.final, arrival.verdict.status) == (False, "no-secret")
    assert diagnose(grown, arrival, Basis(samples=SECRETS)).verdict.secret == "sample"

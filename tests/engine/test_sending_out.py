"""The window's wishes about what goes out."""

import pytest

from inspector.core import own_samples
from inspector.core.errors import NothingError, UsageError
from inspector.core.long_work import Outcome
from inspector.core.sending_wishes import KeepSample, RemoveSample, Resend, SampleSent, SendSample, ShowPublicKey
from inspector.engine.wishes import fulfil
from tests.engine.conftest import EVENT, Running, signed


async def test_signed_now_it_is_valid_again(running: Running) -> None:
    """A capture too old to be accepted goes out with a new signature; broken it does not verify."""
    _, id = await running.post(EVENT, headers=signed(age_s=3000))
    assert id is not None
    assert (await running.capture(id)).judgement.verdict.cause == "timestamp-stale"

    outcomes = await fulfil(running.engine, Resend(ids=(id,), target=running.url, as_="signed"))
    await fulfil(running.engine, Resend(ids=(id,), target=running.url, broken="wrong-secret"))
    good, bad = await running.capture(id + 1), await running.capture(id + 2)

    assert isinstance(outcomes, tuple)
    assert isinstance(outcomes[0], Outcome)
    assert (good.origin.kind, good.origin.of, good.judgement.verdict.status) == ("resend", id, "valid")
    assert good.judgement.delivery_id == (await running.capture(id)).judgement.delivery_id
    assert (bad.judgement.verdict.status, bad.judgement.verdict.matches) == ("invalid", False)
    assert [dispatch.as_ for dispatch in (await running.capture(id)).dispatches] == ["signed", "signed"]


async def test_one_that_cannot_be_signed_is_named_in_its_place(running: Running) -> None:
    """The others are sent all the same."""
    _, unknown = await running.post(b"{}")
    _, known = await running.post(EVENT, headers=signed())
    assert unknown is not None
    assert known is not None
    outcomes = await fulfil(running.engine, Resend(ids=(unknown, known), target=running.url, as_="signed"))

    assert isinstance(outcomes, tuple)
    assert [isinstance(one, Outcome) and one.status for one in outcomes] == [None, 200]


async def test_a_capture_becomes_a_sample(running: Running) -> None:
    """It is sent with a signature of now; removed, it is gone."""
    _, id = await running.post(EVENT, headers={**signed(), "X-Trace": "7"})
    assert id is not None
    await fulfil(running.engine, KeepSample(of=id, title="Paid", event="invoice.paid"))
    sent = await fulfil(running.engine, SendSample(provider="stripe", event="paid", sets=("type=invoice.voided",)))
    arrived = await running.capture(id + 1)

    assert isinstance(sent, SampleSent)
    assert (sent.status, arrived.origin.kind, arrived.judgement.event) == (200, "sample", "invoice.voided")
    assert (arrived.judgement.verdict.status, arrived.judgement.verdict.secret) == ("valid", "sample")
    assert arrived.request.headers.get("X-Trace") == "7"
    await fulfil(running.engine, RemoveSample(provider="stripe", title="Paid"))
    assert own_samples.read_all(running.engine.paths.own_samples) == ()
    with pytest.raises(NothingError):
        await fulfil(running.engine, RemoveSample(provider="stripe", title="Paid"))


async def test_what_cannot_be_a_sample(running: Running) -> None:
    """One of an unknown sender, and one that is not there."""
    _, id = await running.post(b"{}")
    assert id is not None

    with pytest.raises(UsageError, match="Nobody is known"):
        await fulfil(running.engine, KeepSample(of=id, title="a", event="b"))
    with pytest.raises(NothingError):
        await fulfil(running.engine, KeepSample(of=99, title="a", event="b"))


async def test_a_sample_can_be_broken(running: Running) -> None:
    """The verdict is what a receiver would say."""
    await fulfil(
        running.engine,
        SendSample(provider="stripe", event="payment_intent.succeeded", secret="staging", broken="stale"),
    )

    assert (await running.capture(1)).judgement.verdict.cause == "timestamp-stale"


async def test_a_shared_secret_has_no_public_half(running: Running) -> None:
    """The sentence says so."""
    with pytest.raises(UsageError, match="shared secret"):
        await fulfil(running.engine, ShowPublicKey(provider="stripe"))

"""Keys and confirmations over a real socket: nothing is asked before the user allowed it, then only providers."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector import settings_file
from inspector.core import clock
from inspector.core.capture import Capture
from inspector.core.errors import NothingError
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.secret_wishes import FetchKey
from inspector.engine.key_fetching import MOST
from inspector.engine.wishes import fulfil
from inspector.providers.signing import sign_request
from tests.engine.conftest import Running
from tests.engine.provider_site import SNS_HOST, SNS_KEY, VOUCHING, answer, site, vouched
from tests.engine.sns import CERTIFICATE, KEY_TARGET, TOKEN, TOPIC, VISIT, message
from tests.providers.made import request as bare_request
from tests.providers.samples.sent import PAIRS


@pytest.fixture
def secrets() -> tuple[Secret, ...]:
    """None."""
    return ()


async def arrive(running: Running, made: Request) -> int:
    """Send a message; gives the capture's id."""
    fields = {name.decode(): value.decode() for name, value in made.headers if name != b"Host"}
    _, id = await running.post(made.body.read(), "/sns", fields)
    assert id is not None
    return id


async def until(running: Running, id: int, holds: Callable[[Capture], bool]) -> Capture:
    """The capture once something is true of it."""
    async with asyncio.timeout(60):
        while not holds(capture := await running.capture(id)):
            await asyncio.sleep(0.01)
    return capture


async def test_off_by_default_nothing_is_asked(running: Running) -> None:
    """Captures that name a certificate of Amazon's and an address to visit make no connection at all."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        there.answers = {KEY_TARGET: CERTIFICATE, VISIT: answer(b"<ok/>")}
        ids = [await arrive(running, message(kind)) for kind in ("Notification", "SubscriptionConfirmation")]
        await asyncio.sleep(0.1)
        verdicts = [(await running.capture(id)).judgement.verdict for id in ids]

        assert there.connections == 0
        assert [(one.status, one.cause) for one in verdicts] == [("no-secret", "key-unavailable")] * 2
        assert all(SNS_KEY in one.explanation and "once you allow it" in one.explanation for one in verdicts)


async def test_once_allowed_a_key_is_fetched_and_the_capture_judged_again(running: Running) -> None:
    """One request for two messages; the verdict names where the key came from."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        there.answers = {KEY_TARGET: CERTIFICATE}
        made = message()
        first = await until(running, await arrive(running, made), lambda one: one.judgement.verdict.status == "valid")
        again = await running.capture(await arrive(running, made))

        assert there.asked == [(SNS_HOST, KEY_TARGET)]
    assert first.judgement.verdict.secret == again.judgement.verdict.secret == f"fetched from {SNS_HOST}"


async def test_another_certificate_makes_no_message_invalid(running: Running) -> None:
    """A message that names one that could not be had stays unchecked, whatever else was fetched before."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        there.answers = {KEY_TARGET: CERTIFICATE}
        await until(running, await arrive(running, message()), lambda one: one.judgement.verdict.status == "valid")
        other = SNS_KEY.replace("0a1b2c", "ffffff")
        id = await arrive(running, message(SigningCertURL=other))
        capture = await until(running, id, lambda one: "could not be fetched" in one.judgement.verdict.explanation)

    assert f"could not be fetched: {SNS_HOST} answered 404." in capture.judgement.verdict.explanation
    assert "once you allow it" not in capture.judgement.verdict.explanation
    assert (capture.judgement.verdict.status, capture.judgement.verdict.cause) == ("no-secret", "key-unavailable")


@pytest.mark.parametrize(
    "address",
    [
        "https://sns.eu-central-1.amazonaws.com.evil.example/SimpleNotificationService-1.pem",
        "https://sns.eu-central-1.amazonaws.com@127.0.0.1/SimpleNotificationService-1.pem",
        "http://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
    ],
)
async def test_addresses_of_others_are_never_asked(running: Running, address: str) -> None:
    """Though fetching is allowed; the verdict says that the address is none of Amazon's."""
    with site(SNS_HOST, "127.0.0.1") as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        id = await arrive(running, message(SigningCertURL=address))
        with pytest.raises(NothingError, match="none of AWS SNS's own"):
            await fulfil(running.engine, FetchKey(id=id))

        assert there.connections == 0


async def test_the_user_may_ask_for_one_capture(running: Running) -> None:
    """Its key is fetched at once, and the answer says what came of it."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        there.answers = {KEY_TARGET: CERTIFICATE}
        id = await arrive(running, message())
        said = await fulfil(running.engine, FetchKey(id=id))

        assert isinstance(said, str)
        assert said.startswith(f"The key was fetched from {SNS_HOST}.")
        assert "matches" in said
        assert "matches" in str(await fulfil(running.engine, FetchKey(id=id)))
        assert len(there.asked) == 1


async def test_a_genuine_subscription_is_confirmed_once(running: Running) -> None:
    """Its address is visited behind the response, which then says so, without the token."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        there.answers = {KEY_TARGET: CERTIFICATE, VISIT: answer(b"<ConfirmSubscriptionResponse/>")}
        id = await arrive(running, message("SubscriptionConfirmation"))
        capture = await until(running, id, lambda one: one.response is not None and "confirmed:" in one.response.why)
        running.engine.asking.look_at(id)
        await asyncio.sleep(0.05)

        assert there.asked == [(SNS_HOST, KEY_TARGET), (SNS_HOST, VISIT)]
    assert capture.response is not None
    assert capture.response.why.startswith("The subscription is confirmed")
    assert TOKEN not in capture.response.why


async def test_a_subscription_that_is_sent_again_is_not_visited_again(running: Running) -> None:
    """A genuine message that somebody repeats has Amazon asked once, and other topics only a few times a minute."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        there.answers = {KEY_TARGET: CERTIFICATE}
        visits = [VISIT.replace(":orders", f":orders{number}") for number in range(MOST)]
        there.answers |= dict.fromkeys(visits, answer(b"<ConfirmSubscriptionResponse/>"))
        id = 0
        for number, visit in enumerate(visits):
            url = f"https://{SNS_HOST}{visit}"
            made = message("SubscriptionConfirmation", TopicArn=f"{TOPIC}{number}", SubscribeURL=url)
            for _ in range(2):
                id = await arrive(running, made)
                await running.engine.asking.ask(id)
        paced = await until(running, id, lambda one: one.response is not None and "NOT" in one.response.why)

        assert there.asked == [(SNS_HOST, KEY_TARGET), *((SNS_HOST, visit) for visit in visits[: MOST - 1])]
    assert paced.response is not None
    assert f"More than {MOST} addresses" in paced.response.why


@pytest.mark.parametrize(
    "changed",
    [
        {"SubscribeURL": f"https://{SNS_HOST}/?Action=DeleteTopic&TopicArn={TOPIC}&Token={TOKEN}"},
        {"SubscribeURL": f"https://{SNS_HOST}{VISIT.replace('orders', 'others')}"},
        {"SubscribeURL": "https://example.org/?Action=ConfirmSubscription"},
    ],
)
async def test_other_addresses_are_not_visited(running: Running, changed: dict[str, str]) -> None:
    """Also of a message that verifies."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        there.answers = {KEY_TARGET: CERTIFICATE}
        id = await arrive(running, message("SubscriptionConfirmation", timedelta(), **changed))
        await until(running, id, lambda one: one.judgement.verdict.status == "valid")
        await asyncio.sleep(0.05)

        assert there.asked == [(SNS_HOST, KEY_TARGET)]


async def test_an_old_subscription_is_not_confirmed(running: Running) -> None:
    """Whoever got hold of a message could otherwise have Amazon asked whenever they like."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        there.answers = {KEY_TARGET: CERTIFICATE, VISIT: answer(b"")}
        id = await arrive(running, message("SubscriptionConfirmation", age=timedelta(hours=2)))
        await until(running, id, lambda one: one.judgement.verdict.cause == "timestamp-stale")
        await asyncio.sleep(0.05)

        assert there.asked == [(SNS_HOST, KEY_TARGET)]


async def test_paypal_takes_a_certificate_and_an_id(running: Running) -> None:
    """The id is entered, the certificate fetched, and it has to lead to an authority that is trusted."""
    host, target = "api.sandbox.paypal.com", "/v1/notifications/certs/CERT-360caa42-fca2a594-ad47cb4d"
    webhook = Secret(provider="paypal", name="webhook id", value=b"8PT597110X687430LKGECATA")
    fields = {
        "PAYPAL-TRANSMISSION-ID": "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
        "PAYPAL-TRANSMISSION-TIME": "2026-11-23T08:21:11Z",
        "PAYPAL-AUTH-ALGO": "SHA256withRSA",
        "PAYPAL-CERT-URL": f"https://{host}{target}",
    }
    bare = bare_request(fields, b'{"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED"}', at=clock.now())
    made = sign_request("paypal", bare, secret=PAIRS["rsa"], now=clock.now(), scheme_id="paypal", setting=webhook.value)
    with site(host) as (there, outside):
        running.engine.asking.fetching.outside = outside
        running.engine.asking.allowed = True
        running.engine.secrets.take({"paypal": (webhook,)})
        there.answers = {target: answer(vouched(VOUCHING, PAIRS["rsa"], "messageverificationcerts.paypal.com"))}
        id = await arrive(running, made)
        capture = await until(running, id, lambda one: one.judgement.verdict.status == "valid")

        assert there.asked == [(host, target)]
    assert capture.judgement.verdict.matches


async def test_what_waited_is_looked_at_once_it_is_allowed(running: Running) -> None:
    """By the setting; the keys of earlier captures are fetched, too."""
    with site(SNS_HOST) as (there, outside):
        engine = running.engine
        engine.asking.fetching.outside = outside
        there.answers = {KEY_TARGET: CERTIFICATE}
        id = await arrive(running, message())
        settings_file.change(engine.paths.settings, lambda settings: replace(settings, fetch_keys=True))
        await engine.take_settings()

        await until(running, id, lambda one: one.judgement.verdict.status == "valid")


async def test_keys_outlive_the_program(running: Running, tmp_path: Path) -> None:
    """What was fetched is in the config folder, for the user alone, and is not asked for again."""
    with site(SNS_HOST) as (there, outside):
        running.engine.asking.fetching.outside = outside
        there.answers = {KEY_TARGET: CERTIFICATE}
        id = await arrive(running, message())
        await fulfil(running.engine, FetchKey(id=id))
    file = tmp_path / "config" / "fetched-keys.json"

    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text())["keys"][0]["address"] == SNS_KEY

"""`trigger`."""

import json
import os
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from inspector.core.own_samples import OwnSample, keep
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.registry import SAMPLES
from inspector.store.listening_port import note
from tests.cli.conftest import Command
from tests.cli.running_program import Program, listening
from tests.cli.test_resend_command import refused_port as refused_port
from tests.cli.test_resend_command import teapot as teapot


@pytest.fixture
def program() -> Iterator[Program]:
    """A listener over the same store, a process of its own."""
    with listening() as program:
        yield program


def test_the_events_of_a_provider(command: Command) -> None:
    """With no event they are listed, the one that most people want first; as objects too."""
    shown = command("trigger", "stripe")
    objects = command("trigger", "stripe", "--json").objects

    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines()[0].split("  ")[0] == "payment_intent.succeeded"
    assert objects[0] == {
        "provider": "stripe",
        "event": "payment_intent.succeeded",
        "title": "Payment succeeded",
        "own": False,
    }
    assert len(objects) == len(shown.out.splitlines()) == sum(sample.provider == "stripe" for sample in SAMPLES)


def test_events_of_long_names_are_listed_too(command: Command) -> None:
    """Names and titles stay apart, and titles below each other."""
    lines = command("trigger", "paypal").out.splitlines()
    (failed,) = (line for line in lines if "PAYMENT.FAILED" in line)

    assert failed.split("  ") == ["BILLING.SUBSCRIPTION.PAYMENT.FAILED", "Payment of a subscription failed"]
    title = failed.index("Payment")
    assert {(line[title - 1], line[title] == " ") for line in lines} == {(" ", False)}


def test_a_sample_of_a_kind_is_known_as_its_event(command: Command, program: Program) -> None:
    """Behind the colon stands which one of that event it is; any field of it can be set."""
    done = command("trigger", "typeform", "form_response:quiz", "--set", "form_response.calculated.score:=9", "--json")
    arrived = program.line()

    assert (done.code, done.objects[0]["event"]) == (0, "form_response:quiz")
    assert (arrived["provider"], arrived["event"]) == ("typeform", "form_response")
    assert str(arrived["gist"]).endswith(" · 9 points")
    signature = arrived["signature"]
    assert isinstance(signature, dict)
    assert signature["status"] == "valid"


def test_a_listener_knows_a_sample(command: Command, program: Program) -> None:
    """It is found without being named, and its capture is a sample, valid by the sample secret; verify says so too."""
    done = command("trigger", "github", "push", "--json")
    arrived = program.line()

    assert done.code == 0
    (sent,) = done.objects
    assert (sent["provider"], sent["event"], sent["target"]) == ("github", "push", f"{program.url}/hooks/github")
    assert (sent["status"], b64decode(str(sent["body_base64"])), sent["error"]) == (200, b"ok", None)
    assert arrived["origin"] == {"kind": "sample", "of": None, "file": None}
    signature = arrived["signature"]
    assert isinstance(signature, dict)
    assert (signature["status"], signature["secret"]) == ("valid", "sample")
    verified = command("verify", "1")
    assert (verified.code, "sample secret" in verified.out) == (0, True)
    assert [found["id"] for found in command("list", "is:sample", "--json").objects] == [1]


def test_several_with_places_set(command: Command, program: Program) -> None:
    """Each is a delivery of its own, all with the value that was set."""
    done = command(
        "trigger", "stripe", "payment_intent.succeeded", "--repeat", "3", "--set", "data.object.amount:=4200"
    )
    arrived = [program.line() for _ in range(3)]
    events = [json.loads(str(one["body_text"])) for one in arrived]

    assert done.code == 0
    assert [line.split(" in ")[0] for line in done.out.splitlines()] == [
        f"stripe payment_intent.succeeded → {program.url}/hooks/stripe: 200"
    ] * 3
    assert {event["data"]["object"]["amount"] for event in events} == {4200}
    assert len({one["delivery_id"] for one in arrived}) == 3
    assert {one["repeat"] for one in arrived} == {None}


def test_the_users_own_secret(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It signs in place of the sample secret; without knowing it a listener cannot check."""
    monkeypatch.setenv("MINE", "whsec_mine")
    with listening("--secret", "stripe=env:MINE") as program:
        assert command("trigger", "stripe", "invoice.payment_failed", "--secret", "stripe=env:MINE").code == 0
        assert command("trigger", "stripe", "invoice.payment_failed", "--secret", "stripe=text:other").code == 0
        first, second = (program.line()["signature"] for _ in range(2))

    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["status"], first["secret"]) == ("valid", "MINE")
    assert (second["status"], second["secret"]) == ("invalid", None)


def test_the_listener_around_a_command(command: Command, monkeypatch: pytest.MonkeyPatch, teapot: int) -> None:
    """`listen -- COMMAND` tells its address in the environment, which counts more than what was noted."""
    monkeypatch.setenv("WEBHOOK_INSPECTOR_URL", f"http://127.0.0.1:{teapot}")

    assert f"http://127.0.0.1:{teapot}/hooks/slack: 418" in command("trigger", "slack", "app_mention").out


def test_an_answer_that_is_no_success(command: Command, teapot: int) -> None:
    """Exit code 1, for any of several."""
    done = command("trigger", "slack", "message", "--to", str(teapot), "--repeat", "2")

    assert (done.code, done.out.count(": 418 in ")) == (1, 2)


def test_nobody_there(command: Command, refused_port: int) -> None:
    """Exit code 5 and one line: of a target what is wrong with it, of the listener how to start it."""
    named = command("trigger", "slack", "message", "--to", str(refused_port), "--repeat", "2")
    nobody = command("trigger", "slack", "message")
    note(Path(os.environ["WEBHOOK_INSPECTOR_STORE"]), refused_port)
    killed = command("trigger", "slack", "message")

    assert (named.code, named.out, len(named.err.splitlines())) == (5, "", 1)
    assert "refused" in named.err
    assert (nobody.code, killed.code) == (5, 5)
    assert "No listener answers for this store. Start `listen`" in nobody.err
    assert f"No listener answers at port {refused_port}. Start `listen`" in killed.err


def test_the_other_listener_of_the_store_is_found(command: Command, program: Program, refused_port: int) -> None:
    """Where the one that came later was killed; nothing is sent to a stranger at the usual port."""
    note(Path(os.environ["WEBHOOK_INSPECTOR_STORE"]), refused_port)

    assert command("trigger", "slack", "message").code == 0
    assert program.line()["provider"] == "slack"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Choose from: " + ", ".join(provider.id for provider in PROVIDERS)),
        (("acme",), "is not one of 'github'"),
        (("custom:acme",), "make one of a capture"),
        (("github", "pull"), "“push”, “pull_request”, “issues”"),
        (("github", "push", "--set", "repository.owner.x.y=1"), "there is no “repository.owner.x”"),
        (("github", "push", "--set", "ref"), "sets nothing"),
        (("github", "push", "--set", "ref:=main"), "JSON is expected"),
        (("github", "push", "--secret", "stripe=text:x"), "a secret of stripe"),
        (("github", "push", "--secret", "x"), "PROVIDER=VALUE"),
        (("svix", "user.created", "--secret", "svix=text:no base64!"), "cannot be a signing secret"),
        (("github", "push", "--to", "ftp://x"), "no http or https address"),
        (("github", "push", "--repeat", "0"), "--repeat"),
    ],
)
def test_what_is_used_wrongly(command: Command, arguments: tuple[str, ...], sentence: str) -> None:
    """Exit code 2, and one line that says what there is."""
    done = command("trigger", *arguments)

    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert sentence in done.err


def test_a_sample_broken_on_purpose(command: Command, program: Program) -> None:
    """The listener judges it as bad; where a scheme cannot be bad in that way, that is said."""
    secret = ("--secret", "stripe=text:whsec_test_secret")
    done = command("trigger", "stripe", "invoice.payment_failed", "--to", program.url, "--break", "tampered", *secret)
    arrived = program.line()
    none = command("trigger", "github", "push", "--to", program.url, "--break", "stale")

    assert done.code == 0
    assert arrived["signature"]["status"] != "valid"  # type: ignore[index]
    assert (none.code, "signs no time" in none.err) == (2, True)


def test_a_sample_of_ones_own(command: Command, program: Program) -> None:
    """It is listed beside ours, sent by its name and forgotten."""
    sample = OwnSample(
        provider="stripe", event="invoice.paid", title="Big one", target="/mine",
        body=b'{"id":"evt_1","type":"invoice.paid"}',
    )  # fmt: skip
    keep(Path(platformdirs.user_config_dir("webhook-inspector")) / "samples", sample)
    listed = command("trigger", "stripe")
    done = command("trigger", "stripe", "big one", "--to", program.url, "--set", "n:=7")
    arrived = program.line()

    assert "Big one" in listed.out
    assert command("trigger", "stripe", "--json").objects[-1]["own"] is True
    assert (done.code, arrived["target"], arrived["event"]) == (0, "/mine", "invoice.paid")
    assert arrived["signature"]["status"] == "valid"  # type: ignore[index]
    assert command("trigger", "stripe", "big one", "--forget").code == 0
    assert command("trigger", "stripe", "big one").code == 2


def test_a_shared_secret_has_no_public_key(command: Command) -> None:
    """The sentence says so."""
    done = command("trigger", "github", "--public-key")

    assert (done.code, "shared secret" in done.err) == (2, True)

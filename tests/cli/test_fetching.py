"""`--fetch-keys`, and keys that are entered by hand instead."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from inspector import settings_file
from inspector.cli.options import make_paths
from inspector.engine.asking_outside import AskingOutside
from inspector.providers.asymmetric import public_pem
from tests.cli.conftest import Command
from tests.engine.provider_site import SNS_HOST, SNS_KEY, Site, site
from tests.engine.sns import CERTIFICATE, KEY_TARGET, PEM, message
from tests.providers.samples.sent import PAIRS


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Amazon's site, on this machine."""
    with site(SNS_HOST) as (made, outside):
        made.answers = {KEY_TARGET: CERTIFICATE}
        monkeypatch.setattr("inspector.engine.outside.Outside", lambda: outside)
        yield made


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A message of Amazon SNS that was never captured."""
    made = message()
    path = tmp_path / "sns.http"
    path.write_bytes(made.head + made.body.read())
    return str(path)


def test_nothing_is_asked_without_the_option(command: Command, there: Site, file: str) -> None:
    """The answer says where the key is."""
    done = command("verify", file)

    assert done.code == 3
    assert f"published at {SNS_KEY}" in done.out
    assert there.connections == 0


def test_with_it_the_key_is_fetched_once(command: Command, there: Site, file: str) -> None:
    """The second time it is known, also without the option; what was asked is told."""
    first = command("verify", file, "--fetch-keys")
    second = command("verify", file, "--json")

    assert (first.code, second.code) == (0, 0)
    assert f"fetched from {SNS_KEY}" in first.err
    assert f"fetched from {SNS_HOST}" in second.out
    assert there.asked == [(SNS_HOST, KEY_TARGET)]


def test_the_preferences_count_too(command: Command, there: Site, file: str) -> None:
    """Who allowed it in the window need not say so again."""
    values = {"fetch_keys": True}
    settings_file.change(make_paths(None, None).settings, partial(settings_file.changed, values=values))

    assert command("verify", file).code == 0
    assert len(there.asked) == 1


def test_why_it_failed_is_said(command: Command, there: Site, file: str) -> None:
    """And the answer is the one without the key."""
    there.answers = {}
    done = command("verify", file, "--fetch-keys")

    assert done.code == 3
    assert f"{SNS_HOST} answered 404." in done.err


@pytest.mark.parametrize("key", [PEM, public_pem(PAIRS["rsa"]).encode()])
def test_a_key_from_a_file(command: Command, there: Site, file: str, tmp_path: Path, key: bytes) -> None:
    """A certificate or a bare key in PEM does as well, and nobody is asked."""
    pem = tmp_path / "amazon.pem"
    pem.write_bytes(key)

    assert command("verify", file, "--secret", f"aws-sns=file:{pem}", "--fetch-keys").code == 0
    assert there.connections == 0


@pytest.mark.parametrize("given", [True, False])
def test_listen_takes_it(command: Command, monkeypatch: pytest.MonkeyPatch, given: bool) -> None:
    """For as long as it runs."""
    may: list[bool] = []

    async def run(asking: AskingOutside) -> None:
        may.append(asking.may)

    monkeypatch.setattr(AskingOutside, "run", run)
    command("listen", "--port", "0", "--timeout", "100ms", *(["--fetch-keys"] if given else []))

    assert may == [given]


def test_providers_say_whose_key_can_be_fetched(command: Command) -> None:
    """And whose only who has an account can get."""
    assert "Public key: fetched, once you allow it, from https://sns.*" in command("providers", "aws-sns").out
    assert "Public key: entered as a secret" in command("providers", "plaid").out
    assert "Public key" not in command("providers", "stripe").out

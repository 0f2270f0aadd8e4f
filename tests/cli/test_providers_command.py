"""`providers`."""

from inspector.providers.registry import PROVIDERS
from tests.cli.conftest import Command


def test_all_and_one(command: Command) -> None:
    """Every provider is a line; one by name says how it is checked and on what evidence."""
    names = [o["id"] for o in command("providers", "--json").objects]

    assert {"github", "gitlab", "stripe", "slack", "shopify", "standard-webhooks", "openai", "svix"} <= set(names)
    assert len(command("providers").out.splitlines()) == len(names)
    assert "Stripe-Signature" in command("providers", "stripe").out


def test_evidence_is_counted(command: Command) -> None:
    """Under the list it says how many of them were compared with anything but themselves, for people alone."""
    assert f"Of {len(PROVIDERS)} providers, " in command("providers").err
    assert command("providers", "--json").err == ""


def test_unknown(command: Command) -> None:
    """A provider that is not known is exit code 2, and the known ones are named."""
    done = command("providers", "nobody")

    assert done.code == 2
    assert "stripe" in done.err

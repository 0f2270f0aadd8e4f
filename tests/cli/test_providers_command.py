"""`providers`."""

from pathlib import Path

import pytest

from inspector.cli.options import make_paths
from inspector.engine import custom_file
from inspector.providers.registry import PROVIDERS
from tests.cli.conftest import Command, keep
from tests.providers.described import ACME, KEY, acme


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
    """A provider that is not known is exit code 2, and it is told where the known ones are named."""
    done = command("providers", "nobody")

    assert done.code == 2
    assert done.err == "webhook-inspector: There is no provider “nobody”; `providers` lists all.\n"


def test_one_of_ones_own_is_added_used_and_removed(command: Command, tmp_path: Path) -> None:
    """Earlier captures are judged again; it is listed first, filtered by, exported, and can be written out again."""
    keep(acme())
    file = tmp_path / "acme.toml"
    file.write_text(custom_file.write(ACME), encoding="utf-8")
    added = command("providers", "add", str(file))
    assert (added.code, added.out) == (0, "Added custom:acme; 1 earlier capture judged again.\n")

    assert command("providers").out.splitlines()[0].split() == ["custom:acme", "acme", "described", "by", "you"]
    assert "{X-Acme-Time}.{body}" in command("providers", "custom:acme").out
    assert custom_file.parse(command("providers", "show", "custom:acme").out, "x") == (ACME,)
    assert command("providers", "custom:acme", "--json").objects[0]["recipe"] == {**table(), "name": "acme"}
    [listed] = command("list", "provider:custom:acme", "--json").objects
    assert (listed["provider"], listed["event"]) == ("custom:acme", "order.paid")
    [exported] = command("export", "provider:custom:*", "--format", "jsonl", "-o", "-").objects
    assert exported["provider"] == "custom:acme"
    assert command("verify", "1", "--secret", f"custom:acme=text:{KEY.decode()}").code == 0

    removed = command("providers", "remove", "custom:acme", "--json")
    assert removed.objects == [{"id": "custom:acme", "removed": True, "judged_again": 1}]
    assert command("list", "provider:custom:acme").out == ""


def table() -> dict[str, object]:
    """What the file says of it."""
    return {
        "signature": "header:X-Acme-Signature", "prefix": "sha256=", "message": "{timestamp}.{body}",
        "timestamp": "header:X-Acme-Time", "tolerance": 300.0, "event": "json:type", "delivery_id": "json:id",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add", "/none.toml"), 2, "cannot be read"),
        (("remove", "custom:nobody"), 3, "no provider custom:nobody"),
        (("remove", "stripe"), 2, "one of ours"),
        (("custom:nobody",), 3, "no provider"),
        (("add",), 2, "add FILE"),
        (("a", "b"), 2, "add FILE"),
    ],
)
def test_what_cannot_be_done(command: Command, arguments: tuple[str, ...], code: int, words: str) -> None:
    """One line says why."""
    done = command("providers", *arguments)

    assert done.code == code
    assert words in done.err


def test_a_bad_entry_is_told_and_the_others_are_listed(command: Command, tmp_path: Path) -> None:
    """Of a file that was edited by hand; a bad one is never added."""
    bad = tmp_path / "bad.toml"
    bad.write_text('[[provider]]\nname = "x"\nsignature = "header:X"\nmessage = "{body"\n', encoding="utf-8")
    refused = command("providers", "add", str(bad))
    assert refused.code == 2
    assert "no partner" in refused.err

    path = make_paths(None, None).custom_providers
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(bad.read_text(encoding="utf-8") + custom_file.write(ACME), encoding="utf-8")
    listed = command("providers")
    assert "custom:acme" in listed.out
    assert "“x” cannot be used" in listed.err

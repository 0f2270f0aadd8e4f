"""`info`."""

from tests.cli.conftest import Command


def test_facts(command: Command, three: list[int]) -> None:
    """It says where the store is, how many captures it holds, and which versions run."""
    facts = command("info", "--json").objects[0]

    assert facts["captures"] == len(three)
    assert str(facts["store"]).endswith("captures.db")
    assert facts["aiohttp"]
    assert facts["keyring"] != facts["keyring_library"], "the library's version hides where secrets are kept"
    assert "store" in command("info").out

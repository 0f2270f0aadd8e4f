"""Messages of recipes."""

from dataclasses import replace

import pytest

from inspector.core.recipe import Recipe, RecipeError
from inspector.providers.custom_message import Names, message_of, read_place
from tests.providers.described import ACME


def template(recipe: Recipe) -> str:
    """What the message of a recipe becomes."""
    return message_of(recipe, Names.of(recipe, recipe.form)).template


def test_names_become_places() -> None:
    """Time and id stand for their places, line ends can be written, other names are header fields or places."""
    recipe = replace(ACME, message="{id}\\n{timestamp}|{X-More}|{json:a.b}|{sha256(body)}|{body}")

    assert template(recipe) == "{json:id}\\n{X-Acme-Time}|{X-More}|{json:a.b}|{sha256(body)}|{body}"
    made = message_of(recipe, Names.of(recipe, "single"))
    assert made.parts[1].literal == b"\n"


def test_in_pairs_bare_names_are_pairs() -> None:
    """What stands beside the signature needs no place, header fields are named as such."""
    recipe = replace(ACME, form="pairs", timestamp="field:t", message="{t}.{n}.{header:X-A}.{body}")
    names = Names.of(recipe, "pairs")

    assert (names.timestamp, names.pairs) == ("t", ("t", "n"))
    assert message_of(recipe, names).template == "{t}.{n}.{header:X-A}.{body}"


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (" ", "is empty"),
        ("{body", "no partner"),
        ("body}", "no partner"),
        ("{body}{body}", "twice"),
        ("{}", "names nothing"),
        ("always", "same for every request"),
        ("{cookie:a}", "is no place"),
        ("{a b}", "no name of a header field"),
    ],
)
def test_mistakes(message: str, words: str) -> None:
    """Each is told in plain words, about the message."""
    with pytest.raises(RecipeError, match=words) as caught:
        template(replace(ACME, message=message))
    assert caught.value.field == "message"


def test_names_need_their_places() -> None:
    """A time or id in the message has to stand somewhere."""
    with pytest.raises(RecipeError, match="place of the time"):
        template(replace(ACME, timestamp=""))
    with pytest.raises(RecipeError, match="place of the delivery id"):
        template(replace(ACME, message="{id}{body}", delivery_id=""))
    with pytest.raises(RecipeError, match="has to be pairs"):
        template(replace(ACME, timestamp="field:t"))


def test_places_of_some_kinds() -> None:
    """A signature stands in no body as a whole."""
    assert read_place("signature", " header:X-A ", ("header",)).name == "X-A"
    with pytest.raises(RecipeError, match="cannot be that"):
        read_place("signature", "body:text", ("header", "json"))

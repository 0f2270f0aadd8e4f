"""The words of recipes."""

import pytest

from inspector.core.recipe import RecipeError
from inspector.providers.custom_words import DIGESTS, FORMS, chosen, word_of


def test_words_are_read_in_any_case() -> None:
    """People write HMAC in capitals."""
    assert chosen("digest", " HMAC-SHA256 ", DIGESTS) == "hmac-sha256"
    with pytest.raises(RecipeError, match="single, pairs, list, basic, jwt"):
        chosen("form", "json", FORMS)


def test_every_digest_has_its_word() -> None:
    """What a search finds can be written down."""
    assert {word_of(algorithm): algorithm for algorithm in DIGESTS.values()} == dict(DIGESTS)

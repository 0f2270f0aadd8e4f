"""How a search ended, in words."""

from inspector.core.custom_wishes import FoundScheme, SchemesFound
from inspector.core.recipe import Recipe
from inspector.providers.scheme_wording import sentence_of


def test_a_match_is_told_with_what_it_does_not_protect() -> None:
    """A token protects no body."""
    found = FoundScheme(recipe=Recipe(), words="X-Pass is the secret itself", secret="s", covers_body=False)
    sentence = sentence_of(SchemesFound(found=(found,), tried=1), 1)

    assert "X-Pass is the secret itself" in sentence
    assert "1 way was tried" in sentence
    assert "does not protect the body" in sentence


def test_no_match_says_what_was_tried_and_what_is_left() -> None:
    """Where there is nothing like a digest it says that instead."""
    missed = sentence_of(SchemesFound(tried=2593, places=("header:X-S",)), 2)
    cut = sentence_of(SchemesFound(tried=20000, places=("header:X-S",), whole=False), 1)

    assert "2,593 ways were tried with 2 secrets against X-S" in missed
    assert "not all" not in missed
    assert "not all was tried" in cut
    assert "has the size of" in sentence_of(SchemesFound(tried=1), 1)

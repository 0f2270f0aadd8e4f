"""A tree is plain data."""

import pickle

from inspector.core.filter.parser import parse
from inspector.core.filter.tree import And, Condition, Exactly, Not, Number, Or, Wildcard, Word


def test_tree_is_compared_by_what_it_says() -> None:
    """Two ways to write a filter give equal trees, so a window can tell that nothing changed."""
    assert parse("a  (NOT b)") == parse("a AND -b") == And(parts=(Word(text="a"), Not(part=Word(text="b"))))


def test_tree_crosses_a_pipe() -> None:
    """A tree arrives in another process as it was sent, and can be a key of a cache."""
    tree = parse("(status>=400 OR path:/a*) event=x -is:retry on:today hello")

    assert pickle.loads(pickle.dumps(tree)) == tree
    assert hash(tree) == hash(pickle.loads(pickle.dumps(tree)))


def test_tree_says_how_a_value_is_tested() -> None:
    """Wildcards, exact texts and numbers stand in it as what they are."""
    tree = parse("path:/a* OR path=/A OR status>200")

    assert tree == Or(
        parts=(
            Condition(term="path", test=Wildcard(pattern="/a*")),
            Condition(term="path", test=Exactly(text="/A")),
            Condition(term="status", test=Number(order=">", number=200)),
        )
    )

"""How the value of each kind of term is read."""

from datetime import UTC, datetime

import pytest

from inspector.core.clock import to_micros
from inspector.core.filter import kinds
from inspector.core.filter.errors import FilterError
from inspector.core.filter.kinds import Kind, Written
from inspector.core.filter.tree import Between, Condition, Exactly, Number, Or, State, Test, Wildcard

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def written(operator: str, value: str, choices: tuple[str, ...] = ()) -> Written:
    """A term named x."""
    return Written(name="x", operator=operator, value=value, quoted=False, position=2, now=NOW, choices=choices)


@pytest.mark.parametrize(
    ("kind", "operator", "value", "test"),
    [
        (kinds.TEXT, ":", "A*", Wildcard(pattern="A*")),
        (kinds.TEXT, "=", "A*", Exactly(text="A*")),
        (kinds.HOST, "=", "a:80", Exactly(text="a:80")),
        (kinds.CHOICE, ":", "VALID", Exactly(text="valid")),
        (kinds.STATE, "=", "Valid", State(name="valid")),
        (kinds.COUNT, ":", "200", Number(order="=", number=200)),
        (kinds.COUNT, "<=", "200", Number(order="<=", number=200)),
        (kinds.SIZE, ">", "1.5kb", Number(order=">", number=1536)),
        (kinds.SINCE, ":", "1h", Between(start=to_micros(NOW) - 3_600_000_000)),
    ],
)
def test_tests(kind: Kind, operator: str, value: str, test: Test) -> None:
    """A colon takes wildcards, an equals sign does not; choices are read in any case, numbers with their unit."""
    assert kind.read(written(operator, value, ("valid",))) == Condition(term="x", test=test)


def test_a_day_has_an_end() -> None:
    """What arrived on the next day is not meant."""
    tree = kinds.DAY.read(written(":", "2026-11-23"))

    assert isinstance(tree, Condition)
    assert isinstance(tree.test, Between)
    assert tree.test.end == tree.test.start + 24 * 3_600_000_000


def test_a_host_is_found_with_and_without_its_port() -> None:
    """Nobody types the port when looking for a host."""
    patterns = ("example.com", "example.com:*")

    assert kinds.HOST.read(written(":", "example.com")) == Or(
        parts=tuple(Condition(term="x", test=Wildcard(pattern=pattern)) for pattern in patterns)
    )


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (kinds.TEXT, "", "a value, with no space before it, after x:."),
        (kinds.CHOICE, "val", "one of valid, invalid after x: instead of val."),
        (kinds.STATE, "", "one of valid, invalid after x:."),
        (kinds.COUNT, "1kb", "a whole number after x: instead of 1kb."),
        (kinds.SIZE, "0.1kb", "a whole number of bytes with an optional unit (10kb) after x: instead of 0.1kb."),
        (kinds.SINCE, "soon", "how long ago (15m, 2h, 3d) or a time (2026-11-23T08:00) after x: instead of soon."),
        (kinds.DAY, "soon", "today, yesterday or a day (2026-11-23) after x: instead of soon."),
    ],
)
def test_refusals(kind: Kind, value: str, expected: str) -> None:
    """What is no such value is refused at its place, with what would be one."""
    with pytest.raises(FilterError) as caught:
        kind.read(written(":", value, ("valid", "invalid")))

    assert (caught.value.position, caught.value.expected) == (2, f"expected {expected}")


def test_only_numbers_have_an_order() -> None:
    """A text is not greater than another, and a state not less."""
    ordered = (kinds.TEXT, kinds.HOST, kinds.CHOICE, kinds.STATE, kinds.SINCE, kinds.DAY)

    assert all(kind.operators == (":", "=", "!=") for kind in ordered)
    assert {">", ">=", "<", "<="} < set(kinds.SIZE.operators) == set(kinds.COUNT.operators)

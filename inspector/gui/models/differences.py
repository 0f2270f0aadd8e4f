"""What differs between two rising lists of ids, found without looking at each of a million of them."""

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """At `place` of the old list `gone` ids leave and `new` ids come; one of the two is empty."""

    place: int
    gone: int = 0
    new: "array[int]" = field(default_factory=lambda: array("q"))


def common(old: "array[int]", i: int, new: "array[int]", j: int) -> int:
    """How many ids are the same from these places on; compares in steps that double, then halve."""
    most, same, step = min(len(old) - i, len(new) - j), 0, 64
    while same < most:
        step = min(step, most - same)
        if old[i + same : i + same + step] == new[j + same : j + same + step]:
            same += step
            step *= 2
            continue
        if step == 1:
            break
        # The difference lies within this step, so nothing behind it need be compared.
        most, step = same + step, step // 2
    return same


def differences(old: "array[int]", new: "array[int]", most: int) -> list[Run] | None:
    """The runs that turn one rising list into the other, last place first; None where there are more than `most`."""
    runs: list[Run] = []
    i = j = 0
    while True:
        same = common(old, i, new, j)
        i, j = i + same, j + same
        if i == len(old) and j == len(new):
            runs.reverse()
            return runs
        if len(runs) == most:
            return None
        if j < len(new) and (i == len(old) or new[j] < old[i]):
            end = bisect_left(new, old[i], j) if i < len(old) else len(new)
            runs.append(Run(place=i, new=new[j:end]))
            j = end
        else:
            end = bisect_left(old, new[j], i) if j < len(new) else len(old)
            runs.append(Run(place=i, gone=end - i))
            i = end


LOOK = 2_000
"""Ids further on in which the place is looked for where two lists that do not rise agree again."""


def moved(old: "array[int]", new: "array[int]", most: int) -> list[Run] | None:
    """The same for lists in any order where ids left or came back; None where some may have changed places."""
    runs: list[Run] = []
    i = j = 0
    while True:
        same = common(old, i, new, j)
        i, j = i + same, j + same
        if i == len(old) and j == len(new):
            runs.reverse()
            return runs
        if len(runs) == most:
            return None
        gone = _ahead(old, i, new, j)
        come = _ahead(new, j, old, i) if gone is None else None
        if gone is not None:
            runs.append(Run(place=i, gone=gone))
            i += gone
        elif come is not None:
            runs.append(Run(place=i, new=new[j : j + come]))
            j += come
        else:
            return None


def _ahead(one: "array[int]", i: int, other: "array[int]", j: int) -> int | None:
    """How many ids of the one list stand before that which comes next in the other; all of it where there is none."""
    if j == len(other):
        return len(one) - i
    ahead = one[i : i + LOOK]
    return ahead.index(other[j]) if other[j] in ahead else None

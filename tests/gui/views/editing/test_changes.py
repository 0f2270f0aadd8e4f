"""What was changed against the original."""

from dataclasses import replace

from inspector.core.draft import Draft
from inspector.core.headers import Headers
from inspector.gui.views.detail.masking import HIDDEN
from inspector.gui.views.editing.changes import MOST_SHOWN, Edited, changes

DRAFT = Draft(method="POST", target=b"/a", headers=Headers.of(("A", "1"), ("B", "2"), ("B", "3")))
ORIGINAL = Edited(draft=DRAFT, body=b"one\ntwo\nthree\nfour\nfive\nsix")


def said(body: bytes = ORIGINAL.body, **of_draft: object) -> list[str]:
    """Each change as a line."""
    draft = replace(DRAFT, **of_draft)  # type: ignore[arg-type]
    return [f"{one.mark} {one.text}" for one in changes(ORIGINAL, Edited(draft=draft, body=body))]


def with_headers(*pairs: tuple[str, str]) -> list[str]:
    """The same for other fields."""
    return said(headers=Headers.of(*pairs))


def test_nothing() -> None:
    """The same is no change."""
    assert said() == []


def test_method_and_path() -> None:
    """Before and after."""
    assert said(method="PUT", target=b"/b?c") == ["~ Method: POST → PUT", "~ Path: /a → /b?c"]


def test_fields_by_name() -> None:
    """Changed, added, removed, one of several, another case, another order."""
    assert with_headers(("A", "9"), ("B", "2"), ("B", "3"), ("C", "4")) == ["~ A: 1 → 9", "+ C: 4"]
    assert with_headers(("B", "2"), ("B", "3")) == ["− A: 1"]
    assert with_headers(("A", "1"), ("B", "2"), ("B", "4")) == ["~ B: 3 → 4"]
    assert with_headers(("A", "1"), ("B", "3")) == ["− B: 2"]
    assert with_headers(("a", "1"), ("B", "2"), ("B", "3")) == ["~ A → a"]
    assert with_headers(("B", "2"), ("A", "1"), ("B", "3")) == ["~ Order of the headers"]
    assert with_headers(("A", "1"), ("B", "2"), ("B", "3"), ("B", "3")) == ["~ B: 3 times"]


def test_secret_fields_are_dots() -> None:
    """Edited, removed, repeated, or under another name."""
    before = Headers.of(("X-Token", "s3cret"), ("A", "1"))

    def shown(*pairs: tuple[str, str]) -> list[str]:
        after = replace(DRAFT, headers=Headers.of(*pairs))
        one, other = (Edited(draft=draft, body=b"") for draft in (replace(DRAFT, headers=before), after))
        return [change.text for change in changes(one, other, frozenset({"x-token"}))]

    assert shown(("X-Token", "other"), ("A", "2")) == [f"X-Token: {HIDDEN} → {HIDDEN}", "A: 1 → 2"]
    assert shown(("A", "1"), ("X-Tok", "s3cret")) == [f"X-Token: {HIDDEN}", f"X-Tok: {HIDDEN}"]
    assert shown(("X-Token", "s3cret"), ("x-token", "more"), ("A", "1")) == [f"x-token: {HIDDEN}"]


def test_the_lines_of_a_body_that_differ() -> None:
    """Sizes, then the lines, with two around."""
    assert said(b"one\ntwo\n3\nfour\nfive\nsix") == [
        "~ Body: 27 B → 23 B", "  one", "  two", "− three", "+ 3", "  four", "  five",
    ]  # fmt: skip


def test_only_what_was_changed_counts() -> None:
    """The lines that show a difference are none."""
    found = changes(ORIGINAL, Edited(draft=DRAFT, body=b"one"))

    assert [one.counts for one in found] == [True, *(False for _ in found[1:])]


def test_a_long_line_is_cut_to_the_place() -> None:
    """JSON on one line has its change in sight."""
    before, after = b'{"a":"' + b"x" * 5000 + b'","b":1}', b'{"a":"' + b"x" * 5000 + b'","b":2}'
    found = changes(Edited(draft=DRAFT, body=before), Edited(draft=DRAFT, body=after))

    assert [one.text[-8:] for one in found[1:]] == ['x","b":1}'[-8:], 'x","b":2}'[-8:]]
    assert all(len(one.text) < 200 for one in found)


def test_binary_has_sizes_alone() -> None:
    """And so has what is large; what is shown is bounded."""
    assert said(b"\0\xff") == ["~ Body: 27 B → 2 B"]
    assert said(b"x\n" * 1_000_000) == ["~ Body: 27 B → 2.0 MB"]
    many = b"\n".join(b"%d" % number for number in range(30_000))
    other = b"\n".join(b"x%d" % number for number in range(30_000))

    assert len(changes(Edited(draft=DRAFT, body=many), Edited(draft=DRAFT, body=other))) == MOST_SHOWN
    assert changes(Edited(draft=DRAFT, body=many), Edited(draft=DRAFT, body=many + b"\nend"))[-1].text == "end"


def test_many_lines_are_compared_each_with_its_own() -> None:
    """Two lines that are far apart are two changes; lines that are many and not as many are old, then new."""
    lines = [b"%d" % number for number in range(1000)]
    other = list(lines)
    other[3], other[900] = b"x", b"y"
    assert said_of(lines, other) == [
        "  1", "  2", "− 3", "+ x", "  4", "  5", "  …", "  898", "  899", "− 900", "+ y", "  901", "  902",
    ]  # fmt: skip
    assert [line[0] for line in said_of(lines, [b"x", *other, b"y"])] == ["−"] * 100 + ["+"] * (MOST_SHOWN - 101)


def said_of(before: list[bytes], after: list[bytes]) -> list[str]:
    """The lines that show a difference of two bodies."""
    one, other = (Edited(draft=DRAFT, body=b"\n".join(lines)) for lines in (before, after))
    return [f"{change.mark} {change.text}" for change in changes(one, other)[1:]]

"""How signatures stand in headers."""

from inspector.providers.layout import MOST_SIGNATURES, Basic, Listed, Pairs, Positional, Single, shown


def test_one_signature() -> None:
    """The prefix is taken off; a value without it, or with nothing behind it, holds none."""
    layout = Single(prefix="sha256=")

    assert list(layout.read("sha256=ab").signatures) == ["ab"]
    assert list(layout.read("sha1=ab").signatures) == []
    assert list(layout.read("sha256=").signatures) == []
    assert layout.write(["ab"], {}) == "sha256=ab"


def test_hexadecimal_in_capitals() -> None:
    """Authorize.Net writes it so; both cases are read, the prefix as it is."""
    layout = Single(prefix="sha512=", upper=True)

    assert list(layout.read("sha512=AB0C").signatures) == ["ab0c"]
    assert list(layout.read("sha512=ab0c").signatures) == ["ab0c"]
    assert list(layout.read("SHA512=ab0c").signatures) == []
    assert layout.write(["ab0c"], {}) == "sha512=AB0C"


def test_a_list() -> None:
    """Each version is told by its prefix; entries without one count only where a library takes them."""
    value = "v1,aa v1a,bb v1,cc dd"

    assert list(Listed(prefix="v1,").read(value).signatures) == ["aa", "cc"]
    assert list(Listed(prefix="v1a,").read(value).signatures) == ["bb"]
    assert list(Listed(prefix="v1,", bare=True).read(value).signatures) == ["aa", "cc", "dd"]
    assert Listed(prefix="v1,").write(["aa", "cc"], {}) == "v1,aa v1,cc"


def test_pairs() -> None:
    """Signatures may repeat, of the other values the first counts; blanks are not overlooked, as Stripe does not."""
    layout = Pairs(name="v1", fields=("t",))
    found = layout.read("t=1,v1=aa,t=2,v0=bb,v1=cc,x")

    assert (list(found.signatures), dict(found.fields)) == (["aa", "cc"], {"t": "1"})
    assert list(layout.read("t=1, v1=aa").signatures) == []
    assert layout.write(["aa"], {"t": "1"}) == "t=1,v1=aa"


def test_a_layout_is_shown_to_people() -> None:
    """With what stands for the signature in it, also where the layout hides it in base64."""
    assert shown(Pairs(name="v1", fields=("t",)), "…") == "v1=…"
    assert shown(Single(prefix="sha512=", upper=True), "hex(…)") == "sha512=hex(…)"
    assert shown(Positional(fields=("ts",)), "…") == "{ts},…"
    assert shown(Basic(), "…") == "packed in base64: …"


def test_thousands_are_cut() -> None:
    """An attacker's ten thousand signatures are not all looked at."""
    assert len(Pairs(name="v1", fields=()).read("v1=a," * 10_000).signatures) == MOST_SIGNATURES
    assert len(Listed(prefix="v1,").read("v1,a " * 10_000).signatures) == MOST_SIGNATURES

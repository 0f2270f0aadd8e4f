"""Bodies that may have been signed."""

import gzip
from dataclasses import replace

from inspector.core.body import Body
from inspector.providers.body_variants import CHANGEABLE, KEEPABLE, Bodies, body_variants
from inspector.providers.payload import FORM
from tests.providers.made import request


def variants(content: bytes, content_type: str = "application/json") -> dict[bytes, tuple[str, ...]]:
    """The variants of a body with their causes."""
    made = request({}, content, content_type=content_type)
    found: dict[bytes, tuple[str, ...]] = {}
    for variant in body_variants(made, content, None):
        found.setdefault(variant.content, variant.causes)
    return found


def test_each_kind_of_change() -> None:
    """One example of every cause, and never the body itself."""
    found = variants(b'{"a": "\xc3\xab"}\r\n')

    assert found[b'{"a": "\xc3\xab"}'] == ("body-trailing-newline",)
    assert found[b'{"a": "\xc3\xab"}\n'] in (("body-line-endings",), ("body-trailing-newline",))
    assert found[b'{"a": "\xeb"}\r\n'] == ("body-charset",)
    assert found[b'{"a":"\\u00eb"}'] == ("body-reserialised",)
    assert ("body-decoded",) in found.values()
    assert b'{"a": "\xc3\xab"}\r\n' not in found


def test_encodings_that_were_taken_for_others() -> None:
    """Windows-1252 that is not UTF-8 is read as such, and what was encoded twice is named so."""
    made = request({}, '"Ã«€"'.encode())
    words: dict[bytes, tuple[str, ...]] = {}
    for variant in body_variants(made, '"Ã«"'.encode(), None):
        words.setdefault(variant.content, variant.words)

    assert variants('"€ë"'.encode("cp1252"))['"€ë"'.encode()] == ("body-charset",)
    assert words['"ë"'.encode()] == ("a second encoding in UTF-8 is undone",)
    assert any("a line break are added" in text for (text, *_) in words.values())


def test_forms_written_anew() -> None:
    """Blanks as plus or %20, the value of `payload` alone, all escapes undone."""
    found = variants(b"text=a+b%2Ac&payload=%7B%7D", FORM)

    assert found[b"{}"] == ("body-decoded",)
    assert found[b"text=a b*c&payload={}"] == ("body-decoded",)
    assert found[b"text=a%20b%2Ac&payload=%7B%7D"] == ("body-reserialised",)


def test_content_encodings() -> None:
    """An announced encoding is undone, an unannounced gzip too, and what cannot be undone is no variant."""
    packed = gzip.compress(b"inner")

    def decode(content: bytes, encoding: str) -> bytes:
        if encoding != "gzip":
            raise ValueError(encoding)
        return gzip.decompress(content)

    for headers in ({"Content-Encoding": "gzip"}, {}):
        found = {v.content: v.causes for v in body_variants(request(headers, packed), packed, decode)}
        assert found[b"inner"] == ("body-decoded",)
    broken = list(body_variants(request({"Content-Encoding": "br"}, packed), packed, decode))
    assert all(variant.causes != ("body-decoded",) for variant in broken)


def test_large_bodies_are_neither_packed_nor_written_again() -> None:
    """That would take longer than the search may."""
    content = b'{"a": "' + b"x" * CHANGEABLE + b'"}'
    bodies = Bodies(request({}, content), content, None)

    assert {variant.causes for variant in bodies} == {("body-trailing-newline",), ("body-charset",)}
    assert list(bodies.pairs()) == []
    assert ("body-decoded",) not in variants(b"x" * (CHANGEABLE + 1)).values()


def test_nothing_is_made_once_the_time_is_over() -> None:
    """No variant after the one that was being looked at, and what is incomplete is not kept."""
    content, looks = b'{"a": 1}', iter([True, False])
    bodies = Bodies(request({}, content), content, None, lambda: next(looks, True))

    assert len(list(bodies)) == 2
    assert bodies.count() == (None, 0)
    assert list(Bodies(request({}, content), content, None, lambda: False).pairs()) == []
    assert len(list(bodies)) > 10


def test_variants_can_be_gone_through_again() -> None:
    """Twice the same, whether they were kept or made anew; with two changes at once apart."""
    for content in (b'{"a": 1}', b'{"a": "' + b"x" * KEEPABLE + b'"}'):
        made = replace(request({}), body=Body.of(content))
        bodies = Bodies(made, content, None)
        assert list(bodies) == list(bodies)
        assert all(len(pair.causes) == len(pair.words) == 2 for pair in bodies.pairs())
        assert all(pair.content.endswith(b"\n") for pair in bodies.pairs())


def test_characters_written_another_way() -> None:
    """Replaced bytes, a second encoding, composed accents."""
    assert variants(b"a\xffb", "text/plain")["a\ufffdb".encode()] == ("body-charset",)
    assert variants("ë".encode().decode("cp1252").encode(), "text/plain")["ë".encode()] == ("body-charset",)
    assert variants("e\u0308".encode(), "text/plain")["\u00eb".encode()] == ("body-charset",)
    assert variants(b" {} \n")[b"{}"] == ("body-trailing-newline",)


def test_forms_of_too_many_fields() -> None:
    """They are not written anew."""
    assert ("body-reserialised",) not in variants(b"a=1&" * 2000, FORM).values()

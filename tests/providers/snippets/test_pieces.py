"""What entries compute is taken apart into pieces."""

from tests.providers.snippets.cases import sampled


def test_addresses_with_fields() -> None:
    """The address as it was, then the fields of the form, by Twilio none twice."""
    assert [piece.kind for piece in sampled("twilio")[0].pieces] == ["literal", "unique"]
    assert [piece.kind for piece in sampled("plivo")[0].pieces] == ["literal", "sorted", "literal", "header"]


def test_values_of_the_document() -> None:
    """Names are literal, values are read from the document."""
    pieces = sampled("aws-sns")[0].pieces

    assert pieces[0].raw == b"Message\n"
    assert pieces[1].path == ("Message",)
    assert pieces[-1].raw == b"\n"
    assert sampled("adyen")[0].pieces[0].path[-1] == "pspReference"


def test_listed_header_fields() -> None:
    """Each with its name, in their order."""
    names = [piece.name for piece in sampled("contentful")[0].pieces if piece.kind == "header"]

    assert names == sorted(names)
    assert "x-contentful-timestamp" in names

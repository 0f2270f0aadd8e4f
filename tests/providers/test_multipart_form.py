"""Fields of a multipart form."""

import pytest

from inspector.providers.multipart_form import multipart_fields
from inspector.providers.payload import Payload
from inspector.providers.place import place
from tests.providers.made import request

TYPE = 'multipart/form-data; boundary="b"'
BODY = (
    b'--b\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"event":{"event_type":"signed"}}\r\n'
    b'--b\r\nContent-Disposition: form-data; name="json"\r\n\r\nsecond\r\n'
    b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF\r\n--b--\r\n'
)


def test_fields_are_read() -> None:
    """The first value of each; files are none, and a document inside one is read."""
    assert multipart_fields(BODY, TYPE) == {"json": '{"event":{"event_type":"signed"}}'}
    read = Payload(request({}, BODY, content_type=TYPE), BODY)
    assert read.text(place("form:json")) == '{"event":{"event_type":"signed"}}'
    assert read.text(place("event.event_type")) == "signed"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (BODY, "multipart/form-data"),
        (BODY[:-20], TYPE),
        (b"--b\r\nbroken", TYPE),
        (b"", TYPE),
        (b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n' * 500 + b"--b--", TYPE),
    ],
)
def test_what_is_no_form(body: bytes, content_type: str) -> None:
    """No boundary, cut short, broken, empty, endless: no fields, and no error."""
    assert multipart_fields(body, content_type) == {}

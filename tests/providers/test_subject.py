"""Parts of a message that are computed."""

import hashlib
import zlib
from dataclasses import replace

from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.subject import COMPUTED, Subject
from tests.providers.made import BODY, request


def test_what_every_template_may_name() -> None:
    """Method, URL, target, and hashes of the body as it came."""
    subject = Subject(Payload(replace(request({}), target="/a?b"), BODY), "https://x.example/a?b")
    found = {name: compute(subject) for name, compute in COMPUTED.items()}

    assert found == {
        "method": b"POST",
        "url": b"https://x.example/a?b",
        "target": b"/a?b",
        "sha256(body)": hashlib.sha256(BODY).hexdigest().encode(),
        "crc32(body)": str(zlib.crc32(BODY)).encode(),
    }


def test_a_request_without_a_url_lacks_that_part() -> None:
    """Nothing is signed in place of it."""
    assert COMPUTED["url"](Subject(Payload(request({}), None))) is None


def test_templates_know_what_they_sign() -> None:
    """A hash of the body covers it; a URL is signed where it is named."""
    hashed = message("{X-Id}|{crc32(body)}")

    assert (hashed.covers_body, hashed.takes_body, hashed.signs_url) == (True, False, False)
    assert message("{url}{body}").signs_url
    assert message("{mine}", computed={"mine": lambda _: b"1"}, signs_url=True).signs_url
    assert message("a={body}").compose({}) == (b"a=", b"")

"""Mandrill signs the URL and its form."""

from inspector.providers.entries.mandrill import url_and_fields
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import URL, asking, form, subject
from tests.providers.made import NOW, judged, secret

EVENTS = ("mandrill_events", '[{"event":"open","_id":"7c1f","msg":{"email":"a@b.example","subject":"Hi"}}]')


def test_what_is_signed() -> None:
    """Fields by their names, as they read; a repeat is signed again."""
    fields = (("b", "2"), EVENTS, ("a", "x"), ("a", "x"))

    assert url_and_fields(subject(form(fields), URL)) == f"{URL}axaxb2{''.join(EVENTS)}".encode()
    assert url_and_fields(subject(form([("a", "")] * 2_000), URL)) is None
    assert url_and_fields(subject(form(fields), "")) is None


def test_the_first_event_names_a_delivery() -> None:
    """A delivery is a form with a list of events in JSON; unsigned it is known by that field."""
    made = sign_request("mandrill", form((EVENTS,)), secret=b"key", now=NOW)
    own = secret("mandrill", b"key")

    assert (judged(made, own).event, judged(made, own).gist) == ("open", "a@b.example · Hi")
    assert (judged(made, own).verdict.status, judged(made, own).verdict.url) == ("valid", URL)
    assert judged(asking(made, "/other"), own).verdict.status == "invalid"
    assert judged(form((EVENTS,)), own).provider == "mandrill"

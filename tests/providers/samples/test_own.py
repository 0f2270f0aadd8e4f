"""Samples of the user's own."""

import re

import pytest

from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.samples.own import kept, like, make_own
from tests.providers.made import NOW, request, signed


def test_what_belongs_to_one_sending_is_left_out() -> None:
    """Host, length and signature go; every other field and the body stay as they came."""
    came = signed("stripe")
    sample = kept(came, judge(came, Basis()), title=" Big ", event="demo.created")

    assert (sample.provider, sample.title, sample.event, sample.target) == ("stripe", "Big", "demo.created", "/hooks")
    assert sample.headers == Headers.of(("Content-Type", "application/json"))
    assert sample.body == came.body.read()


def test_it_is_sent_with_an_id_of_its_own() -> None:
    """In the header or in the body, wherever it stood; the rest is as it was kept."""
    body = b'{"id":"evt_1Q8yFbKq0ZtJ","type":"x","note":"evt_1Q8yFbKq0ZtJ"}'
    came = signed("stripe", body)
    made = make_own(kept(came, judge(came, Basis()), title="a", event="x"), now=NOW).body.read()

    found = re.fullmatch(rb'\{"id":"(evt_1\w{11})","type":"x","note":"(\w+)"\}', made)
    assert found is not None
    assert found[1] == found[2] != b"evt_1Q8yFbKq0ZtJ"


def test_a_header_with_the_id_gets_the_new_one() -> None:
    """As GitHub's deliveries have it."""
    came = request({"X-GitHub-Event": "push", "X-GitHub-Delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958"})
    made = make_own(kept(came, judge(came, Basis()), title="a", event="push"), now=NOW)

    assert re.fullmatch(r"7[0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made.headers.get("X-GitHub-Delivery") or "")
    assert made.headers.get("X-GitHub-Delivery") != came.headers.get("X-GitHub-Delivery")
    assert b"X-GitHub-Event: push" in made.head


def test_places_are_set_and_a_body_replaces_it() -> None:
    """As in samples of ours."""
    came = signed("stripe", b'{"id":"evt_1","type":"x"}')
    sample = kept(came, judge(came, Basis()), title="a", event="x")

    assert make_own(sample, sets=["type=y"], now=NOW).body.read() == b'{"id":"evt_1","type":"y"}'
    assert make_own(sample, body=b"{}", now=NOW).body.read() == b"{}"
    with pytest.raises(UsageError, match="cannot be set"):
        make_own(sample, sets=["nowhere.at.all=1"], now=NOW)


def test_an_id_of_the_same_form() -> None:
    """Its prefix and first character stay."""
    assert re.fullmatch(r"in_9[0-9]{11}", like("in_912345678901"))
    assert re.fullmatch(r"1[0-9]{9}", like("1234567890"))

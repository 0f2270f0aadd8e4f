"""The fields of one sample."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.views.editing.problem_line import ProblemLine
from inspector.gui.views.samples.sample_form import SampleForm
from inspector.providers.samples.registry import events_of
from inspector.providers.samples.secret import unsigned
from tests.gui.stage import Loop

OWN = "http://127.0.0.1:8765"


@pytest.fixture
def form(qtbot: QtBot) -> SampleForm:
    """Stripe, with one stored secret."""
    form = SampleForm(OWN, ["localhost:3000", "https://example.com"], limit=1000)
    qtbot.addWidget(form)
    form.show_events("stripe", events_of("stripe"), ["production"])
    form.show()
    return form


def test_it_begins_with_the_own_address_and_the_sample_secret(form: SampleForm) -> None:
    """Both are said in a sentence; the recent targets stand below."""
    assert (form.chosen_event, form.chosen_target, form.chosen_secret) == (events_of("stripe")[0].event, "", "")
    assert form.target_words.text() == "This listener; the path is /hooks/stripe"
    assert form.secret_words.text() == "Signed with a secret made for you; works offline."
    assert [form.target.itemText(place) for place in range(3)] == [OWN, "localhost:3000", "https://example.com"]


@pytest.mark.parametrize(
    ("provider", "usual", "says"),
    [
        ("discord", "The sample key pair", "key pair made for you"),
        ("github", "The sample secret", "a secret made for you"),
        ("contentful", "The sample secret", "a secret made for you"),
        (next(iter(sorted(unsigned()))), "Nothing", "signs nothing"),
    ],
)
def test_what_signs_is_said_of_the_provider_that_is_shown(
    form: SampleForm, provider: str, usual: str, says: str
) -> None:
    """At once when another is chosen; where nothing is signed there is nothing to choose or to break."""
    form.broken.setCurrentIndex(1)
    form.show_events(provider, events_of(provider), [])

    assert form.secret.itemText(0) == usual
    assert says in form.secret_words.text()
    assert (form.broken.isEnabled(), form.chosen_break is None) == (
        (True, False) if usual != "Nothing" else (False, True)
    )


@pytest.mark.parametrize(
    ("written", "says", "possible"),
    [
        ("3000", "Goes to http://localhost:3000/hooks/stripe", True),
        ("https://example.com/in", "Goes to https://example.com/in", True),
        ("ftp://example.com", "no http or https address", False),
        ("  ", "Name a target", False),
    ],
)
def test_where_it_goes_is_said_while_it_is_written(form: SampleForm, written: str, says: str, possible: bool) -> None:
    """And what is wrong with what cannot be sent to."""
    form.target.setEditText(written)

    assert says in form.target_words.text()
    assert form.check_target() is possible
    assert form.target_words.property("role") == ("muted" if possible else "invalid")


def test_stored_secrets_are_chosen_by_name(form: SampleForm) -> None:
    """The choice stays when others are added, and goes with another provider."""
    form.secret.setCurrentIndex(1)
    assert form.chosen_secret == "production"
    assert form.secret_words.text() == "Signed with the stored secret “production”."

    form.show_secrets(["other", "production"], chosen=form.chosen_secret)
    assert form.chosen_secret == "production"
    form.show_events("github", events_of("github"), ["production"])
    assert form.chosen_secret == ""


def test_a_body_counts_as_edited_only_when_it_was(form: SampleForm) -> None:
    """Another event asks for its own body."""
    asked: list[str] = []
    form.event_chosen.connect(asked.append)
    form.show_body(b'{"a": 1}', "application/json")
    untouched = form.edited_body
    assert untouched is None

    form.body.text.replace_text('{"a": 2}')
    assert form.edited_body == b'{"a": 2}'
    form.events.setCurrentIndex(1)
    assert asked == [events_of("stripe")[1].event]


def test_a_body_has_no_more_than_it_may(form: SampleForm, loop: Loop, tmp_path: Path) -> None:
    """The limit is the one that the form was given."""
    (tmp_path / "big").write_bytes(b"x" * 1001)
    loop.run(form.body._load(tmp_path / "big"))

    assert any("a body may have" in line.text() for line in form.body.findChildren(ProblemLine))
    assert form.edited_body is None

"""The fields of a provider of one's own."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.core.recipe import NO_RECIPE, Recipe
from inspector.gui.views.custom.recipe_form import RecipeForm
from inspector.providers.custom_words import DIGESTS, ENCODINGS, FORMS, KEY_FORMS, UNITS

WHOLE = Recipe(
    name="acme", recognise=("header:X-Acme", "path=/a*"), signature="header:X-Acme", form="pairs", prefix="p",
    field="v1", separator=";", message="{t}.{body}", digest="hmac-sha1", encoding="base64", key="hex",
    timestamp="field:t", unit="ms", tolerance=300.0, event="json:type", delivery_id="json:id",
)  # fmt: skip


def form_of(qtbot: QtBot) -> RecipeForm:
    """Shown."""
    form = RecipeForm()
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize("recipe", [WHOLE, NO_RECIPE])
def test_what_is_shown_is_what_stands_there(qtbot: QtBot, recipe: Recipe) -> None:
    """Nothing is lost or added on the way through the fields."""
    form = form_of(qtbot)
    form.show_recipe(recipe)

    assert form.recipe == recipe


def test_every_word_of_a_recipe_can_be_chosen(qtbot: QtBot) -> None:
    """What can stand in the file can be said here."""
    form = form_of(qtbot)
    boxes = ((form.form, FORMS), (form.digest, DIGESTS), (form.encoding, ENCODINGS), (form.key, KEY_FORMS))

    for box, known in (*boxes, (form.unit, UNITS)):
        assert {box.itemData(row) for row in range(box.count())} == set(known)


def test_every_key_is_told(qtbot: QtBot) -> None:
    """Typing changes the recipe at once."""
    form = form_of(qtbot)
    with qtbot.waitSignal(form.changed):
        QTest.keyClicks(form.name, "a")
    with qtbot.waitSignal(form.changed):
        form.recognise.setPlainText("header:X-A\n\n path=/b ")

    assert (form.recipe.name, form.recipe.recognise) == ("a", ("header:X-A", "path=/b"))


@pytest.mark.parametrize(
    ("changes", "shown", "hidden"),
    [
        ({"form": "single"}, ("prefix", "message", "digest", "key"), ("field", "separator", "tolerance")),
        ({"form": "pairs"}, ("field", "separator"), ("prefix",)),
        ({"form": "list"}, ("prefix", "separator"), ("field",)),
        ({"form": "basic"}, ("signature",), ("message", "digest", "encoding", "key", "prefix")),
        ({"form": "jwt"}, ("key", "prefix", "tolerance"), ("message", "digest", "encoding")),
        ({"digest": "token"}, ("digest", "prefix"), ("message", "encoding", "key")),
        ({"digest": "ed25519"}, ("encoding", "message"), ("key",)),
        ({"timestamp": "json:t"}, ("tolerance",), ()),
    ],
)
def test_only_what_counts_is_there(
    qtbot: QtBot, changes: dict[str, str], shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    """The form of the signature says which fields there are."""
    form = form_of(qtbot)
    form.show_recipe(Recipe(**changes))  # type: ignore[arg-type]

    assert all(getattr(form, name).isVisible() for name in shown)
    assert not any(getattr(form, name).isVisible() for name in hidden)


def test_the_field_that_is_wrong_is_marked(qtbot: QtBot) -> None:
    """And is no longer, once it is right."""
    form = form_of(qtbot)
    form.mark("message")
    assert form.message.property("invalid")
    form.mark("")
    assert not form.message.property("invalid")

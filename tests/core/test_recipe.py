"""Recipes as they stand in files."""

import pytest

from inspector.core.recipe import NO_RECIPE, Recipe, RecipeError, as_table, read_recipe

WHOLE = Recipe(
    name="acme", recognise=("header:X-Acme", "path=/a*"), signature="header:X-Acme", form="pairs", prefix="p",
    field="v1", separator=";", message="{t}\n{body}", digest="token", encoding="base64", key="hex",
    timestamp="field:t", unit="ms", tolerance=300.0, event="json:type", delivery_id="json:id",
)  # fmt: skip


@pytest.mark.parametrize("recipe", [WHOLE, Recipe(name="a"), NO_RECIPE])
def test_a_recipe_survives_its_table(recipe: Recipe) -> None:
    """What is written is read again, and defaults are not written."""
    table = as_table(recipe)

    assert read_recipe(table) == recipe
    assert len(as_table(NO_RECIPE)) == 1
    assert next(iter(table)) == "name"


def test_one_condition_needs_no_list() -> None:
    """People write a single one as a text; a whole number is as good as a broken one."""
    recipe = read_recipe({"name": "a", "recognise": "path=/a*", "tolerance": 300})

    assert (recipe.recognise, recipe.tolerance, recipe.id) == (("path=/a*",), 300.0, "custom:a")


@pytest.mark.parametrize(
    ("table", "field", "words"),
    [
        ({"nmae": "a"}, "nmae", "no “nmae”"),
        ({"name": 5}, "name", "text in quotation marks"),
        ({"recognise": [1]}, "recognise", "list of conditions"),
        ({"tolerance": "5m"}, "tolerance", "number of seconds"),
        ({"tolerance": True}, "tolerance", "number of seconds"),
    ],
)
def test_what_is_wrong_is_named(table: dict[str, object], field: str, words: str) -> None:
    """The field and what was expected there are told."""
    with pytest.raises(RecipeError, match=words) as caught:
        read_recipe(table)
    assert caught.value.field == field

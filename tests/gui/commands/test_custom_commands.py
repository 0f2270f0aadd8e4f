"""Commands about senders that nobody knows."""

from dataclasses import replace

from inspector.core.custom_wishes import (
    FindScheme,
    FoundScheme,
    RemoveProvider,
    SaveProvider,
    SchemesFound,
    Trial,
    TryRecipe,
)
from inspector.core.messages import Health
from inspector.core.recipe import Recipe
from inspector.core.secret_wishes import AddSecret
from inspector.gui.views.custom.recipe_dialog import RecipeDialog
from inspector.gui.views.custom.scheme_dialog import SchemeDialog
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from tests.gui.commands.conftest import Stage

ACME = Recipe(name="acme", signature="header:X-Acme")


def test_a_found_scheme_becomes_a_provider(stage: Stage) -> None:
    """The search is about the capture in the detail; what it found is tried, and kept with its secret."""
    found = FoundScheme(recipe=ACME, words="X-Acme", secret="given")
    stage.engine.answers |= {FindScheme: SchemesFound(found=(found,)), TryRecipe: Trial(formula="f"), SaveProvider: 3}
    stage.select(9)
    stage.press("find-scheme")
    stage.press("find-scheme")
    [search] = [one for one in stage.window.findChildren(SchemeDialog) if one.isVisible()]
    search.secret.setText("s3cret")
    stage.do(search.search.click)
    stage.loop.until(search.offer.isVisible)
    stage.do(search.offer.click)
    stage.loop.until(lambda: [one for one in stage.window.findChildren(RecipeDialog) if one.save.isEnabled()])
    [dialog] = [one for one in stage.window.findChildren(RecipeDialog) if one.isVisible()]
    stage.do(dialog.save.click)
    stage.loop.until(lambda: not any(one.isVisible() for one in stage.window.findChildren(RecipeDialog)))

    wishes = [one for one in stage.engine.asked if isinstance(one, FindScheme | TryRecipe | SaveProvider | AddSecret)]
    assert wishes == [
        FindScheme(id=9, secret="s3cret"),
        TryRecipe(recipe=ACME, id=9, secret="s3cret"),
        SaveProvider(recipe=ACME),
        AddSecret(provider="custom:acme", name="default", value="s3cret"),
    ]
    assert "3 captures were judged again" in stage.window.notices.notices()[-1].text


def test_the_preferences_list_them(stage: Stage) -> None:
    """One that is there is edited under its name, and removed."""
    stage.engine.health = replace(stage.engine.health, custom=(ACME,))
    stage.engine.answers |= {TryRecipe: Trial(formula="f"), RemoveProvider: 0}
    stage.press("preferences")
    [preferences] = stage.window.findChildren(PreferencesDialog)
    stage.do(lambda: preferences.custom.edit_wanted.emit(ACME))
    [dialog] = stage.window.findChildren(RecipeDialog)
    stage.loop.until(dialog.save.isEnabled)
    stage.do(dialog.save.click)
    stage.do(lambda: preferences.custom.remove_wanted.emit("acme"))
    stage.loop.settle()

    saved = [one for one in stage.engine.asked if isinstance(one, SaveProvider | RemoveProvider)]
    assert saved == [SaveProvider(recipe=ACME, replaces="acme"), RemoveProvider(name="acme")]
    stage.window.health_shown.emit(Health())
    assert preferences.custom.list.topLevelItemCount() == 0
    stage.do(preferences.reject)


def test_a_valid_capture_needs_no_search(stage: Stage) -> None:
    """Its scheme is known; a new provider can be described all the same."""
    action = stage.desktop.actions.by_name["find-scheme"]
    stage.select(8)
    assert not action.isEnabled()
    stage.select(9)
    assert action.isEnabled()
    stage.press("describe-provider")
    [dialog] = stage.window.findChildren(RecipeDialog)
    assert dialog.capture.text() == "9"
    stage.do(dialog.reject)

"""Providers of the user's own: dialogs to describe one, try it, keep it, and to find an unknown sender's scheme."""

from collections.abc import Coroutine

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inspector.core.capture import Capture
from inspector.core.custom_wishes import (
    FindScheme,
    FoundScheme,
    RemoveProvider,
    SaveProvider,
    SchemesFound,
    StopFinding,
    Trial,
    TryRecipe,
)
from inspector.core.errors import InspectorError
from inspector.core.recipe import NO_RECIPE, Recipe
from inspector.core.secret_wishes import AddSecret
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.custom.recipe_dialog import RecipeDialog
from inspector.gui.views.custom.scheme_dialog import SchemeDialog
from inspector.gui.views.notice_bar import Notice

SECRET_NAME = "default"


class Describing:
    """Of trials that overtake each other the last counts."""

    def __init__(self, asking: Asking, window: QWidget) -> None:
        self._asking = asking
        self._window = window
        self._number = 0

    def describe(self, recipe: Recipe | None = None, capture: int | None = None, *, secret: str = "") -> RecipeDialog:
        """Open the dialog about a recipe that is kept, or a new one."""
        kept = [one.name for one in self._asking.engine.health.custom]
        replaces = recipe.name if recipe is not None and recipe.name in kept and not secret else ""
        dialog = RecipeDialog(recipe or NO_RECIPE, replaces=replaces, capture=capture, parent=self._window)
        dialog.secret.setText(secret)
        dialog.trial_wanted.connect(lambda *given: self._start(self._try(dialog, *given)))
        dialog.save_wanted.connect(lambda *given: self._start(self._save(dialog, *given)))
        dialog.open()
        dialog.start()
        return dialog

    def remove(self, name: str) -> None:
        """Forget a provider."""
        self._start(self._remove(name))

    def find(self, capture: Capture) -> SchemeDialog:
        """Open the dialog that searches how a capture was signed."""
        path = capture.request.path
        what = words.tr("capture %1 (%2)").replace("%1", words.counted(capture.id)).replace("%2", path)
        dialog = SchemeDialog(what, len(self._asking.engine.health.secrets), self._window)
        dialog.search_wanted.connect(lambda secret: self._start(self._find(dialog, capture.id, secret)))
        dialog.stop_wanted.connect(lambda: self._asking.send(StopFinding()))
        dialog.create_wanted.connect(lambda found, secret: self._create(found, capture.id, secret))
        dialog.open()
        return dialog

    def _start(self, work: Coroutine[None, None, None]) -> None:
        self._asking.start(work, name="describing a provider")

    def _create(self, found: FoundScheme, capture: int, secret: str) -> None:
        self.describe(found.recipe, capture, secret=secret)

    async def _try(self, dialog: RecipeDialog, recipe: Recipe, id: int | None, secret: str) -> None:
        self._number += 1
        number = self._number
        try:
            answer = await self._asking.engine.ask(TryRecipe(recipe=recipe, id=id, secret=secret))
        except InspectorError as error:
            if number == self._number and isValid(dialog):
                dialog.show_problem(str(error))
            return
        if number == self._number and isValid(dialog) and isinstance(answer, Trial):
            dialog.show_trial(answer)

    async def _save(self, dialog: RecipeDialog, recipe: Recipe, replaces: str, secret: str) -> None:
        try:
            again = await self._asking.engine.ask(SaveProvider(recipe=recipe, replaces=replaces))
            if secret:
                await self._asking.engine.ask(AddSecret(provider=recipe.id, name=SECRET_NAME, value=secret))
        except InspectorError as error:
            if isValid(dialog):
                dialog.show_problem(str(error))
            return
        if isValid(dialog):
            dialog.accept()
        self._tell(words.tr("%1 is kept.").replace("%1", recipe.id), again)

    async def _remove(self, name: str) -> None:
        again = await self._asking.engine.ask(RemoveProvider(name=name))
        self._tell(words.tr("%1 is removed.").replace("%1", name), again)

    async def _find(self, dialog: SchemeDialog, id: int, secret: str) -> None:
        try:
            answer = await self._asking.engine.ask(FindScheme(id=id, secret=secret))
        except InspectorError as error:
            if isValid(dialog):
                dialog.show_problem(str(error))
            return
        if isValid(dialog) and isinstance(answer, SchemesFound):
            dialog.show_found(answer)

    def _tell(self, text: str, again: object) -> None:
        if isinstance(again, int) and again:
            one, many = "1 capture was judged again.", "%Ln captures were judged again."
            text = f"{text} {words.plural(one, many, again)}"
        self._asking.post(Notice(text=text, key="described", seconds=8))

"""What commands do about senders that nobody knows."""

import hmac

from inspector.core.custom_wishes import RemoveProvider
from inspector.core.secret_wishes import RemoveSecret
from inspector.core.verdict import Judgement
from inspector.gui.views.custom.recipe_dialog import RecipeDialog
from inspector.gui.views.custom.scheme_dialog import SchemeDialog
from tests.gui.stage import until
from tests.gui.whole.scene import Scene, status_of

SECRET = "an acme secret"


async def find_scheme(s: Scene) -> None:
    """How an unknown sender signs is found with its secret, and becomes a provider that makes the capture valid."""
    before = await s.count("")
    host, _, port = s.url.removeprefix("http://").rpartition(":")
    signature = hmac.new(SECRET.encode(), b'{"id":1}', "sha256").hexdigest()
    await status_of(host, int(port), b'{"id":1}', f"X-Acme-Signature: {signature}")
    await until(lambda: s.window.model.rowCount() == before + 1)
    shown = await s.select(0)
    assert shown.judgement.provider is None
    await s.act()
    search = await s.dialog(SchemeDialog)
    search.secret.setText(SECRET)
    search.search.click()
    await until(search.offer.isVisible)
    search.offer.click()
    described = await s.dialog(RecipeDialog)
    await until(lambda: described.save.isEnabled() and "Valid" in described.trial.banner.title.text())
    described.save.click()
    await until(lambda: _judgement(s).verdict.status == "valid")
    assert _judgement(s).provider == "custom:acme"
    engine = s.desk.asking.engine
    await engine.ask(RemoveProvider(name="acme"))
    await engine.ask(RemoveSecret(provider="custom:acme", name="default"))


def _judgement(s: Scene) -> Judgement:
    shown = s.desk.selection.shown
    assert shown is not None
    return shown.judgement

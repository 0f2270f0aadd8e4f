"""What commands do about signatures that fail."""

import asyncio
from urllib.request import Request, urlopen

from inspector.core.secret_wishes import AddSecret, RemoveSecret
from inspector.gui.views.question import Question
from tests.engine.provider_site import SNS_KEY
from tests.engine.sns import PEM, message
from tests.gui.stage import until
from tests.gui.whole import effects_on_captures as captures
from tests.gui.whole.scene import Scene, status_of


async def mend(s: Scene) -> None:
    """A failure whose secret was pasted with a line break is valid once the secret is kept without it."""
    engine = s.desk.asking.engine
    await engine.ask(AddSecret(provider="gitlab", name="mended", value="a token\n", keep="session"))
    before = await s.count("")
    host, _, port = s.url.removeprefix("http://").rpartition(":")
    await status_of(host, int(port), b"{}", "X-Gitlab-Event: Push Hook\r\nX-Gitlab-Token: a token")
    await until(lambda: s.window.model.rowCount() == before + 1)
    shown = await s.select(0)
    await s.holds(lambda: captures.is_so(s, lambda stored: stored.judgement.verdict.cause == "secret-whitespace"))
    assert shown.request.headers.get("x-gitlab-token") == "a token"
    await s.act()
    await s.holds(lambda: captures.is_so(s, lambda stored: stored.judgement.verdict.status == "valid"))
    await engine.ask(RemoveSecret(provider="gitlab", name="mended"))


async def fetch_key(s: Scene) -> None:
    """On a capture that takes a public key the question opens, with the whole address; a key in PEM does as well."""
    before = await s.count("")
    made = message()
    fields = {name.decode(): value.decode() for name, value in made.headers if name != b"Host"}
    sent = Request(s.url, made.body.read(), fields, method="POST")
    (await asyncio.to_thread(urlopen, sent)).close()
    await until(lambda: s.window.model.rowCount() == before + 1)
    shown = await s.select(0)
    assert shown.judgement.verdict.cause == "key-unavailable"
    await s.act()
    box = await s.dialog(Question)
    assert f"GET {SNS_KEY}" in box.informativeText()
    box.reject()
    s.window.detail.show_page("signature")
    page = s.window.detail.pages.signature
    await until(page.fetch.isVisible)
    page.another.click()
    page.secret.field.setText(PEM.decode())
    page.secret.check.click()
    await s.holds(lambda: captures.is_so(s, lambda stored: stored.judgement.verdict.status == "valid"))
    await s.desk.asking.engine.ask(RemoveSecret(provider="aws-sns", name="default"))

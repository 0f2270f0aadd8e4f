"""The states that have to do with signatures: what is proved, what mends it, secrets, samples and checks."""

import asyncio
import hashlib
import json
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QListWidget, QMenu

from inspector.gui.views.app_check_dialog import AppCheckDialog
from inspector.gui.views.passphrase_dialog import PassphraseDialog
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from inspector.gui.views.receiver_dialog import ReceiverDialog
from inspector.gui.views.samples.sample_dialog import SampleDialog
from inspector.gui.views.secrets_dialog import SecretsDialog
from picture_events import (
    BEHIND_THE_PUSH,
    EVENTS,
    HANDSHAKE_AT,
    NEVER_GIVEN,
    PUSH,
    SENDERS,
    SHARED,
    changed_on_its_way,
    send_all_senders,
    signed_with_a_key,
    through_a_tunnel,
)
from picture_stage import Stage

D = TypeVar("D", bound=QDialog)
PASSPHRASE = "correct horse battery staple"


async def take_signing(stage: Stage, url: str, first: int) -> None:
    """Take them all; `first` captures came before those that are looked at."""
    await _pages(stage, url, first)
    await _dialogs(stage)
    await _secrets(stage)
    await _preferences(stage)
    await _senders(stage, url)


async def _pages(stage: Stage, url: str, first: int) -> None:
    await stage.open(first + EVENTS - BEHIND_THE_PUSH, "")
    stage.do("page-3")
    await stage.keep("signature-valid")
    await _below(stage, "signature-valid-below")
    number = await asyncio.to_thread(changed_on_its_way, url)
    await _show(stage, number, "written", "signature-rewritten")
    await _below(stage, "signature-rewritten-below")
    await stage.add("twilio", SHARED["twilio"])
    number = await asyncio.to_thread(through_a_tunnel, url)
    await _show(stage, number, "URL", "signature-url")
    stage.do("page-1")
    await stage.keep("overview-url")
    stage.do("page-3")
    number = await asyncio.to_thread(signed_with_a_key, url)
    await _show(stage, number, "key", "key-unavailable")
    await stage.dialog("fetch-key", "fetch-question")
    await stage.open(first + HANDSHAKE_AT, "")
    for page, picture in ((1, "handshake-overview"), (3, "handshake-signature"), (4, "handshake-response")):
        stage.do(f"page-{page}")
        await stage.keep(picture)
    await stage.open(first + HANDSHAKE_AT + 1, "")
    stage.do("page-3")
    await stage.keep("signature-unknown")
    await stage.dialog("find-scheme", "find-scheme")
    await stage.dialog("describe-provider", "describe-provider")


async def _dialogs(stage: Stage) -> None:
    stage.do("follow")
    stage.window.table.selectRow(0)
    await _select(stage, "github")
    dialog = await _opened(stage, "app-check", AppCheckDialog)
    await stage.keep("app-check", over=True)
    dialog.field.setPlainText(printed(PUSH.read_bytes()))
    await stage.keep("app-check-answer", over=True)
    await _close(stage)
    receiver = await _opened(stage, "test-receiver", ReceiverDialog)
    await stage.keep("receiver", over=True)
    receiver.check.click()
    await stage.until(receiver.check.isEnabled)
    await stage.keep("receiver-checked", over=True)
    await _close(stage)
    sample = await _opened(stage, "sample", SampleDialog)
    for provider in ("anthropic", "google-oidc", "discord"):
        sample.choose(provider)
        await stage.keep(f"sample-{provider}", over=True)
    sample.providers.search.setText("invoice")
    sample.form.broken.showPopup()
    await stage.keep("sample-break", over=True)
    sample.form.broken.hidePopup()
    await _close(stage)
    await stage.dialog("make-sample", "make-sample")
    menu = next(one for one in stage.window.menuBar().findChildren(QMenu) if one.title() == "Resend broken")
    menu.popup(stage.window.table.mapToGlobal(QPoint(0, 0)))
    await stage.keep("menu-resend-broken", over=True)
    await _close(stage)


async def _secrets(stage: Stage) -> None:
    dialog = await _opened(stage, "secrets", SecretsDialog)
    dialog.page.unlock_wanted.emit("file")
    await stage.until(lambda: len(stage.over()) > 1)
    passphrase = next(one for one in stage.over() if isinstance(one, PassphraseDialog))
    passphrase.new.setText(PASSPHRASE)
    passphrase.again.setText(PASSPHRASE[:7] + "x")
    await stage.keep("passphrase", over=True)
    await _close(stage)
    health, passphrases = stage.desk.asking.engine.health, stage.desk.secret_giving.passphrases
    passphrases.hear(replace(health, keeping=replace(health.keeping, file="locked", unread=3)))
    await stage.keep("secrets-locked")
    passphrases.hear(health)


async def _preferences(stage: Stage) -> None:
    dialog = await _opened(stage, "preferences", PreferencesDialog)
    groups: QListWidget = dialog.groups
    for row in range(groups.count()):
        groups.setCurrentRow(row)
        await stage.keep(f"preferences-{groups.item(row).text().lower()}", over=True)
    await _close(stage)


async def _senders(stage: Stage, url: str) -> None:
    for provider, value in SHARED.items():
        if provider not in NEVER_GIVEN:
            await stage.add(provider, value)
    before = stage.window.model.rowCount()
    await asyncio.to_thread(send_all_senders, url)
    stage.do("follow")
    await stage.rows(before + len(SENDERS))
    bar = stage.window.table.verticalScrollBar()
    for part in range(4):
        bar.setValue(part * bar.pageStep())
        await stage.keep(f"senders-{part + 1}")
    stage.do("follow")
    stage.do("fold-repeats")
    stage.desk.filtering.choose("provider:openai OR provider:stripe")
    await stage.keep("repeats-folded")
    stage.window.table.selectRow(1)
    stage.do("fold-one")
    await stage.keep("repeats-unfolded")
    stage.desk.filtering.choose("")
    stage.do("fold-repeats")


async def _show(stage: Stage, number: int, words: str, picture: str) -> None:
    await stage.until(lambda: stage.window.model.row_of(number) is not None)
    await stage.open(number, words)
    await stage.keep(picture)


async def _below(stage: Stage, picture: str) -> None:
    bar = stage.window.detail.pages.signature.verticalScrollBar()
    bar.setValue(bar.maximum())
    await stage.keep(picture)
    bar.setValue(0)


async def _select(stage: Stage, provider: str) -> None:
    """The newest of a provider whose signature is good."""
    stage.desk.filtering.choose(f"provider:{provider} signature:valid")
    await stage.until(lambda: stage.window.model.rowCount() > 0)
    await asyncio.sleep(0.5)
    stage.window.table.selectRow(0)
    await asyncio.sleep(0.5)
    stage.desk.filtering.choose("")
    await asyncio.sleep(0.5)


async def _opened(stage: Stage, name: str, kind: type[D]) -> D:
    stage.do(name)
    await stage.until(lambda: any(isinstance(one, kind) for one in stage.over()))
    return next(one for one in stage.over() if isinstance(one, kind))


async def _close(stage: Stage) -> None:
    while stage.over():
        stage.close_over()
        await asyncio.sleep(0.05)


def printed(body: bytes) -> str:
    """What an app prints that checks the JSON of a body as Python writes it."""
    content = json.dumps(json.loads(body)).encode()
    return f"webhook-inspector {len(content)} {hashlib.sha256(content).hexdigest()}"

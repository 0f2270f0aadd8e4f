"""Whether a signature still covers what is sent."""

from inspector.core.capture import Capture
from inspector.gui import words
from inspector.gui.views.editing.changes import Edited

SIGNED = ("valid", "invalid", "no-secret")
"""Verdicts over a request that carries a signature."""


def signature_remark(capture: Capture, before: Edited, after: Edited) -> str:
    """A sentence where the signature covers something that was changed, else empty."""
    verdict = capture.judgement.verdict
    if verdict.status not in SIGNED:
        return ""
    if verdict.covers_body is not False and before.body != after.body:
        return words.tr("The body differs from the one that was signed.")
    if verdict.url is not None and before.draft.target != after.draft.target:
        return words.tr("The path differs from the one that was signed.")
    return ""

"""The verdict as a title and a sentence, for the Overview and the Signature page."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from inspector.core.verdict import BY_DESIGN, FAR_AHEAD, Cause, Judgement, Verdict
from inspector.gui.faces import Face
from inspector.gui.views.detail.banner import Tone
from inspector.providers.ages import duration

CAUSES: dict[str, str] = {
    "secret-whitespace": "the secret is not kept exactly as the sender has it",
    "secret-encoding": "the secret is decoded in another way",
    "other-provider-secret": "it is signed with another secret",
    "body-reserialised": "the body was written anew after it was signed",
    "body-trailing-newline": "a line break at the end of the body was added or lost",
    "body-line-endings": "the line ends of the body were changed",
    "body-charset": "the body was changed to another charset",
    "body-decoded": "the signature is over the body in another content encoding",
    "url-differs": "the signature is over another URL",
    "algorithm-mismatch": "another algorithm was used",
    "message-layout": "the signed parts are joined in another way",
    "timestamp-stale": "the signature is too old",
    "timestamp-future": "the signature is from the future",
    "timestamp-unit": "its time is in another unit",
    "secret-kind": "what is kept as its secret is none",
    "header-malformed": "the signature cannot be read",
    "body-truncated": "the body is not whole",
    "key-unavailable": "the public key could not be had",
    "unexplained": "no cause was found",
}
"""What was proved, as the second half of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictWords:
    """How a verdict is said; `tone` is its colour."""

    tone: Tone
    title: str
    sentence: str


def tr(text: str) -> str:
    """A text in the language of the user."""
    return QCoreApplication.translate("Verdict", text)


def verdict_words(judgement: Judgement, face: Face, received_at: datetime) -> VerdictWords:
    """Say a verdict on what arrived at a time in a title and a sentence."""
    verdict = judgement.verdict
    if judgement.handshake is not None and verdict.explanation == BY_DESIGN:
        sentence = tr("A handshake of this kind carries no signature.")
        return VerdictWords(tone="neutral", title=tr("Unsigned by design."), sentence=sentence)
    match verdict.status:
        case "valid":
            return VerdictWords(tone="valid", title=tr("✓ Valid."), sentence=_matched(verdict, received_at))
        case "invalid":
            return VerdictWords(tone="invalid", title=_not_valid(judgement), sentence=verdict.explanation)
        case "no-secret":
            if verdict.cause == "key-unavailable":
                return VerdictWords(tone="warn", title=tr("Signed, not checked."), sentence=verdict.explanation)
            title = tr("%1 signed this.").replace("%1", face.label)
            return VerdictWords(tone="warn", title=title, sentence=_ask(face))
        case "unsigned":
            return VerdictWords(tone="neutral", title=tr("Unsigned."), sentence=verdict.explanation)
        case "unknown":
            return VerdictWords(tone="neutral", title=tr("Nothing to check."), sentence=verdict.explanation)


def _matched(verdict: Verdict, received_at: datetime) -> str:
    """When it was signed and with which secret; where the body is not covered the explanation has to say so."""
    secret = tr("the secret “%1”").replace("%1", verdict.secret or "")
    if verdict.secret is None or not verdict.covers_body or secret in verdict.explanation:
        return verdict.explanation
    if verdict.signed_at is None:
        return tr("It matches %1.").replace("%1", secret)
    early = (received_at - verdict.signed_at).total_seconds()
    text = (
        tr("Signed %2 before it arrived; matched %1.")
        if early >= 0
        else tr("Its time is %2 after it arrived; matched %1.")
    )
    text = text.replace("%1", secret).replace("%2", duration(abs(early)))
    return f"{text} {tr(FAR_AHEAD)}" if FAR_AHEAD in verdict.explanation else text


def _not_valid(judgement: Judgement) -> str:
    verdict = judgement.verdict
    if not verdict.final:
        return tr("✗ Not valid. Looking for the cause…")
    causes = [_cause(cause, verdict) for cause in (verdict.causes or (verdict.cause,)) if cause is not None]
    if not causes or verdict.cause == "unexplained":
        return tr("✗ Not valid.")
    return tr("✗ Not valid: %1.").replace("%1", tr(", and ").join(causes))


def _cause(cause: Cause, verdict: Verdict) -> str:
    """A cause in words; quotation marks around a secret are proved as white space is."""
    if cause == "secret-whitespace" and "quotation marks around" in verdict.explanation:
        return tr("the secret stands in quotation marks")
    if cause == "secret-whitespace" and "a quotation mark" in verdict.explanation:
        return tr("a quotation mark stands beside the secret")
    if cause == "secret-whitespace" and "is used with “" in verdict.explanation:
        return tr("the secret lacks its beginning")
    return tr(CAUSES[cause])


def _ask(face: Face) -> str:
    hint = f" ({face.secret_hint})" if face.secret_hint else ""
    return tr("Paste %1 to check it.").replace("%1", face.secret_words + hint)

"""Causes of failures: named when computed, never when not."""

import gzip
import hmac
import json
import logging
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose, readable_content
from inspector.providers.judging import AT_ONCE, judge
from tests.providers.made import (
    BODY,
    NOW,
    STRIPE,
    VALUES,
    basis,
    diagnosed,
    judged,
    request,
    secret,
    signed,
    with_body,
    with_header,
)

WRONG = b"whsec_another"
INNER = json.dumps({"type": "a", "list": [1, 2.5, {}], "text": "Zoë"}, indent=2).encode()


def stripe(value: bytes, name: str = "production") -> Secret:
    """A stored secret of Stripe."""
    return secret("stripe", value, name)


def unpack(content: bytes, encoding: str) -> bytes:
    """What the engine passes in to undo content encodings."""
    if encoding != "gzip":
        raise ValueError(encoding)
    return gzip.decompress(content)


@pytest.mark.parametrize("kwargs", [{}, {"indent": 2}, {"indent": 4}, {"indent": "\t"}, {"sort_keys": True}])
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("compact", [True, False])
def test_bodies_that_python_wrote_anew(kwargs: dict[str, object], ascii_only: bool, compact: bool) -> None:
    """What json.dumps made of the body that arrived is found, however it is called."""
    document = json.loads(INNER)
    separators = (",", ":") if compact and "indent" not in kwargs else None
    text = json.dumps(document, ensure_ascii=ascii_only, separators=separators, **kwargs)  # type: ignore[arg-type]
    made = with_body(signed("stripe", text.encode()), BODY.replace(BODY, json.dumps(document, indent=3).encode()))

    verdict = diagnosed(made, stripe(STRIPE)).verdict

    assert verdict.causes == ("body-reserialised",)
    assert "the body is written" in verdict.explanation


def test_bodies_that_node_wrote_anew() -> None:
    """What the real JSON.stringify makes of a body is found, numbers included."""
    arrived = b'{ "a": 1.50, "big": 1152921505151679042, "e": 1e3, "small": 1e-7, "2": "\\u00e9/", "l": [ ] }'
    program = "process.stdout.write(JSON.stringify(JSON.parse(require('fs').readFileSync(0,'utf8'))))"
    node = shutil.which("node")
    written = (
        subprocess.run([node, "-e", program], input=arrived, capture_output=True, check=True).stdout
        if node
        else '{"2":"é/","a":1.5,"big":1152921505151679000,"e":1000,"small":1e-7,"l":[]}'.encode()
    )
    verdict = diagnosed(with_body(signed("stripe", written), arrived), stripe(STRIPE)).verdict

    assert verdict.cause == "body-reserialised"


def test_a_body_that_php_wrote_anew() -> None:
    """json_encode escapes slashes and everything beyond ASCII."""
    written = b'{"url":"https:\\/\\/x.de","name":"Zo\\u00eb"}'
    verdict = diagnosed(with_body(signed("stripe", written), json_body()), stripe(STRIPE)).verdict

    assert verdict.cause == "body-reserialised"
    assert "PHP" in verdict.explanation


def json_body() -> bytes:
    """The same document as other programs write it."""
    return json.dumps({"url": "https://x.de", "name": "Zoë"}, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("sent", "arrived", "cause"),
    [
        (BODY, BODY + b"\n", "body-trailing-newline"),
        (BODY, BODY + b"\r\n", "body-trailing-newline"),
        (BODY + b"\n", BODY, "body-trailing-newline"),
        (BODY + b"\r\n", BODY, "body-trailing-newline"),
        (b"a\nb", b"a\r\nb", "body-line-endings"),
        (b"a\r\nb", b"a\nb", "body-line-endings"),
        ("Zoë".encode(), "Zoë".encode("latin-1"), "body-charset"),
        ("Zoë".encode("cp1252"), "Zoë".encode(), "body-charset"),
        (b"\xef\xbb\xbf{}", b"{}", "body-charset"),
        (b"{}", b"\xef\xbb\xbf{}", "body-charset"),
        (b"Zo\xc3\xab", b"Zoe\xcc\x88", "body-charset"),
        (BODY, BODY.replace(b"evt_1", b"evt_2"), "unexplained"),
        (BODY, BODY.replace(b"Zo", b"zo"), "unexplained"),
    ],
)
def test_bodies_that_changed_on_their_way(sent: bytes, arrived: bytes, cause: str) -> None:
    """A change that programs make is named; any other text is not excused."""
    verdict = diagnosed(with_body(signed("stripe", sent), arrived), stripe(STRIPE)).verdict

    assert (verdict.cause, verdict.status) == (cause, "invalid")


def test_a_body_whose_encoding_was_undone_or_not() -> None:
    """A signature over the inner bytes of a compressed body, and one over the compressed bytes of a plain one."""
    packed = gzip.compress(BODY, mtime=0)
    arrived = with_header(with_body(signed("stripe"), packed), "Content-Encoding", "gzip")
    known = basis(stripe(STRIPE))
    inner = diagnose(arrived, judge(arrived, known), known, seconds=20, decode=unpack)
    outer = diagnosed(with_body(signed("stripe", packed), BODY), stripe(STRIPE))
    sealed = diagnosed(arrived, stripe(STRIPE))

    assert (inner.verdict.cause, inner.event) == ("body-decoded", "demo.created")
    assert outer.verdict.cause == "body-decoded"
    assert sealed.verdict.cause == "unexplained"


def test_a_compressed_body_is_read_for_its_event() -> None:
    """A valid signature over compressed bytes stays valid; event and gist come from inside."""
    packed = gzip.compress(b'{"type":"charge.succeeded","data":{"object":{"amount":500,"currency":"jpy","id":"ch_1"}}}')
    made = with_header(signed("stripe", packed), "Content-Encoding", "gzip")
    known = basis(stripe(STRIPE))
    judgement = diagnose(made, judge(made, known), known, decode=unpack)

    assert (judgement.verdict.status, judgement.verdict.final) == ("valid", True)
    assert (judgement.event, judgement.gist) == ("charge.succeeded", "500 JPY · ch_1")


def test_a_time_in_another_unit() -> None:
    """The message was signed with seconds, the header says milliseconds; or the library reads the wrong unit."""
    made = signed("stripe")
    value = (made.headers.get("stripe-signature") or "").replace("t=1700000000", "t=1700000000123")
    found = diagnosed(with_header(made, "Stripe-Signature", value), stripe(STRIPE)).verdict
    body = b"v0:1700000000000:" + BODY
    slack = with_header(signed("slack"), "X-Slack-Request-Timestamp", "1700000000000")
    digest = hmac.digest(VALUES["slack"], body, "sha256").hex()
    at_once = judged(with_header(slack, "X-Slack-Signature", f"v0={digest}"), secret("slack")).verdict

    finer = with_header(signed("slack"), "X-Slack-Request-Timestamp", "1700000000000000")
    digest = hmac.digest(VALUES["slack"], b"v0:1700000000000000:" + BODY, "sha256").hex()
    told = judged(with_header(finer, "X-Slack-Signature", f"v0={digest}"), secret("slack")).verdict

    assert "its time is written in microseconds where Slack expects seconds" in told.explanation
    assert found.causes == ("timestamp-unit",)
    assert (at_once.matches, at_once.causes, at_once.final) == (True, ("timestamp-unit",), True)


def test_the_old_signature_proves_the_body() -> None:
    """GitHub's SHA-1 matches, so it was the other header that changed."""
    value = hmac.digest(VALUES["github"], BODY, "sha1").hex()
    made = with_header(signed("github"), "X-Hub-Signature", f"sha1={value}")
    verdict = diagnosed(with_header(made, "X-Hub-Signature-256", "sha256=" + "0" * 64), secret("github")).verdict

    assert verdict.cause == "header-malformed"
    assert "X-Hub-Signature matches with “production”" in verdict.explanation


def test_two_changes_at_once() -> None:
    """Both are named, and the age where it would be the next reason to refuse."""
    made = with_body(signed("stripe", b'{"a":1}'), b'{ "a": 1 }')
    both = diagnosed(made, stripe(STRIPE + b"\n")).verdict
    go = diagnosed(with_body(signed("stripe", b'{"a":1}\n'), b'{ "a": 1 }'), stripe(STRIPE)).verdict
    late = diagnosed(replace(signed("stripe"), received_at=NOW + timedelta(hours=1)), stripe(STRIPE + b"\n")).verdict

    assert both.causes == ("secret-whitespace", "body-reserialised")
    assert go.causes == ("body-reserialised", "body-trailing-newline")
    assert late.causes == ("secret-whitespace", "timestamp-stale")
    assert late.explanation.endswith(
        "It would still be refused: it was signed 60 min before it arrived; Stripe allows 5 min."
    )


def test_what_is_only_seen_is_named_last() -> None:
    """A cut body and an API key are named only because nothing that was computed matched."""
    cut = diagnosed(replace(with_body(signed("stripe"), BODY[:-9]), complete=False), stripe(STRIPE)).verdict
    ends = diagnosed(with_body(signed("stripe"), BODY[:-9]), stripe(STRIPE)).verdict
    kind = diagnosed(signed("stripe"), stripe(b"sk_live_1234567890")).verdict
    proved = diagnosed(signed("stripe", secret=b"sk_live_1\n"), stripe(b"sk_live_1")).verdict

    assert (cut.cause, ends.cause, kind.cause) == ("body-truncated", "body-truncated", "secret-kind")
    assert "API key" in kind.explanation
    assert proved.cause == "secret-whitespace"


def test_unexplained_says_how_many_were_tried() -> None:
    """Nothing is guessed: the number of computations and what is left to suspect."""
    verdict = diagnosed(signed("stripe"), stripe(WRONG, "old"), stripe(WRONG + b"2", "new")).verdict

    assert (verdict.cause, verdict.causes, verdict.final) == ("unexplained", ("unexplained",), True)
    assert verdict.tried > 1000
    assert f"{verdict.tried:,} variants" in verdict.explanation
    assert "“old” or “new”" in verdict.explanation


def test_what_a_large_body_leaves_untried_is_said() -> None:
    """One rewriting alone takes longer than the search may, so not all was tried."""
    large = with_body(signed("stripe"), b'{"a": "' + b"x" * 1_200_000 + b'"}')
    said = diagnosed(large, stripe(WRONG), variants=50).verdict.explanation

    assert "written anew on its way was not tried: it has 1.2 MB" in said
    assert "All " not in said
    assert "written anew" not in diagnosed(signed("stripe"), stripe(WRONG), variants=50).verdict.explanation


def test_the_search_is_limited() -> None:
    """By the number of computations and by time, and it says that it stopped."""
    few = diagnosed(signed("stripe"), stripe(WRONG), variants=50).verdict
    short = diagnosed(signed("stripe"), stripe(WRONG), seconds=0.0).verdict

    assert (few.tried, short.tried) == (51, 1)
    assert "no time for more" in few.explanation
    assert short.cause == "unexplained"


def test_large_bodies_are_judged_here(tmp_path: Path) -> None:
    """What was too large on arrival is checked in pieces, event and gist included where it can be read."""
    body = b'{"type":"big.event","data":{"object":{"id":"x_1"}}}' + b" " * AT_ONCE
    made = signed("stripe", body)
    (tmp_path / "body").write_bytes(body)
    filed = replace(made, body=replace(Body.of(body), content=None, path=tmp_path / "body"))

    for arrived in (made, filed):
        assert judged(arrived, stripe(STRIPE)).verdict.final is False
        judgement = diagnosed(arrived, stripe(STRIPE))
        assert (judgement.verdict.status, judgement.verdict.final) == ("valid", True)
        assert (judgement.event, judgement.gist) == ("big.event", "x_1")
    assert diagnosed(filed, stripe(STRIPE + b"\n")).verdict.cause == "secret-whitespace"


def test_a_body_whose_file_is_gone(tmp_path: Path) -> None:
    """The verdict says so and is final, so that nobody waits for it."""
    gone = replace(signed("stripe"), body=Body(size=AT_ONCE * 2, sha256="", content=None, path=tmp_path / "none"))
    judgement = diagnosed(gone, stripe(STRIPE))

    assert (judgement.provider, judgement.verdict.final) == ("stripe", True)
    assert "is gone" in judgement.verdict.explanation


def test_final_judgements_stay(caplog: pytest.LogCaptureFixture) -> None:
    """Valid, stale and unknown requests come out as they went in, and a bug of ours is logged."""
    for made in (signed("stripe"), replace(signed("stripe"), received_at=NOW + timedelta(days=1)), request({})):
        assert diagnosed(made, stripe(STRIPE)) == judged(made, stripe(STRIPE))
    broken: Request = None  # type: ignore[assignment]
    with caplog.at_level(logging.ERROR):
        assert diagnose(broken, Judgement(), Basis()).verdict.final


def test_readable_content_is_bounded_and_decoded() -> None:
    """Bodies that cannot be decoded are read as they came; without a decoder nothing is undone."""
    made = with_header(with_body(signed("stripe"), gzip.compress(b"{}")), "Content-Encoding", "gzip")

    assert readable_content(made, unpack) == b"{}"
    assert readable_content(made, None) == made.body.read()
    assert readable_content(with_header(made, "Content-Encoding", "br"), unpack) == made.body.read()

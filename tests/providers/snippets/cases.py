"""Deliveries signed in every way that snippets can verify, and a program to run a snippet with one."""

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.asymmetric import public_pem
from inspector.providers.basis import Basis
from inspector.providers.explanation import reading_of
from inspector.providers.judging import judge
from inspector.providers.layout import Basic, Layout, Listed, Pairs, Positional, Single
from inspector.providers.message import message
from inspector.providers.payload import Payload
from inspector.providers.place import place, places
from inspector.providers.provider import Provider
from inspector.providers.reading import read_all
from inspector.providers.registry import BY_ID
from inspector.providers.samples.registry import events_of
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.signing import sign_request
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan, plan_of
from inspector.providers.verdicts import SAMPLE_SETTING
from tests.providers.made import NOW, STANDARD, request
from tests.providers.samples.sent import SECRETS, arrived

BODY = '{"id":"evt_1","text":"Zoë \\u003c $1 #{2} %s"}\r\n'.encode() + b"\x00\xff"
HEX = b"00ff10a5" * 8
SIGNED = place("header:X-Signature")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One way to sign."""

    name: str
    scheme: Scheme
    secret: bytes


def _hmac(name: str, secret: bytes = b"s3cr$t#{x}\\", **more: object) -> Case:
    settings: dict[str, object] = {
        "id": name, "algorithm": "hmac-sha256", "place": SIGNED, "layout": Single(), **more
    }  # fmt: skip
    return Case(name=name, scheme=Scheme(**settings), secret=secret)  # type: ignore[arg-type]


def _pairs(name: str, **more: str) -> Layout:
    return Pairs(name=name, fields=("t",), **more)


TIMED = message("{t}.{body}", fields=("t",))
TIME = Timestamp(part="t", tolerance_s=300)
CASES: tuple[Case, ...] = (
    _hmac("bare"),
    _hmac("prefix", layout=Single(prefix="sha256="), algorithm="hmac-sha1", encoding="base64"),
    _hmac("sha512 base64url", algorithm="hmac-sha512", encoding="base64url"),
    _hmac("pairs", layout=_pairs("v1"), message=TIMED, timestamp=TIME),
    _hmac("pairs with semicolons", layout=_pairs("h1", separator=";"), message=TIMED, timestamp=TIME),
    _hmac("positions", layout=Positional(fields=("t",)), message=TIMED, timestamp=TIME),
    _hmac(
        "standard webhooks", STANDARD, layout=Listed(prefix="v1,"), encoding="base64", keys=("whsec",),
        message=message("{webhook-id}.{webhook-timestamp}.{body}"),
        timestamp=Timestamp(part="webhook-timestamp", tolerance_s=300),
    ),
    _hmac("bare in a list", layout=Listed(prefix="v1,", bare=True), keys=("whsec or utf-8",)),
    _hmac("decoded by its prefix", STANDARD, keys=("whsec or utf-8",)),
    _hmac("as a dashboard shows it", b"v1," + STANDARD, keys=("v1,whsec",)),
    _hmac("hex key", HEX, keys=("hex",)),
    _hmac("base64 key", b"AP8QpQD/EKU=", keys=("base64",)),
    _hmac("hashed key", keys=("sha1",)),
    _hmac("HTML key", b"a&amp;b&quot;c&#039;", keys=("html",)),
    _hmac("plain key in NFKD", keys=("nfkd",)),
    _hmac("parts around the body", message=message("v0:{X-Time}:{body}:{method}\n{target}")),
    _hmac("hash of the body", message=message("{X-Time}|{sha256(body)}")),
    _hmac("hash behind", algorithm="sha1 behind", message=message("{body}{X-Time}")),
    _hmac("hash before", algorithm="sha256 before"),
    _hmac("two headers", also=places("header:X-Second")),
    _hmac("token", algorithm="token", encoding="plain"),
    _hmac("token behind a word", algorithm="token", encoding="plain", layout=Single(prefix="Bearer ")),
    _hmac("basic", b"user:pa$$ word", algorithm="token", encoding="plain", layout=Basic()),
)  # fmt: skip


def sent(case: Case, body: bytes = BODY) -> Request:
    """The delivery."""
    provider = Provider(id="custom:x", name="Some & Sons", category="dev", marks=(), schemes=(case.scheme,))
    bare = request({"X-Time": "1700000000 \xe9"}, body)
    return sign_request("custom:x", bare, secret=case.secret, now=NOW, scheme_id=case.scheme.id, custom=(provider,))


def planned(case: Case) -> Plan:
    """How it is verified."""
    made = sent(case)
    [reading] = read_all(case.scheme, Payload(made, BODY))
    plan = plan_of(reading, "Some & Sons")
    assert isinstance(plan, Plan), plan
    return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a snippet: its program, the file with the body, and what the environment holds."""

    name: str
    program: Path
    body: Path
    environment: Mapping[str, str]


SAMPLED = (
    "adyen", "authorize-net", "aws-sns", "braintree", "contentful", "discord", "dropbox-sign", "ebay", "fal", "hygraph",
    "livekit", "mailgun", "mandrill", "messagebird", "murf", "netlify", "paddle-classic", "paypal", "plaid", "plivo",
    "twilio", "wix",
)  # fmt: skip
"""Providers whose samples take all that the cases above do not: public keys, tokens, values of the payload."""
TOKEN = "plaid"
"""The one of them whose token is signed with a private key; its last character is A, Q, g or w."""


@cache
def sampled(id: str) -> tuple[Plan, bytes, bytes, Mapping[str, str]]:
    """How a provider's sample is verified, its body, the same with one byte changed, and the environment."""
    made = arrived(events_of(id)[0])
    body, secret = made.body.read(), SECRETS[id]
    basis = Basis(secrets={id: (secret, Secret(provider=id, name="setting", value=SAMPLE_SETTING))})
    reading = reading_of(BY_ID[id], Payload(made, body), judge(made, basis).verdict)
    assert reading is not None
    plan = plan_of(reading, BY_ID[id].name, secret=secret)
    assert isinstance(plan, Plan), plan
    value = public_pem(secret.value) if plan.is_asymmetric else secret.value.decode()
    changes = (body[:at] + b"7" + body[at + 1 :] for at in range(1, len(body)) if body[at : at + 1].isalnum())
    other = next(
        one
        for one in changes
        if one != body and judge(replace(made, body=Body.of(one)), basis).verdict.status == "invalid"
    )
    return plan, body, other, {SECRET: value, "WEBHOOK_ID": SAMPLE_SETTING.decode()}


def runs(language: Language, folder: Path, samples: Sequence[str] = SAMPLED) -> list[Run]:
    """Two for each case: the delivery as it came, and with one byte changed."""
    found: list[Run] = []
    for number, case in enumerate(CASES):
        plan = planned(case)
        received = sent(case).headers.get("x-signature") or ""
        other = BODY.replace(b"evt_1", b"evt_2")
        written = _written(language, folder, number, plan, (BODY, other))
        for changed, file in enumerate(written[1:]):
            given = received[:-4] + "X" + received[-3:] if plan.is_token and changed else received
            environment = {SECRET: case.secret.decode(), RECEIVED: given}
            found.append(Run(name=case.name, program=written[0], body=file, environment=environment))
    for number, id in enumerate(samples, len(CASES)):
        plan, body, other, variables = sampled(id)
        written = _written(language, folder, number, plan, (body, other))
        found += [Run(name=id, program=written[0], body=file, environment=variables) for file in written[1:]]
    return [*found, _other_bits(language, folder)] if TOKEN in samples else found


def _other_bits(language: Language, folder: Path) -> Run:
    """A token whose last character means the same bytes and others behind them, which no sender writes."""
    plan, body, _, variables = sampled(TOKEN)
    token = next(value.decode() for _, value in plan.headers if value.count(b".") == 2)
    program, file, _ = _written(language, folder, len(CASES) + len(SAMPLED), plan, (body, body))
    code = program.read_text(encoding="utf-8")
    assert token in code
    program.write_text(code.replace(token, token[:-1] + chr(ord(token[-1]) + 1)), encoding="utf-8")
    return Run(name="other bits", program=program, body=file, environment=variables)


def _written(language: Language, folder: Path, number: int, plan: Plan, bodies: tuple[bytes, bytes]) -> list[Path]:
    """The program and the two bodies as files."""
    inside = folder / f"p{number}"
    inside.mkdir()
    files = [inside / language.file, inside / "body.bin", inside / "other.bin"]
    files[0].write_text(language.write(plan), encoding="utf-8")
    for file, body in zip(files[1:], bodies, strict=True):
        file.write_bytes(body)
    return files


EXPECTED = [code for name in (*(case.name for case in CASES), *SAMPLED) for code in ((name, 0), (name, 1))]
EXPECTED.append(("other bits", 1))
"""What the runs have to end with."""


def exit_codes(command: Sequence[str | Path], all_runs: Sequence[Run]) -> list[tuple[str, int]]:
    """Of each run its name and exit code: a driver in their language gets all of them and prints a code a line.

    One process is quicker than one for each.
    """
    given = json.dumps([[str(run.program), str(run.body), dict(run.environment)] for run in all_runs])
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    lines = done.stdout.split()
    codes = [int(word) for word in lines if word.isdigit()]
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("not valid") == codes.count(1), done.stderr
    return [(run.name, code) for run, code in zip(all_runs, codes, strict=True)]


def program_of(name: str) -> str | None:
    """The program that runs a language, where this machine has it."""
    return shutil.which(name)

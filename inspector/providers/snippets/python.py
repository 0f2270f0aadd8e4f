"""The snippet in Python, 3.9 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Piece, Plan
from inspector.providers.snippets.writing import code, opening, quoted, usage

_WHSEC = 'base64.b64decode((text := secret.removeprefix("whsec_").rstrip("=")) + "=" * (-len(text) % 4))'
KEYS: Mapping[KeyForm, str] = {
    "utf-8": "secret.encode()",
    "whsec": _WHSEC,
    "whsec or utf-8": f'{_WHSEC} if secret.startswith("whsec_") else secret.encode()',
    "v1,whsec": _WHSEC.replace("whsec_", "v1,whsec_"),
    "hex": "bytes.fromhex(secret)",
    "base64": "base64.b64decode(secret)",
    "sha1": "hashlib.sha1(secret.encode()).digest()",
    "nfkd": 'unicodedata.normalize("NFKD", secret).encode()',
    "html": "html.unescape(secret).encode()",
}
ENCODINGS = {
    "hex": "digest.hex()",
    "base64": "base64.b64encode(digest).decode()",
    "base64url": 'base64.urlsafe_b64encode(digest).decode().rstrip("=")',
}


def write(plan: Plan) -> str:
    """The program."""
    run = "python verify.py" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "#", run)
    if plan.is_token:
        return code(lines, _imports(plan), "", _usage(plan, run), _token(plan), _ending())
    headers = [f"    {quoted(name)}: {quoted(value)}," for name, value in plan.headers]
    message = " + ".join(map(_piece, plan.pieces)) or 'b""'
    if plan.secret_at == "key":
        digest = f"hmac.new(key, message, hashlib.{plan.hash}).digest()"
    else:
        joined = "key + message" if plan.secret_at == "before" else "message + key"
        digest = f"hashlib.{plan.hash}({joined}).digest()"
    return code(
        lines,
        _imports(plan),
        "",
        _usage(plan, run),
        "HEADERS = {",
        headers,
        "}",
        'with open(sys.argv[1], "rb") as file:',
        "    body = file.read()",
        f'secret = os.environ["{SECRET}"]',
        "",
        _signatures(plan),
        "",
        f"key = {KEYS[plan.key]}",
        f"message = {message}",
        f"digest = {digest}",
        f"expected = {ENCODINGS[plan.encoding]}",
        _ending(),
    )


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = f'"{RECEIVED}" not in os.environ' if plan.is_token else "len(sys.argv) < 2"
    return [
        f'if "{SECRET}" not in os.environ or {wanted}:',
        f'    print("{usage(plan, run)}", file=sys.stderr)',
        "    sys.exit(2)",
        "",
    ]


def _imports(plan: Plan) -> list[str]:
    names = {"hmac", "os", "sys"}
    if plan.hash:
        names.add("hashlib")
    if plan.encoding.startswith("base64") or plan.key in ("whsec", "whsec or utf-8", "v1,whsec", "base64"):
        names.add("base64")
    if isinstance(plan.layout, Basic):
        names.add("base64")
    if plan.key == "nfkd":
        names.add("unicodedata")
    if plan.key == "html":
        names.add("html")
    return [f"import {name}" for name in sorted(names)]


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "literal":
            return f"b{quoted(piece.raw)}"
        case "header":
            return f'HEADERS[{quoted(piece.name)}].encode("latin-1")'
        case "field":
            return f'fields[{quoted(piece.name)}].encode("latin-1")'
        case "sha256":
            return "hashlib.sha256(body).hexdigest().encode()"
        case "body":
            return "body"


def _signatures(plan: Plan) -> list[str]:
    value = f"HEADERS[{quoted(plan.signatures[0])}]"
    start, indent = [f"value = {value}"], ""
    if len(plan.signatures) > 1:
        names = ", ".join(map(quoted, plan.signatures))
        start, indent = ["signatures = []", f"for value in (HEADERS[name] for name in ({names})):"], "    "
    collect = "signatures +=" if indent else "signatures ="
    match plan.layout:
        case Single(prefix=""):
            rest = [f"{collect} [value]"]
        case Single(prefix=prefix):
            name = quoted(prefix)
            rest = [f"{collect} [value[{len(prefix)}:]] if value.startswith({name}) else []"]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            name, cut = quoted(prefix), len(prefix)
            rest = [
                f"entries = value.split({quoted(separator)})",
                f"{collect} [entry[{cut}:] for entry in entries if entry.startswith({name})]",
            ]
            if bare:
                rest.append('signatures += [entry for entry in entries if entry and "," not in entry]')
        case Pairs(name=name, separator=separator):
            rest = [
                f'pairs = [item.partition("=")[::2] for item in value.split({quoted(separator)})]',
                f"{collect} [text for name, text in pairs if name == {quoted(name)}]",
            ]
            if plan.fields:
                rest.append("fields = dict(reversed(pairs))")
        case Positional(fields=fields, separator=separator):
            rest = [f"items = [item.strip() for item in value.split({quoted(separator)})]"]
            if plan.fields:
                rest.append(f"fields = dict(zip([{', '.join(map(quoted, fields))}], items))")
            rest.append(f"{collect} items[{len(fields)}:]")
        case _:
            rest = [f"{collect} [value]"]
    return start + [indent + line for line in rest]


def _token(plan: Plan) -> list[str]:
    start = [f'secret = os.environ["{SECRET}"]', f'value = os.environ["{RECEIVED}"]']
    if isinstance(plan.layout, Basic):
        return [
            *start,
            'scheme, _, text = value.partition(" ")',
            'signatures = [base64.b64decode(text).decode("latin-1")] if scheme.lower() == "basic" else []',
            "expected = secret",
        ]
    prefix = plan.layout.prefix if isinstance(plan.layout, Single) else ""
    return [
        *start,
        f"signatures = [value[{len(prefix)}:]] if value.startswith({quoted(prefix)}) else []"
        if prefix
        else "signatures = [value]",
        "expected = secret",
    ]


def _ending() -> list[str]:
    return [
        "",
        "valid = any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures)",
        'print("valid" if valid else "not valid")',
        "sys.exit(0 if valid else 1)",
    ]


PYTHON = Language(id="python", name="Python", file="verify.py", write=write)

"""The snippet in Python, 3.9 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan
from inspector.providers.snippets.python_parts import (
    COMPARE,
    EMPTY,
    TOKEN,
    checking,
    claims,
    functions,
    imports,
    piece,
    text,
)
from inspector.providers.snippets.writing import code, opening, quoted, usage
from inspector.providers.snippets.written import Matching, Packed

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
    needs = ("It takes the package cryptography: the standard library checks no signature with a public key.",)
    lines = opening(plan, "#", run, *(needs if plan.is_asymmetric else ()))
    if plan.is_token:
        inside = [*_usage(plan, run), *_token(plan), "", *COMPARE, *_ending()]
        return code(lines, imports(inside, plan), "", inside)
    headers = [f"    {quoted(name)}: {quoted(value)}," for name, value in plan.headers]
    inside = [
        *(["HEADERS = {", *headers, "}"] if headers else []),
        *([f'PUBLIC_KEY = b"""\\\n{plan.public_key}"""'] if plan.public_key else []),
        'with open(sys.argv[1], "rb") as file:',
        "    body = file.read()",
        *([] if plan.public_key else [f'secret = os.environ["{SECRET}"]']),
        "",
    ]
    rest = [
        *_signatures(plan),
        "",
        *(TOKEN if plan.claims is not None else [f"message = {' + '.join(map(piece, plan.pieces)) or EMPTY}"]),
        *(_with_public_key(plan) if plan.is_asymmetric else _with_secret(plan)),
        *claims(plan),
        *_ending(),
    ]
    made = functions(plan, rest)
    return code(lines, imports([*made, *rest, *inside], plan), "", _usage(plan, run), inside, made, rest)


def _with_secret(plan: Plan) -> list[str]:
    joined = "key + message" if plan.secret_at == "before" else "message + key"
    digest = (
        f"hmac.new(key, message, hashlib.{plan.hash})" if plan.method == "hmac" else f"hashlib.{plan.hash}({joined})"
    )
    return [
        f"key = {KEYS[plan.key]}",
        f"digest = {digest}.digest()",
        f"expected = {ENCODINGS[plan.encoding]}",
        *COMPARE,
    ]


def _with_public_key(plan: Plan) -> list[str]:
    key = "PUBLIC_KEY" if plan.public_key else "secret.encode()"
    return [
        f"key = load_pem_public_key({key})",
        *checking(plan),
        "",
        "",
        "valid = any(is_signed(one) for one in signatures)",
    ]


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = [f'"{name}" not in os.environ' for name in plan.variables]
    wanted += [] if plan.is_token else ["len(sys.argv) < 2"]
    return [
        f"if {' or '.join(wanted)}:",
        f'    print("{usage(plan, run)}", file=sys.stderr)',
        "    sys.exit(2)",
        "",
    ]


def _signatures(plan: Plan) -> list[str]:
    values = list(map(text, plan.signatures))
    start, indent = [f"value = {values[0]}{'.strip()' if plan.claims is not None else ''}"], ""
    if len(values) > 1:
        start, indent = ["signatures = []", f"for value in ({', '.join(values)}):"], "    "
    collect = "signatures +=" if indent else "signatures ="
    return start + [indent + line for line in _reading(plan, collect)]


def _reading(plan: Plan, collect: str) -> list[str]:
    match plan.layout:
        case Single(prefix=prefix, upper=upper):
            taken = f"[value[{len(prefix)}:]{'.lower()' if upper else ''}]" if prefix else "[value]"
            return [f"{collect} {taken}" + (f" if value.startswith({quoted(prefix)}) else []" if prefix else "")]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            name, cut = quoted(prefix), len(prefix)
            rest = [
                f"entries = value.split({quoted(separator)})",
                f"{collect} [entry[{cut}:] for entry in entries if entry.startswith({name})]",
            ]
            if bare:
                rest.append('signatures += [entry for entry in entries if entry and "," not in entry]')
            return rest
        case Pairs(name=name, separator=separator):
            rest = [
                f'pairs = [item.partition("=")[::2] for item in value.split({quoted(separator)})]',
                f"{collect} [text for name, text in pairs if name == {quoted(name)}]",
            ]
            if plan.fields:
                rest.append("fields = dict(reversed(pairs))")
            return rest
        case Positional(fields=fields, separator=separator):
            rest = [f"items = [item.strip() for item in value.split({quoted(separator)})]"]
            if plan.fields:
                rest.append(f"fields = dict(zip([{', '.join(map(quoted, fields))}], items))")
            return [*rest, f"{collect} items[{len(fields)}:]"]
        case Matching(pattern=pattern):
            return [f"{collect} re.findall({quoted(pattern)}, value)"]
        case Packed():
            return [f'{collect} [json.loads(base64.b64decode(value))["signature"]]']
        case Basic():
            return [f"{collect} [value]"]


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
    return ["", 'print("valid" if valid else "not valid")', "sys.exit(0 if valid else 1)"]


PYTHON = Language(id="python", name="Python", file="verify.py", write=write)

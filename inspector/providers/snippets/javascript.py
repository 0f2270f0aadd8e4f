"""The snippet in JavaScript for node 18 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Piece, Plan
from inspector.providers.snippets.writing import code, opening, quoted, usage

_WHSEC = 'Buffer.from(secret.replace(/^whsec_/, ""), "base64")'
KEYS: Mapping[KeyForm, str] = {
    "utf-8": "Buffer.from(secret)",
    "whsec": _WHSEC,
    "whsec or utf-8": f'secret.startsWith("whsec_") ? {_WHSEC} : Buffer.from(secret)',
    "v1,whsec": _WHSEC.replace("whsec_", "v1,whsec_"),
    "hex": 'Buffer.from(secret, "hex")',
    "base64": 'Buffer.from(secret, "base64")',
    "sha1": 'crypto.createHash("sha1").update(secret).digest()',
    "nfkd": 'Buffer.from(secret.normalize("NFKD"))',
    "html": (
        "Buffer.from(secret.replace(/&(amp|lt|gt|quot|#0?39);/g, (all, name) => "
        '({ amp: "&", lt: "<", gt: ">", quot: \'"\' })[name] ?? "\'"))'
    ),
}


def write(plan: Plan) -> str:
    """The program."""
    run = "node verify.cjs" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "//", run)
    imports = ['const crypto = require("node:crypto");']
    if plan.is_token:
        return code(lines, imports, "", _usage(plan, run), _token(plan), _ending())
    imports.append('const fs = require("node:fs");')
    headers = [f"  {quoted(name)}: {quoted(value)}," for name, value in plan.headers]
    if plan.secret_at == "key":
        digest = f'crypto.createHmac("{plan.hash}", key).update(message).digest("{plan.encoding}")'
    else:
        joined = "[key, message]" if plan.secret_at == "before" else "[message, key]"
        digest = f'crypto.createHash("{plan.hash}").update(Buffer.concat({joined})).digest("{plan.encoding}")'
    return code(
        lines,
        imports,
        "",
        _usage(plan, run),
        "const headers = {",
        headers,
        "};",
        "const body = fs.readFileSync(process.argv[2]);",
        f"const secret = process.env.{SECRET};",
        "",
        _signatures(plan),
        "",
        f"const key = {KEYS[plan.key]};",
        f"const message = Buffer.concat([{', '.join(map(_piece, plan.pieces))}]);",
        f"const expected = {digest};",
        _ending(),
    )


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = f"process.env.{RECEIVED} === undefined" if plan.is_token else "process.argv.length < 3"
    return [
        f"if (process.env.{SECRET} === undefined || {wanted}) {{",
        f'  console.error("{usage(plan, run)}");',
        "  process.exit(2);",
        "}",
        "",
    ]


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "literal":
            return f'Buffer.from({quoted(piece.raw)}, "latin1")'
        case "header":
            return f'Buffer.from(headers[{quoted(piece.name)}], "latin1")'
        case "field":
            return f'Buffer.from(fields[{quoted(piece.name)}], "latin1")'
        case "sha256":
            return 'Buffer.from(crypto.createHash("sha256").update(body).digest("hex"))'
        case "body":
            return "body"


def _signatures(plan: Plan) -> list[str]:
    names = ", ".join(map(quoted, plan.signatures))
    lines = ["const signatures = [];"]
    if plan.fields:
        lines.append("const fields = {};")
    return [*lines, f"for (const value of [{names}].map((name) => headers[name])) {{", *_reading(plan), "}"]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["  signatures.push(value);"]
        case Single(prefix=prefix):
            return [f"  if (value.startsWith({quoted(prefix)})) signatures.push(value.slice({len(prefix)}));"]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            lines = [
                f"  for (const entry of value.split({quoted(separator)})) {{",
                f"    if (entry.startsWith({quoted(prefix)})) signatures.push(entry.slice({len(prefix)}));",
            ]
            if bare:
                lines.append('    else if (entry && !entry.includes(",")) signatures.push(entry);')
            return [*lines, "  }"]
        case Pairs(name=name, separator=separator):
            lines = [
                f"  for (const item of value.split({quoted(separator)})) {{",
                '    const at = item.indexOf("=");',
                "    const name = item.slice(0, at), text = item.slice(at + 1);",
                f"    if (name === {quoted(name)}) signatures.push(text);",
            ]
            if plan.fields:
                lines.append("    else if (!(name in fields)) fields[name] = text;")
            return [*lines, "  }"]
        case Positional(fields=fields, separator=separator):
            lines = [f"  const items = value.split({quoted(separator)}).map((item) => item.trim());"]
            if plan.fields:
                lines += [f"  fields[{quoted(name)}] = items[{place}];" for place, name in enumerate(fields)]
            return [*lines, f"  signatures.push(...items.slice({len(fields)}));"]
        case _:
            return ["  signatures.push(value);"]


def _token(plan: Plan) -> list[str]:
    start = [f"const secret = process.env.{SECRET};", f"const value = process.env.{RECEIVED};"]
    if isinstance(plan.layout, Basic):
        return [
            *start,
            'const [scheme, text = ""] = value.split(" ");',
            'const pair = Buffer.from(text, "base64").toString("latin1");',
            'const signatures = scheme.toLowerCase() === "basic" ? [pair] : [];',
            "const expected = secret;",
        ]
    prefix = plan.layout.prefix if isinstance(plan.layout, Single) else ""
    given = "[value]"
    if prefix:
        given = f"value.startsWith({quoted(prefix)}) ? [value.slice({len(prefix)})] : []"
    return [*start, f"const signatures = {given};", "const expected = secret;"]


def _ending() -> list[str]:
    return [
        "",
        "const equal = (one, other) => one.length === other.length && crypto.timingSafeEqual(one, other);",
        "const valid = signatures.some((one) => equal(Buffer.from(one), Buffer.from(expected)));",
        'console.log(valid ? "valid" : "not valid");',
        "process.exitCode = valid ? 0 : 1;",
    ]


JAVASCRIPT = Language(id="javascript", name="JavaScript", file="verify.cjs", write=write)

"""The snippet in JavaScript for node 18 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.javascript_parts import COMPARE, TOKEN, checking, claims, functions, piece, text
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan
from inspector.providers.snippets.writing import code, opening, quoted, usage
from inspector.providers.snippets.written import Matching, Packed

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
        return code(lines, imports, "", _usage(plan, run), _token(plan), "", COMPARE, ENDING)
    imports.append('const fs = require("node:fs");')
    headers = [f"  {quoted(name)}: {quoted(value)}," for name, value in plan.headers]
    message = f"const message = Buffer.concat([{', '.join(map(piece, plan.pieces))}]);"
    rest = [
        *_signatures(plan),
        "",
        *(TOKEN if plan.claims is not None else [message]),
        *(checking(plan, "publicKey" if plan.public_key else "secret") if plan.is_asymmetric else _with_secret(plan)),
        *claims(plan),
        *ENDING,
    ]
    return code(
        lines,
        imports,
        "",
        _usage(plan, run),
        ["const headers = {", *headers, "};"] if headers else [],
        f"const publicKey = `{plan.public_key}`;" if plan.public_key else [],
        "const body = fs.readFileSync(process.argv[2]);",
        [] if plan.public_key else f"const secret = process.env.{SECRET};",
        "",
        functions(plan, rest),
        rest,
    )


def _with_secret(plan: Plan) -> list[str]:
    if plan.method == "hmac":
        digest = f'crypto.createHmac("{plan.hash}", key).update(message).digest("{plan.encoding}")'
    else:
        joined = "[key, message]" if plan.secret_at == "before" else "[message, key]"
        digest = f'crypto.createHash("{plan.hash}").update(Buffer.concat({joined})).digest("{plan.encoding}")'
    return [f"const key = {KEYS[plan.key]};", f"const expected = {digest};", *COMPARE]


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = [f"process.env.{name} === undefined" for name in plan.variables]
    wanted += [] if plan.is_token else ["process.argv.length < 3"]
    return [
        f"if ({' || '.join(wanted)}) {{",
        f'  console.error("{usage(plan, run)}");',
        "  process.exit(2);",
        "}",
        "",
    ]


def _signatures(plan: Plan) -> list[str]:
    values = ", ".join(map(text, plan.signatures))
    values += ".trim()" if plan.claims is not None else ""
    lines = ["const signatures = [];"]
    if plan.fields:
        lines.append("const fields = {};")
    return [*lines, f"for (const value of [{values}]) {{", *_reading(plan), "}"]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["  signatures.push(value);"]
        case Single(prefix=prefix, upper=upper):
            lower = ".toLowerCase()" if upper else ""
            return [f"  if (value.startsWith({quoted(prefix)})) signatures.push(value.slice({len(prefix)}){lower});"]
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
        case Matching(pattern=pattern):
            return [f"  for (const found of value.matchAll(/{pattern}/g)) signatures.push(found[1]);"]
        case Packed():
            return ['  signatures.push(JSON.parse(Buffer.from(value, "base64")).signature);']
        case Basic():
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


ENDING = ["", 'console.log(valid ? "valid" : "not valid");', "process.exitCode = valid ? 0 : 1;"]

JAVASCRIPT = Language(id="javascript", name="JavaScript", file="verify.cjs", write=write)

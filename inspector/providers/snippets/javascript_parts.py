"""What a snippet in JavaScript is made of: values of the request, functions that read them, checks of a key."""

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import Plan, variable
from inspector.providers.snippets.writing import functions_used, quoted, steps

TOKEN = [
    'const [head = "", said = "", signature = ""] = (signatures[0] ?? "").split(".");',
    "const message = Buffer.from(`${head}.${said}`);",
    "signatures.splice(0, signatures.length, signature);",
]
"""Takes a JSON Web Token apart."""

COMPARE = [
    "const equal = (one, other) => one.length === other.length && crypto.timingSafeEqual(one, other);",
    "let valid = signatures.some((one) => equal(Buffer.from(one), Buffer.from(expected)));",
]

DOCUMENTS = {
    "body": "body",
    "form": "form({name})",
    "multipart": (
        "Buffer.from(/name={name}[^\\n]*\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^]*?)\\r\\n--/"
        '.exec(body.toString("latin1"))[1], "latin1")'
    ),
}

FUNCTIONS = {
    "at": """
// What stands at a place of the JSON document, as text; nothing where it is missing.
function at(...path) {
  let value = JSON.parse({document});
  for (const step of path) value = value?.[step];
  return typeof value === "string" ? value : value == null ? "" : JSON.stringify(value);
}
""",
    "form": """
// The first value of a field of the form; nothing where it is missing.
function form(name) {
  return new URLSearchParams(body.toString("latin1")).get(name) ?? "";
}
""",
    "inOrder": """
// Names and values of all fields of the form, by their bytes.
function inOrder() {
  const compare = (one, other) => Buffer.compare(Buffer.from(one[0]), Buffer.from(other[0])) ||
    Buffer.compare(Buffer.from(one[1]), Buffer.from(other[1]));
  const pairs = [...new URLSearchParams(body.toString())].sort(compare);
  return Buffer.from({pairs}.map((pair) => pair.join("")).join(""));
}
""",
    "serialised": """
// The fields of the form as PHP's serialize() writes them.
function serialised(leftOut) {
  const pairs = [...new Map(new URLSearchParams(body.toString("latin1")))].filter(([name]) => name !== leftOut);
  const text = (one) => `s:${Buffer.byteLength(one)}:"${one}";`;
  const texts = pairs.sort(([one], [other]) => (one < other ? -1 : 1)).flat().map(text);
  return Buffer.from(`a:${pairs.length}:{${texts.join("")}}`);
}
""",
    "crc32": """
// The CRC-32 of some bytes.
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}
""",
}
"""Functions by their names; one that uses another stands before it."""


def text(piece: Piece) -> str:
    """A value of the request as a text."""
    match piece.kind:
        case "header":
            return f"headers[{quoted(piece.name)}]"
        case "field":
            return f"fields[{quoted(piece.name)}]"
        case "json":
            return f"at({steps(piece)})"
        case "form":
            return f"form({quoted(piece.name)})"
        case _:
            return 'body.toString("latin1")'


def piece(piece: Piece) -> str:
    """One part of the message as bytes."""
    match piece.kind:
        case "literal":
            return f'Buffer.from({quoted(piece.raw)}, "latin1")'
        case "header" | "field":
            return f'Buffer.from({text(piece)}, "latin1")'
        case "json" | "form":
            return f"Buffer.from({text(piece)})"
        case "sha256":
            return 'Buffer.from(crypto.createHash("sha256").update(body).digest("hex"))'
        case "crc32":
            return "Buffer.from(String(crc32(body)))"
        case "setting":
            return f"Buffer.from(process.env.{variable(piece.name)})"
        case "sorted" | "unique":
            return "inOrder()"
        case "php":
            return f"serialised({quoted(piece.name)})"
        case "text":
            return "Buffer.from(JSON.stringify(body.toString()))"
        case "body":
            return "body"


def functions(plan: Plan, lines: list[str]) -> list[str]:
    """The functions that some lines use."""
    pairs = "pairs.filter((pair, at) => !at || compare(pair, pairs[at - 1]))" if plan.has_unique else "pairs"
    document = DOCUMENTS[plan.document].replace("{name}", quoted(plan.document_field))
    found = functions_used(FUNCTIONS, lines, document=document, pairs=pairs)
    return [line for one in found for line in (*one, "")]


def checking(plan: Plan, key: str) -> list[str]:
    """A check of all signatures with a public key."""
    digest = f'"{plan.hash}"' if plan.hash else "null"
    encoding = ', dsaEncoding: "ieee-p1363"' if plan.method == "ecdsa raw" else ""
    # A token's signature is written in one way only: decoders pass over what else stands in it.
    one_form = 'Buffer.from(one, "base64url").toString("base64url") === one && ' if plan.encoding == "base64url" else ""
    return [
        f"const key = {{ key: crypto.createPublicKey({key}){encoding} }};",
        "let valid = signatures.some((one) =>",
        f'  {one_form}crypto.verify({digest}, message, key, Buffer.from(one, "{plan.encoding}")));',
    ]


def claims(plan: Plan) -> list[str]:
    """Checks of what a JSON Web Token says."""
    if plan.claims is None:
        return []
    lines = [
        'const decoded = (part) => JSON.parse(Buffer.from(part, "base64url"));',
        *(["const claims = valid ? decoded(said) : {};"] if plan.claims.says else []),
        f"valid = valid && decoded(head).alg === {quoted(plan.claims.algorithm)};",
    ]
    for claim, url in plan.claims.hashes:
        raw = f'Buffer.from({quoted(url.encode())}, "latin1")' if claim.of == "url" else "body"
        digest = f'crypto.createHash("sha256").update({raw}).digest("{claim.written}")'
        lines.append(f"valid = valid && claims[{quoted(claim.name)}] === {digest};")
    if plan.claims.issuers:
        lines.append(f"valid = valid && [{', '.join(map(quoted, plan.claims.issuers))}].includes(claims.iss);")
    return lines

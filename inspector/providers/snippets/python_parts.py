"""What a snippet in Python is made of: values of the request, functions that read them, checks of a key."""

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import Plan, variable
from inspector.providers.snippets.writing import functions_used, quoted, steps

EMPTY = 'b""'
TOKEN = [
    'head, said, signature = signatures[0].split(".") if signatures else ("", "", "")',
    'message = f"{head}.{said}".encode()',
    "signatures = [signature]",
]
"""Takes a JSON Web Token apart."""

COMPARE = ["valid = any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures)"]

ONE_FORM = [
    '        if base64.urlsafe_b64encode(signature).decode().rstrip("=") != text:',
    "            return False",
]
"""A token's signature is written in one way only: decoders pass over what else stands in it."""

DOCUMENTS = {
    "body": "body",
    "form": "form({name}).encode()",
    "multipart": "re.search(rb'name={name}[^\\n]*\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n(.*?)\\r\\n--', body, re.DOTALL)[1]",
}

FUNCTIONS = {
    "at": '''
def at(*path):
    """What stands at a place of the JSON document, as text; nothing where it is missing."""
    value = json.loads({document})
    for step in path:
        try:
            value = value[step]
        except (LookupError, TypeError):
            return ""
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)
''',
    "form": '''
def form(name):
    """The first value of a field of the form; nothing where it is missing."""
    return dict(reversed(parse_qsl(body.decode("latin-1"), keep_blank_values=True))).get(name, "")
''',
    "in_order": '''
def in_order():
    """Names and values of all fields of the form."""
    pairs = parse_qsl(body.decode(errors="replace"), keep_blank_values=True)
    return "".join(name + value for name, value in sorted({pairs})).encode()
''',
    "serialised": '''
def serialised(left_out):
    """The fields of the form as PHP's serialize() writes them."""
    pairs = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True))
    texts = [text.encode() for name in sorted(pairs) if name != left_out for text in (name, pairs[name])]
    return b"a:%d:{%s}" % (len(texts) // 2, b"".join(b's:%d:"%s";' % (len(text), text) for text in texts))
''',
    "decoded": '''
def decoded(text):
    """Bytes that base64 for URLs stands for."""
    return base64.urlsafe_b64decode(text + "==")
''',
}
"""Functions by their names; one that uses another stands before it."""

MODULES = ("base64", "hashlib", "hmac", "html", "json", "os", "re", "sys", "unicodedata", "zlib")
PRIMITIVES = "from cryptography.hazmat.primitives"


def text(piece: Piece) -> str:
    """A value of the request as a text."""
    match piece.kind:
        case "header":
            return f"HEADERS[{quoted(piece.name)}]"
        case "field":
            return f"fields[{quoted(piece.name)}]"
        case "json":
            return f"at({steps(piece)})"
        case "form":
            return f"form({quoted(piece.name)})"
        case _:
            return 'body.decode("latin-1")'


def piece(piece: Piece) -> str:
    """One part of the message as bytes."""
    match piece.kind:
        case "literal":
            return f"b{quoted(piece.raw)}"
        case "header" | "field":
            return f'{text(piece)}.encode("latin-1")'
        case "json" | "form":
            return f"{text(piece)}.encode()"
        case "sha256":
            return "hashlib.sha256(body).hexdigest().encode()"
        case "crc32":
            return "str(zlib.crc32(body)).encode()"
        case "setting":
            return f'os.environ["{variable(piece.name)}"].encode()'
        case "sorted" | "unique":
            return "in_order()"
        case "php":
            return f"serialised({quoted(piece.name)})"
        case "text":
            return "json.dumps(body.decode(), ensure_ascii=False).encode()"
        case "body":
            return "body"


def functions(plan: Plan, lines: list[str]) -> list[str]:
    """The functions that some lines use."""
    pairs = "set(pairs)" if plan.has_unique else "pairs"
    document = DOCUMENTS[plan.document].replace("{name}", quoted(plan.document_field))
    found = functions_used(FUNCTIONS, lines, document=document, pairs=pairs)
    return [*([""] if found else []), *(line for one in found for line in (*one, "", ""))]


def checking(plan: Plan) -> list[str]:
    """A function that checks one signature with the key."""
    digest = f"hashes.{plan.hash.upper()}()"
    method = {"rsa": f", padding.PKCS1v15(), {digest}", "ed25519": ""}.get(plan.method, f", ec.ECDSA({digest})")
    decoding = {"hex": "bytes.fromhex(text)", "base64": 'base64.b64decode(text + "==")'}.get(
        plan.encoding, "decoded(text)"
    )
    numbers = 'int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")'
    packed = [f"        signature = encode_dss_signature({numbers})"] if plan.method == "ecdsa raw" else []
    return [
        "",
        "",
        "def is_signed(text):",
        '    """Whether a signature was made with the private half of the key."""',
        "    try:",
        f"        signature = {decoding}",
        *(ONE_FORM if plan.encoding == "base64url" else []),
        *packed,
        f"        key.verify(signature, message{method})",
        "    except (InvalidSignature, ValueError):",
        "        return False",
        "    return True",
    ]


def claims(plan: Plan) -> list[str]:
    """Checks of what a JSON Web Token says."""
    if plan.claims is None:
        return []
    lines = ["claims = json.loads(decoded(said)) if valid else {}"] if plan.claims.says else []
    lines.append(f'valid = valid and json.loads(decoded(head)).get("alg") == {quoted(plan.claims.algorithm)}')
    for claim, url in plan.claims.hashes:
        raw = f"b{quoted(url.encode())}" if claim.of == "url" else "body"
        digest = f"hashlib.sha256({raw})"
        written = f"{digest}.hexdigest()" if claim.written == "hex" else f"base64.b64encode({digest}.digest()).decode()"
        lines.append(f"valid = valid and claims.get({quoted(claim.name)}) == {written}")
    if plan.claims.issuers:
        lines.append(f'valid = valid and claims.get("iss") in [{", ".join(map(quoted, plan.claims.issuers))}]')
    return lines


def imports(lines: list[str], plan: Plan) -> list[str]:
    """The modules that some lines use."""
    used = "\n".join(lines)
    found = [f"import {name}" for name in MODULES if f"{name}." in used or name in ("os", "sys")]
    if "parse_qsl(" in used:
        found.append("from urllib.parse import parse_qsl")
    if not plan.is_asymmetric:
        return found
    kind = {"rsa": "padding", "ed25519": ""}.get(plan.method, "ec")
    found += ["", "from cryptography.exceptions import InvalidSignature"]
    found += [f"{PRIMITIVES} import hashes", f"{PRIMITIVES}.asymmetric import {kind}"] if kind else []
    if plan.method == "ecdsa raw":
        found.append(f"{PRIMITIVES}.asymmetric.utils import encode_dss_signature")
    return [*found, f"{PRIMITIVES}.serialization import load_pem_public_key"]

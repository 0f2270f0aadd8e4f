"""What a snippet in PHP is made of: values of the request, functions that read them, checks of a key."""

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import Plan, variable
from inspector.providers.snippets.writing import functions_used, steps
from inspector.providers.snippets.writing import quoted as quoted_for

TOKEN = [
    "[$head, $said, $signature] = explode('.', $signatures[0] ?? '') + ['', '', ''];",
    "$message = $head . '.' . $said;",
    "$signatures = [$signature];",
]
"""Takes a JSON Web Token apart."""

COMPARE = [
    "$valid = false;",
    "foreach ($signatures as $one) {",
    "    $valid = hash_equals($expected, $one) || $valid;",
    "}",
]

DOCUMENTS = {"body": "$body", "form": "form({name})", "multipart": "part({name})"}

FUNCTIONS = {
    "at": """
// What stands at a place of the JSON document, as text; nothing where it is missing.
function at(string|int ...$path): string
{
    global $body;
    $value = json_decode({document}, true);
    foreach ($path as $step) {
        $value = is_array($value) ? $value[$step] ?? null : null;
    }
    return is_string($value) ? $value : ($value === null ? '' : json_encode($value));
}
""",
    "part": """
// What a part of a form of several parts holds.
function part(string $name): string
{
    global $body;
    $start = '/name="?' . preg_quote($name, '/') . '"?[^\\n]*\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n(.*?)\\r\\n--/s';
    return preg_match($start, $body, $found) ? $found[1] : '';
}
""",
    "form": """
// The first value of a field of the form; nothing where it is missing.
function form(string $name): string
{
    foreach (pairs() as $pair) {
        if ($pair[0] === $name) {
            return $pair[1];
        }
    }
    return '';
}
""",
    "inOrder": """
// Names and values of all fields of the form.
function inOrder(): string
{
    $pairs = {pairs};
    usort($pairs, fn ($one, $other) => strcmp($one[0], $other[0]) ?: strcmp($one[1], $other[1]));
    return implode('', array_merge(...$pairs));
}
""",
    "serialised": """
// The fields of the form as serialize() writes them.
function serialised(string $leftOut): string
{
    $fields = array_column(array_reverse(pairs()), 1, 0);
    unset($fields[$leftOut]);
    ksort($fields, SORT_STRING);
    return serialize($fields);
}
""",
    "pairs": """
// Names and values of the form; parse_str would change dots in names.
function pairs(): array
{
    global $body;
    $split = fn ($pair) => array_map('urldecode', explode('=', $pair, 2) + ['', '']);
    return array_map($split, array_filter(explode('&', $body), 'strlen'));
}
""",
    "decoded": """
// Bytes that base64 for URLs stands for.
function decoded(string $text): string
{
    return base64_decode(strtr($text, '-_', '+/'));
}
""",
    "sequence": """
// Two numbers of 32 bytes as OpenSSL takes them.
function sequence(string $raw): string
{
    $inside = '';
    foreach (str_split($raw, 32) as $number) {
        $number = ltrim($number, "\\0");
        $number = $number === '' || ord($number[0]) > 127 ? "\\0" . $number : $number;
        $inside .= "\\x02" . chr(strlen($number)) . $number;
    }
    return "\\x30" . chr(strlen($inside)) . $inside;
}
""",
}
"""Functions by their names; one that uses another stands before it."""


def quoted(raw: bytes | str) -> str:
    """A string in which PHP fills in nothing."""
    return quoted_for(raw, "$")


def text(piece: Piece) -> str:
    """A value of the request."""
    match piece.kind:
        case "header":
            return f"$headers[{quoted(piece.name)}]"
        case "field":
            return f"$fields[{quoted(piece.name)}]"
        case "json":
            return f"at({steps(piece, quoted)})"
        case "form":
            return f"form({quoted(piece.name)})"
        case _:
            return "$body"


def piece(piece: Piece) -> str:
    """One part of the message."""
    match piece.kind:
        case "literal":
            return quoted(piece.raw)
        case "header" | "field" | "json" | "form" | "body":
            return text(piece)
        case "sha256":
            return "hash('sha256', $body)"
        case "crc32":
            return "crc32($body)"
        case "setting":
            return f"getenv('{variable(piece.name)}')"
        case "sorted" | "unique":
            return "inOrder()"
        case "php":
            return f"serialised({quoted(piece.name)})"
        case "text":
            flags = ("SLASHES", "UNICODE", "LINE_TERMINATORS")
            return f"json_encode($body, {' | '.join(f'JSON_UNESCAPED_{flag}' for flag in flags)})"


def functions(plan: Plan, lines: list[str]) -> list[str]:
    """The functions that some lines use."""
    pairs = "array_unique(pairs(), SORT_REGULAR)" if plan.has_unique else "pairs()"
    document = DOCUMENTS[plan.document].replace("{name}", quoted(plan.document_field))
    found = functions_used(FUNCTIONS, lines, document=document, pairs=pairs)
    return [line for one in found for line in (*one, "")]


def checking(plan: Plan, key: str) -> list[str]:
    """A check of all signatures with a public key."""
    start = ["$valid = false;", "foreach ($signatures as $one) {"]
    decoding = {"hex": "hex2bin($one)", "base64": "base64_decode($one)"}.get(plan.encoding, "decoded($one)")
    if plan.method == "ed25519":
        return [
            f"$der = base64_decode(preg_replace('/-----.*?-----/', '', {key}));",
            *start,
            f"    $signature = {decoding};",
            "    $valid = $valid || strlen($signature) === SODIUM_CRYPTO_SIGN_BYTES",
            "        && sodium_crypto_sign_verify_detached($signature, $message, substr($der, -32));",
            "}",
        ]
    signature = f"sequence({decoding})" if plan.method == "ecdsa raw" else decoding
    again = "rtrim(strtr(base64_encode(decoded($one)), '+/', '-_'), '=')"
    # A token's signature is written in one way only: decoders pass over what else stands in it.
    one_form = [f"    if ({again} !== $one) continue;"] if plan.encoding == "base64url" else []
    return [
        *start,
        *one_form,
        f"    $valid = $valid || openssl_verify($message, {signature}, {key}, '{plan.hash}') === 1;",
        "}",
    ]


def claims(plan: Plan) -> list[str]:
    """Checks of what a JSON Web Token says."""
    if plan.claims is None:
        return []
    lines = [
        *(["$claims = $valid ? json_decode(decoded($said), true) : [];"] if plan.claims.says else []),
        f"$valid = $valid && json_decode(decoded($head), true)['alg'] === {quoted(plan.claims.algorithm)};",
    ]
    for claim, url in plan.claims.hashes:
        raw = quoted(url.encode()) if claim.of == "url" else "$body"
        written = f"hash('sha256', {raw})"
        if claim.written == "base64":
            written = f"base64_encode(hash('sha256', {raw}, true))"
        lines.append(f"$valid = $valid && ($claims[{quoted(claim.name)}] ?? null) === {written};")
    if plan.claims.issuers:
        issuers = ", ".join(map(quoted, plan.claims.issuers))
        lines.append(f"$valid = $valid && in_array($claims['iss'] ?? null, [{issuers}], true);")
    return lines

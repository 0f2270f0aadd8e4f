"""The snippet in PHP 8 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Piece, Plan
from inspector.providers.snippets.writing import code, opening, usage
from inspector.providers.snippets.writing import quoted as quoted_for

_WHSEC = "base64_decode(preg_replace('/^whsec_/', '', $secret))"
KEYS: Mapping[KeyForm, str] = {
    "utf-8": "$secret",
    "whsec": _WHSEC,
    "whsec or utf-8": f"str_starts_with($secret, 'whsec_') ? {_WHSEC} : $secret",
    "v1,whsec": _WHSEC.replace("whsec_", "v1,whsec_"),
    "hex": "hex2bin($secret)",
    "base64": "base64_decode($secret)",
    "sha1": "sha1($secret, true)",
    "nfkd": "$secret; // beyond ASCII: in Unicode's form NFKD",
    "html": "html_entity_decode($secret, ENT_QUOTES)",
}
ENCODINGS = {
    "hex": "bin2hex($digest)",
    "base64": "base64_encode($digest)",
    "base64url": "rtrim(strtr(base64_encode($digest), '+/', '-_'), '=')",
}


def quoted(raw: bytes | str) -> str:
    """A string in which PHP fills in nothing."""
    return quoted_for(raw, "$")


def write(plan: Plan) -> str:
    """The program."""
    run = "php verify.php" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "//", run)
    if plan.is_token:
        return code("<?php", lines, "", _usage(plan, run), _token(plan), _ending())
    headers = [f"    {quoted(name)} => {quoted(value)}," for name, value in plan.headers]
    if plan.secret_at == "key":
        digest = f"hash_hmac('{plan.hash}', $message, $key, true)"
    else:
        joined = "$key . $message" if plan.secret_at == "before" else "$message . $key"
        digest = f"hash('{plan.hash}', {joined}, true)"
    key = KEYS[plan.key]
    return code(
        "<?php",
        lines,
        "",
        _usage(plan, run),
        "$headers = [",
        headers,
        "];",
        "$body = file_get_contents($argv[1]);",
        f"$secret = getenv('{SECRET}');",
        "",
        _signatures(plan),
        "",
        f"$key = {key}" + ("" if ";" in key else ";"),
        f"$message = {' . '.join(map(_piece, plan.pieces)) or quoted('')};",
        f"$digest = {digest};",
        f"$expected = {ENCODINGS[plan.encoding]};",
        _ending(),
    )


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = f"getenv('{RECEIVED}') === false" if plan.is_token else "$argc < 2"
    return [
        f"if (getenv('{SECRET}') === false || {wanted}) {{",
        f"    file_put_contents('php://stderr', '{usage(plan, run)}' . PHP_EOL);",
        "    exit(2);",
        "}",
        "",
    ]


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "literal":
            return quoted(piece.raw)
        case "header":
            return f"$headers[{quoted(piece.name)}]"
        case "field":
            return f"$fields[{quoted(piece.name)}]"
        case "sha256":
            return "hash('sha256', $body)"
        case "body":
            return "$body"


def _signatures(plan: Plan) -> list[str]:
    names = ", ".join(map(quoted, plan.signatures))
    lines = ["$signatures = [];"]
    if plan.fields:
        lines.append("$fields = [];")
    return [*lines, f"foreach ([{names}] as $header) {{", "    $value = $headers[$header];", *_reading(plan), "}"]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["    $signatures[] = $value;"]
        case Single(prefix=prefix):
            return [
                f"    if (str_starts_with($value, {quoted(prefix)})) {{",
                f"        $signatures[] = substr($value, {len(prefix)});",
                "    }",
            ]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            lines = [
                f"    foreach (explode({quoted(separator)}, $value) as $entry) {{",
                f"        if (str_starts_with($entry, {quoted(prefix)})) {{",
                f"            $signatures[] = substr($entry, {len(prefix)});",
            ]
            if bare:
                lines += [
                    "        } elseif ($entry !== '' && !str_contains($entry, ',')) {",
                    "            $signatures[] = $entry;",
                ]
            return [*lines, "        }", "    }"]
        case Pairs(name=name, separator=separator):
            lines = [
                f"    foreach (explode({quoted(separator)}, $value) as $item) {{",
                "        [$name, $text] = explode('=', $item, 2) + ['', ''];",
                f"        if ($name === {quoted(name)}) {{",
                "            $signatures[] = $text;",
            ]
            if plan.fields:
                lines += ["        } else {", "            $fields[$name] ??= $text;"]
            return [*lines, "        }", "    }"]
        case Positional(fields=fields, separator=separator):
            lines = [f"    $items = array_map('trim', explode({quoted(separator)}, $value));"]
            if plan.fields:
                lines += [f"    $fields[{quoted(name)}] = $items[{place}];" for place, name in enumerate(fields)]
            return [*lines, f"    $signatures = array_merge($signatures, array_slice($items, {len(fields)}));"]
        case _:
            return ["    $signatures[] = $value;"]


def _token(plan: Plan) -> list[str]:
    start = [f"$expected = getenv('{SECRET}');", f"$value = getenv('{RECEIVED}');"]
    if isinstance(plan.layout, Basic):
        return [
            *start,
            "[$scheme, $text] = explode(' ', $value, 2) + ['', ''];",
            "$signatures = strtolower($scheme) === 'basic' ? [base64_decode($text)] : [];",
        ]
    prefix = plan.layout.prefix if isinstance(plan.layout, Single) else ""
    given = "[$value]"
    if prefix:
        given = f"str_starts_with($value, {quoted(prefix)}) ? [substr($value, {len(prefix)})] : []"
    return [*start, f"$signatures = {given};"]


def _ending() -> list[str]:
    return [
        "",
        "$valid = false;",
        "foreach ($signatures as $one) {",
        "    $valid = hash_equals($expected, $one) || $valid;",
        "}",
        'echo $valid ? "valid\\n" : "not valid\\n";',
        "exit($valid ? 0 : 1);",
    ]


PHP = Language(id="php", name="PHP", file="verify.php", write=write)

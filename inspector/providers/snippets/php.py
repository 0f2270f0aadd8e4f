"""The snippet in PHP 8 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.php_parts import COMPARE, TOKEN, checking, claims, functions, piece, quoted, text
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan
from inspector.providers.snippets.writing import code, opening, usage
from inspector.providers.snippets.written import Matching, Packed

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


def write(plan: Plan) -> str:
    """The program."""
    run = "php verify.php" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "//", run)
    if plan.is_token:
        return code("<?php", lines, "", _usage(plan, run), _token(plan), "", COMPARE, ENDING)
    headers = [f"    {quoted(name)} => {quoted(value)}," for name, value in plan.headers]
    message = f"$message = {' . '.join(map(piece, plan.pieces)) or quoted('')};"
    rest = [
        *_signatures(plan),
        "",
        *(TOKEN if plan.claims is not None else [message]),
        *(checking(plan, "$publicKey" if plan.public_key else "$secret") if plan.is_asymmetric else _with_secret(plan)),
        *claims(plan),
        *ENDING,
    ]
    return code(
        "<?php",
        lines,
        "",
        _usage(plan, run),
        ["$headers = [", *headers, "];"] if headers else [],
        f"$publicKey = '{plan.public_key}';" if plan.public_key else [],
        "$body = file_get_contents($argv[1]);",
        [] if plan.public_key else f"$secret = getenv('{SECRET}');",
        "",
        functions(plan, rest),
        rest,
    )


def _with_secret(plan: Plan) -> list[str]:
    if plan.method == "hmac":
        digest = f"hash_hmac('{plan.hash}', $message, $key, true)"
    else:
        joined = "$key . $message" if plan.secret_at == "before" else "$message . $key"
        digest = f"hash('{plan.hash}', {joined}, true)"
    key = KEYS[plan.key]
    return [
        f"$key = {key}" + ("" if ";" in key else ";"),
        f"$digest = {digest};",
        f"$expected = {ENCODINGS[plan.encoding]};",
        *COMPARE,
    ]


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = [f"getenv('{name}') === false" for name in plan.variables]
    wanted += [] if plan.is_token else ["$argc < 2"]
    return [
        f"if ({' || '.join(wanted)}) {{",
        f"    file_put_contents('php://stderr', '{usage(plan, run)}' . PHP_EOL);",
        "    exit(2);",
        "}",
        "",
    ]


def _signatures(plan: Plan) -> list[str]:
    values = ", ".join(map(text, plan.signatures))
    lines = ["$signatures = [];"]
    if plan.fields:
        lines.append("$fields = [];")
    trim = ["    $value = trim($value);"] if plan.claims is not None else []
    return [*lines, f"foreach ([{values}] as $value) {{", *trim, *_reading(plan), "}"]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["    $signatures[] = $value;"]
        case Single(prefix=prefix, upper=upper):
            cut = f"substr($value, {len(prefix)})"
            return [
                f"    if (str_starts_with($value, {quoted(prefix)})) {{",
                f"        $signatures[] = {f'strtolower({cut})' if upper else cut};",
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
        case Matching(pattern=pattern):
            return [
                f"    preg_match_all('/{pattern}/', $value, $found);",
                "    $signatures = array_merge($signatures, $found[1]);",
            ]
        case Packed():
            return ["    $signatures[] = json_decode(base64_decode($value), true)['signature'] ?? '';"]
        case Basic():
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


ENDING = ["", 'echo $valid ? "valid\\n" : "not valid\\n";', "exit($valid ? 0 : 1);"]

PHP = Language(id="php", name="PHP", file="verify.php", write=write)

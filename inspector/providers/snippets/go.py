"""The snippet in Go 1.20 or later."""

import re
from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.go_parts import COMPARE, TOKEN, checking, claims, functions, imported, piece, text
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan
from inspector.providers.snippets.writing import code, opening, quoted, usage
from inspector.providers.snippets.written import Matching, Packed

_WHSEC = 'base64.RawStdEncoding.DecodeString(strings.TrimRight(strings.TrimPrefix(secret, "whsec_"), "="))'
KEYS: Mapping[KeyForm, tuple[str, ...]] = {
    "utf-8": ("key := []byte(secret)",),
    "whsec": (f"key, _ := {_WHSEC}",),
    "whsec or utf-8": (
        "key := []byte(secret)",
        'if strings.HasPrefix(secret, "whsec_") {',
        f"\tkey, _ = {_WHSEC}",
        "}",
    ),
    "v1,whsec": ("key, _ := " + _WHSEC.replace("whsec_", "v1,whsec_"),),
    "hex": ("key, _ := hex.DecodeString(secret)",),
    "base64": ("key, _ := base64.StdEncoding.DecodeString(secret)",),
    "sha1": ("sum := sha1.Sum([]byte(secret))", "key := sum[:]"),
    "nfkd": ("// A secret beyond ASCII has to be in Unicode's form NFKD already.", "key := []byte(secret)"),
    "html": ("key := []byte(html.UnescapeString(secret))",),
}
ENCODINGS = {
    "hex": "hex.EncodeToString(digest)",
    "base64": "base64.StdEncoding.EncodeToString(digest)",
    "base64url": "base64.RawURLEncoding.EncodeToString(digest)",
}


def write(plan: Plan) -> str:
    """The program."""
    run = "go run verify.go" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "//", run)
    inside = [*_usage(plan, run), *(_token(plan) if plan.is_token else _computing(plan)), *ENDING]
    made = functions(plan, inside)
    return code(
        lines,
        "package main",
        "",
        "import (",
        [f'\t"{path}"' for path in imported("\n".join([*inside, *made]))],
        ")",
        "",
        [f"const publicKey = `{plan.public_key}`", ""] if plan.public_key else [],
        made,
        "func main() {",
        ["\t" + line if line else "" for line in inside],
        "}",
    )


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = [f'os.Getenv("{name}") == ""' for name in plan.variables]
    wanted += [] if plan.is_token else ["len(os.Args) < 2"]
    return [
        f"if {' || '.join(wanted)} {{",
        f'\tfmt.Fprintln(os.Stderr, "{usage(plan, run)}")',
        "\tos.Exit(2)",
        "}",
        "",
    ]


def _computing(plan: Plan) -> list[str]:
    headers = [f"\t{quoted(name)}: {quoted(value)}," for name, value in plan.headers]
    rest = [
        *_signatures(plan),
        "",
        *(TOKEN if plan.claims is not None else _message(plan)),
        *(checking(plan, "publicKey" if plan.public_key else "secret") if plan.is_asymmetric else _with_secret(plan)),
        *claims(plan),
    ]
    return [
        *(["headers := map[string]string{", *headers, "}"] if headers else []),
        "body, err := os.ReadFile(os.Args[1])",
        "if err != nil {",
        "\tpanic(err)",
        "}",
        *([] if any(re.search(r"\bbody\b", line) for line in rest) else ["_ = body // it is not signed"]),
        *([] if plan.public_key else [f'secret := os.Getenv("{SECRET}")']),
        "",
        *rest,
    ]


def _message(plan: Plan) -> list[str]:
    lines = ["var message []byte"]
    for one in plan.pieces:
        if one.kind == "sha256":
            lines.append("hashed := sha256.Sum256(body)")
        lines.append(f"message = append(message, {piece(one)}...)")
    return lines


def _with_secret(plan: Plan) -> list[str]:
    module = "sha512" if plan.hash == "sha384" else plan.hash
    new = "sha512.New384" if plan.hash == "sha384" else f"{module}.New"
    if plan.method == "hmac":
        lines = [f"mac := hmac.New({new}, key)", "mac.Write(message)", "digest := mac.Sum(nil)"]
    else:
        first, second = ("key", "message") if plan.secret_at == "before" else ("message", "key")
        lines = [f"hasher := {new}()", f"hasher.Write({first})", f"hasher.Write({second})", "digest := hasher.Sum(nil)"]
    return [*KEYS[plan.key], *lines, f"expected := {ENCODINGS[plan.encoding]}", *COMPARE]


def _signatures(plan: Plan) -> list[str]:
    values = ", ".join(map(text, plan.signatures))
    lines = ["var signatures []string"]
    if plan.fields:
        lines.append("fields := map[string]string{}")
    return [
        *lines,
        f"for _, value := range []string{{{values}}} {{",
        *(["\tvalue = strings.TrimSpace(value)"] if plan.claims is not None else []),
        *_reading(plan),
        "}",
    ]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["\tsignatures = append(signatures, value)"]
        case Single(prefix=prefix, upper=upper):
            cut = f"value[{len(prefix)}:]"
            return [
                f"\tif strings.HasPrefix(value, {quoted(prefix)}) {{",
                f"\t\tsignatures = append(signatures, {f'strings.ToLower({cut})' if upper else cut})",
                "\t}",
            ]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            lines = [
                f"\tfor _, entry := range strings.Split(value, {quoted(separator)}) {{",
                f"\t\tif strings.HasPrefix(entry, {quoted(prefix)}) {{",
                f"\t\t\tsignatures = append(signatures, entry[{len(prefix)}:])",
            ]
            if bare:
                lines += [
                    '\t\t} else if entry != "" && !strings.Contains(entry, ",") {',
                    "\t\t\tsignatures = append(signatures, entry)",
                ]
            return [*lines, "\t\t}", "\t}"]
        case Pairs(name=name, separator=separator):
            lines = [
                f"\tfor _, item := range strings.Split(value, {quoted(separator)}) {{",
                '\t\tname, text, _ := strings.Cut(item, "=")',
                f"\t\tif name == {quoted(name)} {{",
                "\t\t\tsignatures = append(signatures, text)",
            ]
            if plan.fields:
                lines += [
                    "\t\t} else if _, known := fields[name]; !known {",
                    "\t\t\tfields[name] = text",
                ]
            return [*lines, "\t\t}", "\t}"]
        case Positional(fields=fields, separator=separator):
            lines = [f"\titems := strings.Split(value, {quoted(separator)})"]
            lines += ["\tfor at := range items {", "\t\titems[at] = strings.TrimSpace(items[at])", "\t}"]
            if plan.fields:
                lines += [f"\tfields[{quoted(name)}] = items[{place}]" for place, name in enumerate(fields)]
            return [*lines, f"\tsignatures = append(signatures, items[{len(fields)}:]...)"]
        case Matching(pattern=pattern):
            return [
                f"\tfor _, found := range regexp.MustCompile(`{pattern}`).FindAllStringSubmatch(value, -1) {{",
                "\t\tsignatures = append(signatures, found[1])",
                "\t}",
            ]
        case Packed():
            return [
                "\tvar packed struct{ Signature string }",
                "\tunpacked, _ := base64.StdEncoding.DecodeString(value)",
                "\tif json.Unmarshal(unpacked, &packed) == nil {",
                "\t\tsignatures = append(signatures, packed.Signature)",
                "\t}",
            ]
        case Basic():
            return ["\tsignatures = append(signatures, value)"]


def _token(plan: Plan) -> list[str]:
    start = [
        f'expected := os.Getenv("{SECRET}")',
        f'value := os.Getenv("{RECEIVED}")',
        "var signatures []string",
    ]
    if isinstance(plan.layout, Basic):
        return [
            *start,
            'scheme, text, _ := strings.Cut(value, " ")',
            "pair, err := base64.StdEncoding.DecodeString(text)",
            'if err == nil && strings.EqualFold(scheme, "basic") {',
            "\tsignatures = append(signatures, string(pair))",
            "}",
            *COMPARE,
        ]
    prefix = plan.layout.prefix if isinstance(plan.layout, Single) else ""
    if not prefix:
        return [*start, "signatures = append(signatures, value)", *COMPARE]
    return [
        *start,
        f"if strings.HasPrefix(value, {quoted(prefix)}) {{",
        f"\tsignatures = append(signatures, value[{len(prefix)}:])",
        "}",
        *COMPARE,
    ]


ENDING = [
    "",
    "if !valid {",
    '\tfmt.Println("not valid")',
    "\tos.Exit(1)",
    "}",
    'fmt.Println("valid")',
]

GO = Language(id="go", name="Go", file="verify.go", write=write)
